import { makeStyles, tokens } from '@fluentui/react-components';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  bar: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  title: { height: '28px', width: 'min(320px, 70%)' },
  line: { width: 'min(480px, 90%)' },
  block: { height: '220px' },
});

/** The shape of a page while it is on its way. */
export const PageSkeleton = ({ waiting = 'Loading' }: { waiting?: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.page} role="status">
      <VisuallyHidden>{waiting}</VisuallyHidden>
      <div aria-hidden className={`${styles.bar} ${styles.title}`} />
      <div aria-hidden className={`${styles.bar} ${styles.line}`} />
      <div aria-hidden className={`${styles.bar} ${styles.block}`} />
    </div>
  );
};
