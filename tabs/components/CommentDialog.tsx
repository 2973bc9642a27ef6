import type { ReactNode } from 'react';
import { useController, useForm } from 'react-hook-form';
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
  const { control, handleSubmit } = useForm({ defaultValues: { comment: '' } });
  const { field, fieldState } = useController({
    control,
    name: 'comment',
    rules: { validate: (typed) => (typed.trim() === '' ? missing : undefined) },
  });
  const confirm = handleSubmit(({ comment }) => {
    onConfirm(comment.trim());
  });
  return (
    <ConfirmDialog {...dialog} onConfirm={() => void confirm()}>
      {children}
      <TextField
        label={label}
        value={field.value}
        inputRef={field.ref}
        onChange={field.onChange}
        maxLength={2000}
        required={missing !== undefined}
        error={fieldState.error?.message}
      />
    </ConfirmDialog>
  );
};
