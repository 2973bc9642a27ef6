import { Button } from '@fluentui/react-components';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { count } from '../../../shared/domain/words';
import { goTo } from '../../app/routing';
import { useSurfaces } from '../../components/surfaces';

/** Every message of a form's errors, in the order of its fields. */
const messagesIn = (errors: unknown): string[] => {
  if (typeof errors !== 'object' || errors === null) return [];
  if ('message' in errors && typeof errors.message === 'string') return [errors.message];
  return Object.entries(errors)
    .filter(([name]) => name !== 'ref')
    .flatMap(([, inner]) => messagesIn(inner));
};

/** What is wrong with a form, all of it in one place; each also stands beside its field. */
export const ErrorSummary = <T extends FieldValues>({ errors }: { errors: FieldErrors<T> }) => {
  const surfaces = useSurfaces();
  const messages = [...new Set(messagesIn(errors))];
  if (messages.length === 0) return null;
  return (
    <div role="alert" className={surfaces.tight}>
      <p className={surfaces.text}>
        <strong>{count(messages.length, 'entry needs', 'entries need')} your attention. Nothing was saved.</strong>
      </p>
      <ul className={surfaces.bullets}>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
};

interface FormEndProps {
  readonly save: string;
  readonly busy: boolean;
  /** Where giving up leads, or what it does. */
  readonly back: string | (() => void);
}

/** Saving, or going back without. */
export const FormEnd = ({ save, busy, back }: FormEndProps) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.row}>
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {busy ? 'Saving…' : save}
      </Button>
      <Button onClick={() => (typeof back === 'string' ? goTo(back) : back())}>Cancel</Button>
    </div>
  );
};
