import { Button, Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useController, useFieldArray, useWatch, type Control } from 'react-hook-form';
import { phaseName, roleName } from '../../../shared/domain/words';
import type { AdministeredPeople } from '../../../shared/schema/administrationViews';
import { Phase } from '../../../shared/schema/framework';
import type { RoleName } from '../../../shared/schema/people';
import { useSurfaces } from '../../components/surfaces';
import { ChoiceInput } from './formFields';
import { emptyRole, type PersonDraft } from './personDraft';
import { useFormStyles } from './formStyles';

const useStyles = makeStyles({
  role: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  which: { flex: '1 1 220px', minWidth: 0 },
  away: { marginTop: tokens.spacingVerticalXXL, '@media (max-width: 640px)': { marginTop: 0 } },
  several: { display: 'flex', flexWrap: 'wrap' },
});

export type Reaches = Pick<AdministeredPeople, 'academies' | 'groups' | 'committees'>;

/** Every role with what it lets somebody do, in one line. */
const roleHints = {
  headTeacher: 'Reads and signs off the reviews of one academy.',
  directorOfEducation: 'Leads reviews and proposes categories, in all academies or in some phases.',
  functionLead: 'Judges the areas of some functions in every academy.',
  ceo: 'Judges, proposes and approves, in every academy.',
  boardMember: 'Reads the matrix and confirms changes for the Board.',
  committeeMember: 'Reads the matrix for a committee, and takes its steps.',
  localGovernor: 'Reads the settled records of one academy.',
  administrator: 'Looks after people, academies, dates and the model; judges nothing.',
} satisfies Record<RoleName, string>;
const roleNames = Object.keys(roleHints) as RoleName[];

interface RolePart {
  readonly control: Control<PersonDraft>;
  readonly at: number;
}

interface SeveralProps extends RolePart {
  readonly name: 'phases' | 'groups';
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

/** Some of a few, by tick. */
const Several = ({ control, at, name, label, hint, options }: SeveralProps) => {
  const styles = useStyles();
  const { field, fieldState } = useController({ control, name: `roles.${at}.${name}` });
  return (
    <Field
      role="group"
      label={label}
      {...(hint && { hint })}
      {...(fieldState.error?.message && { validationMessage: fieldState.error.message, validationState: 'error' })}
    >
      <div className={styles.several}>
        {options.map(({ code, name: word }, index) => (
          <Checkbox
            key={code}
            {...(index === 0 && { ref: field.ref })}
            label={word}
            checked={field.value.includes(code)}
            onChange={(_event, { checked }) =>
              field.onChange(checked === true ? [...field.value, code] : field.value.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </Field>
  );
};

const AcademyOf = ({ control, at, reaches }: RolePart & { reaches: Reaches }) => (
  <ChoiceInput control={control} name={`roles.${at}.academy`} label="Academy" required>
    <option value="">Please choose</option>
    {reaches.academies.map(({ urn, name }) => (
      <option key={urn} value={urn}>
        {name}
      </option>
    ))}
  </ChoiceInput>
);

const CommitteeOf = ({ control, at, reaches }: RolePart & { reaches: Reaches }) => (
  <ChoiceInput control={control} name={`roles.${at}.committee`} label="Committee" required>
    <option value="">Please choose</option>
    {reaches.committees.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </ChoiceInput>
);

const phaseOptions = Phase.options.map((phase) => ({ code: phase, name: phaseName(phase) }));

/** How far the chosen role reaches. */
const Reach = ({ control, at, reaches }: RolePart & { reaches: Reaches }) => {
  const role = useWatch({ control, name: `roles.${at}.role` });
  if (role === 'headTeacher' || role === 'localGovernor') return <AcademyOf {...{ control, at, reaches }} />;
  if (role === 'committeeMember') return <CommitteeOf {...{ control, at, reaches }} />;
  if (role === 'functionLead')
    return <Several {...{ control, at }} name="groups" label="Functions" options={reaches.groups} />;
  if (role !== 'directorOfEducation') return null;
  return (
    <Several
      {...{ control, at }}
      name="phases"
      label="Phases"
      hint="None chosen: all academies."
      options={phaseOptions}
    />
  );
};

const RoleLine = ({ control, at, reaches, onRemove }: RolePart & { reaches: Reaches; onRemove: () => void }) => {
  const styles = useStyles();
  const role = useWatch({ control, name: `roles.${at}.role` });
  const offered = roleNames.filter(
    (name) => reaches.committees.length > 0 || name !== 'committeeMember' || role === name,
  );
  return (
    <div className={styles.role} role="group" aria-label={`Role ${at + 1}`}>
      <div className={styles.which}>
        <ChoiceInput
          control={control}
          name={`roles.${at}.role`}
          label="Role"
          required
          hint={role === '' ? undefined : roleHints[role]}
        >
          <option value="">Please choose</option>
          {offered.map((name) => (
            <option key={name} value={name}>
              {roleName(name)}
            </option>
          ))}
        </ChoiceInput>
      </div>
      <div className={styles.which}>
        <Reach {...{ control, at, reaches }} />
      </div>
      <Button className={styles.away} aria-label={`Take away role ${at + 1}`} onClick={onRemove}>
        Take away
      </Button>
    </div>
  );
};

const most = 20;

/** All roles of a person, each with its reach. */
export const RoleFields = ({ control, reaches }: { control: Control<PersonDraft>; reaches: Reaches }) => {
  const form = useFormStyles();
  const surfaces = useSurfaces();
  const roles = useFieldArray({ control, name: 'roles' });
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>Roles</legend>
      {roles.fields.length === 0 && (
        <p className={surfaces.text}>No role: this person sees nothing and is sent nothing.</p>
      )}
      {roles.fields.map(({ id }, at) => (
        <RoleLine key={id} {...{ control, at, reaches }} onRemove={() => roles.remove(at)} />
      ))}
      <div className={surfaces.row}>
        <Button
          disabledFocusable={roles.fields.length >= most}
          onClick={() => roles.append(emptyRole, { focusName: `roles.${roles.fields.length}.role` })}
        >
          Add a role
        </Button>
        {roles.fields.length > 0 && <Button onClick={() => roles.replace([])}>Take all roles away</Button>}
      </div>
    </fieldset>
  );
};
