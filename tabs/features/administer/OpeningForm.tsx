import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { phaseName, plural } from '../../../shared/domain/words';
import type { Opening } from '../../../shared/schema/administrationViews';
import { Urn } from '../../../shared/schema/ids';
import type { OpenedReviews } from '../../../shared/schema/reviewViews';
import { rereadEverything } from '../../api/keeping';
import { openForAcademies } from '../../api/openForAcademies';
import { useCommand } from '../../api/useCommand';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { ErrorSummary } from './FormEnd';
import { byPhase, openingButton, stateWords } from './openingWords';
import { resolving } from './resolving';
import { useFormStyles } from './formStyles';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 1fr) minmax(0, 3fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: tokens.spacingVerticalXS,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quickly: { paddingBlock: tokens.spacingVerticalS },
  closed: { paddingInlineStart: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalS },
});

interface Draft {
  urns: string[];
}

interface OpeningFormProps {
  readonly opening: Opening;
  readonly onOpened: (outcome: OpenedReviews, asked: readonly string[]) => void;
}

/** All, the academies of a phase, or none at one press. */
const Quickly = ({ opening, choose }: { opening: Opening; choose: (urns: string[]) => void }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const phases = byPhase(opening.academies);
  const all = phases.flatMap(({ urns }) => urns);
  return (
    <div className={mergeClasses(surfaces.row, styles.quickly)} role="group" aria-label="Choose quickly">
      <Button size="small" onClick={() => choose(all)}>{`All (${all.length})`}</Button>
      {phases.length > 1 &&
        phases.map(({ phase, urns }) => (
          <Button key={phase} size="small" onClick={() => choose(urns)}>
            {`${phaseName(phase)} (${urns.length})`}
          </Button>
        ))}
      <Button size="small" onClick={() => choose([])}>
        None
      </Button>
    </div>
  );
};

const Academies = ({ opening, control }: { opening: Opening; control: Control<Draft> }) => {
  const styles = useStyles();
  const form = useFormStyles();
  const surfaces = useSurfaces();
  const { field } = useController({ control, name: 'urns' });
  const first = opening.academies.find(({ state }) => state === 'toOpen')?.urn;
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>Which academies</legend>
      <Quickly opening={opening} choose={field.onChange} />
      <ul className={surfaces.list} aria-label="Academies">
        {opening.academies.map((academy) => (
          <li key={academy.urn} className={styles.entry}>
            {academy.state === 'toOpen' ? (
              <Checkbox
                {...(academy.urn === first && { ref: field.ref })}
                label={academy.name}
                checked={field.value.includes(academy.urn)}
                onChange={(_event, { checked }) =>
                  field.onChange(
                    checked === true ? [...field.value, academy.urn] : field.value.filter((one) => one !== academy.urn),
                  )
                }
              />
            ) : (
              <span className={styles.closed}>{academy.name}</span>
            )}
            <span className={surfaces.quiet}>{phaseName(academy.phase)}</span>
            <span className={surfaces.quiet}>{stateWords(academy)}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

/** Which academies a period is opened for, seeing first how each stands; opened in one act. */
export const OpeningForm = ({ opening, onOpened }: OpeningFormProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const form = useForm<Draft>({
    defaultValues: { urns: byPhase(opening.academies).flatMap(({ urns }) => urns) },
    resolver: resolving<Draft>(({ urns }): { urns?: string } =>
      urns.length === 0 ? { urns: 'Please choose at least one academy.' } : {},
    ),
  });
  const command = useCommand(openForAcademies, (outcome, { academies }) => {
    onOpened(outcome, academies);
    form.reset({ urns: [] });
    rereadEverything(client);
  });
  const { year, period, record } = opening;
  const chosen = useWatch({ control: form.control, name: 'urns' }).length;
  const open = form.handleSubmit(({ urns }) =>
    command.act({ year, period, academies: urns.map((urn) => Urn.parse(urn)) }),
  );
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void open(event)}>
      {command.problem && (
        <ProblemNotice problem={command.problem} title={`The ${plural(record)} were not all opened.`} />
      )}
      <Academies opening={opening} control={form.control} />
      <ErrorSummary errors={form.formState.errors} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={command.busy}>
          {command.busy ? 'Opening…' : openingButton(chosen, record)}
        </Button>
      </div>
    </form>
  );
};
