import type { Control } from 'react-hook-form';
import { TextInput } from './formFields';
import type { PersonDraft } from './personDraft';
import { RoleFields, type Reaches } from './RoleFields';
import { useFormStyles } from './formStyles';

/** Everything that is said of a person. */
export const PersonFields = ({ control, reaches }: { control: Control<PersonDraft>; reaches: Reaches }) => {
  const form = useFormStyles();
  return (
    <>
      <div className={form.fields}>
        <TextInput control={control} name="name" label="Name" required maxLength={120} autoComplete="off" />
        <TextInput
          control={control}
          name="email"
          label="E-mail"
          required
          type="email"
          maxLength={200}
          autoComplete="off"
        />
        <TextInput control={control} name="jobTitle" label="Job title" required maxLength={120} autoComplete="off" />
      </div>
      <RoleFields control={control} reaches={reaches} />
    </>
  );
};
