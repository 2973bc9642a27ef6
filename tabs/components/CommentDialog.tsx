import { useState, type ReactNode } from 'react';
import type { ApiProblem } from '../api/problem';
import { ConfirmDialog } from './ConfirmDialog';
import { TextField } from './TextField';

interface CommentDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly label: string;
  /** What to say where nothing was written although something must be. */
  readonly missing?: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly over?: boolean;
  readonly problem: ApiProblem | undefined;
  readonly failed: string;
  readonly onConfirm: (comment: string) => void;
  readonly onClose: () => void;
}

/** An act that carries a comment; `missing` makes the comment required. */
export const CommentDialog = ({ label, missing, onConfirm, children, ...dialog }: CommentDialogProps) => {
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const lacking = missing !== undefined && comment.trim() === '';
  return (
    <ConfirmDialog
      {...dialog}
      onConfirm={() => {
        setAsked(true);
        if (!lacking) onConfirm(comment.trim());
      }}
    >
      {children}
      <TextField
        label={label}
        value={comment}
        onChange={setComment}
        maxLength={2000}
        required={missing !== undefined}
        error={asked && lacking ? missing : undefined}
      />
    </ConfirmDialog>
  );
};
