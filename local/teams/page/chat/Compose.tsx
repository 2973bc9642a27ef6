import { Button, Textarea } from '@fluentui/react-components';
import { Send20Filled } from '@fluentui/react-icons';
import { useState, type FormEvent, type KeyboardEvent } from 'react';

interface ComposeProps {
  readonly onSay: (text: string) => void;
  /** To whom it goes, as a screen reader says it. */
  readonly to?: string;
}

/** Enter sends, Shift and Enter begins a line, as in Teams. */
export const Compose = ({ onSay, to = 'Assured' }: ComposeProps) => {
  const [text, setText] = useState('');
  const say = (): void => {
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    say();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  };
  return (
    <form className="compose" onSubmit={submit}>
      <Textarea
        aria-label={`Message to ${to}`}
        placeholder="Type a message"
        resize="none"
        rows={1}
        maxLength={8000}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={press}
      />
      <Button
        type="submit"
        appearance="subtle"
        aria-label="Send"
        icon={<Send20Filled />}
        disabled={text.trim() === ''}
      />
    </form>
  );
};
