import { Field, Input, makeStyles, Select, type InputProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { dayInWords } from '../../components/dayInWords';

/* As wide as its place, however long the choices in it are. */
const useStyles = makeStyles({ select: { minWidth: 0 } });

interface Named<T extends FieldValues> {
  readonly control: Control<T>;
  readonly name: FieldPath<T>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

const saying = (error: string | undefined, hint: string | undefined) => ({
  ...(hint && { hint }),
  ...(error && { validationMessage: error, validationState: 'error' as const }),
});

type TextInputProps<T extends FieldValues> = Named<T> &
  Pick<InputProps, 'type' | 'inputMode' | 'autoComplete'> & { readonly maxLength?: number };

/** One line of text of a form; says beside itself what is wrong with it. */
export const TextInput = <T extends FieldValues>(props: TextInputProps<T>) => {
  const { control, name, label, hint, required = false, maxLength, ...input } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} required={required} {...saying(fieldState.error?.message, hint)}>
      <Input {...field} value={String(field.value ?? '')} {...(maxLength && { maxLength })} {...input} />
    </Field>
  );
};

/** A day, by the device's own date picker, and in words below. */
export const DayInput = <T extends FieldValues>({ control, name, label, hint, required = false }: Named<T>) => {
  const { field, fieldState } = useController({ control, name });
  const value = String(field.value ?? '');
  return (
    <Field label={label} required={required} {...saying(fieldState.error?.message, dayInWords(value) ?? hint)}>
      <Input {...field} type="date" value={value} />
    </Field>
  );
};

interface ChoiceProps<T extends FieldValues> extends Named<T> {
  /** The options, the one that stands for nothing first. */
  readonly children: ReactNode;
}

/** One of a few. */
export const ChoiceInput = <T extends FieldValues>(props: ChoiceProps<T>) => {
  const { control, name, label, hint, required = false, children } = props;
  const styles = useStyles();
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} required={required} {...saying(fieldState.error?.message, hint)}>
      <Select {...field} className={styles.select} value={String(field.value ?? '')}>
        {children}
      </Select>
    </Field>
  );
};
