import { Field, Select } from '@fluentui/react-components';

interface GradeSelectProps {
  readonly label: string;
  /** What stands for nothing chosen: 'Not graded'. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** One of a few words, or none of them. */
export const GradeSelect = ({ label, none, options, value, onChange, required = false, error }: GradeSelectProps) => (
  <Field label={label} required={required} {...(error && { validationMessage: error })}>
    <Select
      value={value}
      onChange={(_event, data) => {
        onChange(data.value);
      }}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  </Field>
);
