import type { ReactNode } from 'react';
import css from './VisuallyHidden.module.css';

/** For readers' ears only. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className={css.hidden}>{children}</span>;
