import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import { phaseName } from '../../../shared/domain/words';
import type { AdministeredAcademies } from '../../../shared/schema/administrationViews';
import { Phase } from '../../../shared/schema/framework';
import { useSurfaces } from '../../components/surfaces';
import type { AcademyDraft } from './academyDraft';
import { ChoiceInput, DayInput, TextInput } from './formFields';
import { useFormStyles } from './formStyles';

const useStyles = makeStyles({
  areas: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
  },
});

interface AcademyFieldsProps {
  readonly control: Control<AcademyDraft>;
  readonly areas: AdministeredAcademies['areas'];
  readonly isNew: boolean;
  readonly phase: string;
}

/** Which areas the trust does not judge in this academy; those that its phase never has are not asked about. */
const AreasLeftOut = ({ control, areas, phase }: Omit<AcademyFieldsProps, 'isNew'>) => {
  const styles = useStyles();
  const form = useFormStyles();
  const surfaces = useSurfaces();
  const { field } = useController({ control, name: 'notApplicable' });
  const asked = areas.filter((area) => !area.notApplicableIn.some((one) => one === phase));
  if (asked.length === 0) return null;
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>Areas that do not apply</legend>
      <p className={surfaces.quiet}>They are not judged in this academy, and never count against it.</p>
      <div className={styles.areas}>
        {asked.map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={field.value.includes(code)}
            onChange={(_event, { checked }) =>
              field.onChange(checked === true ? [...field.value, code] : field.value.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </fieldset>
  );
};

/** Everything that is said of an academy. */
export const AcademyFields = ({ control, areas, isNew, phase }: AcademyFieldsProps) => {
  const form = useFormStyles();
  return (
    <>
      <div className={form.fields}>
        {isNew && (
          <TextInput
            control={control}
            name="urn"
            label="URN"
            hint="Six digits. It cannot be changed later."
            required
            inputMode="numeric"
            maxLength={6}
          />
        )}
        <TextInput control={control} name="name" label="Name" required maxLength={120} />
        <ChoiceInput control={control} name="phase" label="Phase" required>
          <option value="">Please choose</option>
          {Phase.options.map((option) => (
            <option key={option} value={option}>
              {phaseName(option)}
            </option>
          ))}
        </ChoiceInput>
        <TextInput control={control} name="pupils" label="Pupils" inputMode="numeric" maxLength={5} />
        <DayInput
          control={control}
          name="joinedOn"
          label="Joined on"
          hint="Periods that ended before are not opened for it."
        />
        {!isNew && (
          <DayInput
            control={control}
            name="leftOn"
            label="Last day in the trust"
            hint="Only when it leaves. Its records stay readable; nothing new is opened for it, and nothing waits for anybody after that day."
          />
        )}
      </div>
      <AreasLeftOut control={control} areas={areas} phase={phase} />
    </>
  );
};
