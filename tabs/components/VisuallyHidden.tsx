import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** For readers' ears only. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={useStyles().hidden}>{children}</span>
);
