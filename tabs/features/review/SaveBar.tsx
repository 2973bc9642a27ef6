import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ApiProblem } from '../../api/problem';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import type { AreaForm } from './useAreaForm';

interface SaveBarProps {
  readonly form: Pick<AreaForm, 'dirty' | 'busy' | 'problem' | 'savedAt'>;
  /** What was found wrong when somebody tried to save. */
  readonly errors: readonly string[];
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

const useStyles = makeStyles({
  error: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  saved: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

const failedTitle = (problem: ApiProblem): string =>
  problem.outcomeUnknown ? 'Not saved yet. Your text is kept on this device.' : 'Not saved.';

const State = ({ form }: Pick<SaveBarProps, 'form'>) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  if (form.busy) return <span>Saving…</span>;
  if (form.dirty) return <span className={surfaces.quiet}>Not saved yet; kept on this device until you save.</span>;
  if (!form.savedAt) return null;
  return (
    <span className={styles.saved}>
      <CheckmarkRegular aria-hidden />
      <span>Saved {time.format(form.savedAt)}</span>
    </span>
  );
};

/** The one button that saves an area, and what became of it: 'Saved' only once the server has answered. */
export const SaveBar = ({ form, errors }: SaveBarProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <div className={surfaces.tight}>
      {form.problem && <ProblemNotice problem={form.problem} title={failedTitle(form.problem)} />}
      {errors.length > 0 && (
        <p role="alert" className={styles.error}>
          Not saved. {errors.join(' ')}
        </p>
      )}
      <div className={surfaces.row}>
        <Button appearance="primary" type="submit" disabledFocusable={form.busy || !form.dirty}>
          {form.problem && form.dirty ? 'Save again' : 'Save'}
        </Button>
        <State form={form} />
      </div>
    </div>
  );
};
