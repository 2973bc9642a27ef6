import { Field, Input } from '@fluentui/react-components';
import type { Ref } from 'react';
import { dayInWords } from './dayInWords';

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or what was typed so far. */
  readonly value: string;
  readonly max?: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  /** Where a form sends the focus when something is wrong here. */
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A day, by the device's own date picker, and in words below. */
export const DayField = ({ label, value, max, onChange, error, inputRef }: DayFieldProps) => (
  <Field label={label} required hint={dayInWords(value)} {...(error && { validationMessage: error })}>
    <Input
      ref={inputRef}
      type="date"
      value={value}
      max={max}
      onChange={(_event, data) => {
        onChange(data.value);
      }}
    />
  </Field>
);
