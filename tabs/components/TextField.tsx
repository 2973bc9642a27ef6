import { Field, Textarea } from '@fluentui/react-components';
import type { Ref } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly required?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with it now, once that should be said. */
  readonly error?: string | undefined;
  readonly rows?: number;
  /** Where a form sends the focus when something is wrong here. */
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

const leftWords = (left: number): string | undefined => (left <= 200 ? `${left} characters left.` : undefined);

/** Several lines of a person's own words. */
export const TextField = (props: TextFieldProps) => {
  const { label, value, onChange, maxLength, required = false, hint, error, rows = 4, inputRef } = props;
  const hints = [hint, leftWords(maxLength - value.length)].filter((words) => words !== undefined).join(' ');
  return (
    <Field
      label={label}
      required={required}
      {...(hints && { hint: hints })}
      {...(error && { validationMessage: error, validationState: 'error' })}
    >
      <Textarea
        ref={inputRef}
        resize="vertical"
        textarea={{ rows }}
        value={value}
        maxLength={maxLength}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
};
