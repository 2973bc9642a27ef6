import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { Controller, useFieldArray, type Control } from 'react-hook-form';
import { useSurfaces } from '../../components/surfaces';
import type { AreaValues, TypedLink } from './areaDraft';

const most = 5;

const useStyles = makeStyles({
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.5fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minWidth: 0, width: '100%' },
  remove: { marginTop: '26px', '@media (max-width: 640px)': { marginTop: 0, justifySelf: 'start' } },
});

interface PartProps {
  readonly control: Control<AreaValues>;
  readonly at: number;
  readonly part: keyof TypedLink;
}

const parts = {
  title: { label: 'what it shows', input: { maxLength: 120 } },
  url: { label: 'link', input: { type: 'url', placeholder: 'https://', maxLength: 500 } },
} as const;

const Part = ({ control, at, part }: PartProps) => {
  const styles = useStyles();
  const { label, input } = parts[part];
  return (
    <Controller
      control={control}
      name={`evidence.${at}.${part}`}
      render={({ field, fieldState: { error } }) => (
        <Field label={`Evidence ${at + 1}: ${label}`} {...(error?.message && { validationMessage: error.message })}>
          <Input
            ref={field.ref}
            input={{ className: styles.input }}
            className={styles.input}
            value={field.value}
            onChange={(_event, { value }) => {
              field.onChange(value);
            }}
            {...input}
          />
        </Field>
      )}
    />
  );
};

/** Links to what the judgement rests on: up to five, https only. A new line takes the focus, a removed one gives it on. */
export const EvidenceFields = ({ control }: { control: Control<AreaValues> }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const group = useRef<HTMLDivElement>(null);
  const { fields, append, remove } = useFieldArray({ control, name: 'evidence' });
  return (
    <div ref={group} tabIndex={-1} className={surfaces.tight} role="group" aria-label="Evidence">
      {fields.map(({ id }, at) => (
        <div key={id} className={styles.link}>
          <Part control={control} at={at} part="title" />
          <Part control={control} at={at} part="url" />
          <Button
            appearance="subtle"
            className={styles.remove}
            icon={<DeleteRegular />}
            aria-label={`Remove evidence ${at + 1}`}
            onClick={() => {
              remove(at);
              group.current?.focus();
            }}
          />
        </div>
      ))}
      {fields.length < most && (
        <div>
          <Button
            appearance="subtle"
            icon={<AddRegular />}
            onClick={() => {
              append({ title: '', url: '' }, { focusName: `evidence.${fields.length}.title` });
            }}
          >
            Add a link to evidence
          </Button>
        </div>
      )}
    </div>
  );
};
