import css from './PageSkeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** The shape of a page while it is on its way. */
export const PageSkeleton = ({ waiting = 'Loading' }: { waiting?: string }) => (
  <div className={css.page} role="status">
    <VisuallyHidden>{waiting}</VisuallyHidden>
    <div aria-hidden className={`${css.bar} ${css.title}`} />
    <div aria-hidden className={`${css.bar} ${css.line}`} />
    <div aria-hidden className={`${css.bar} ${css.block}`} />
  </div>
);
