import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { ApiProblem } from '../api/problem';
import { ProblemNotice } from './ProblemNotice';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  surface: { '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM } },
});

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what has to be filled in. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy: boolean;
  /** The act is no longer possible: somebody else was first. Only the word about it is left. */
  readonly over?: boolean;
  readonly problem?: ApiProblem | undefined;
  /** What was not done, for the problem's title. */
  readonly failed?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Gives the focus back to what opened the dialog, unless something else has taken it by then. */
const useFocusBack = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
};

/** An act with consequences: says them first, stays open while it is under way, and shows why where it was refused. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const styles = useStyles();
  useFocusBack();
  const { title, children, confirm, busy, over = false, problem, failed, onConfirm, onClose } = props;
  return (
    <Dialog
      open
      onOpenChange={() => {
        if (!busy) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {!over && children}
              {problem && <ProblemNotice problem={problem} {...(failed && { title: failed })} />}
            </DialogContent>
            <DialogActions>
              {!over && (
                <Button appearance="primary" type="submit" disabledFocusable={busy}>
                  {busy ? 'Please wait…' : confirm}
                </Button>
              )}
              <Button onClick={onClose} disabled={busy}>
                {over ? 'Close' : 'Cancel'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
