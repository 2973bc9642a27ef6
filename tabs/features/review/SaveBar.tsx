import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { errorWords } from './areaErrors';
import { savingWords } from './savingWords';
import type { AreaForm } from './useAreaForm';

const useStyles = makeStyles({
  error: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  line: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** Where what was typed stands, to be seen at any time; `useAreaForm` says aloud what matters of it. */
const StandingLine = ({ area: { standing, state } }: { area: AreaForm }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const isSaved = standing.kind === 'saved';
  return (
    <span className={isSaved ? styles.line : surfaces.quiet}>
      {isSaved && <CheckmarkRegular aria-hidden />}
      <span>{savingWords(standing, state.kept)}</span>
    </span>
  );
};

/** What became of what was typed, and a button for whoever wants to be sure: 'Saved' only once the server has answered. */
export const SaveBar = ({ area }: { area: AreaForm }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { standing, form, saver } = area;
  const { errors, isSubmitted } = form.formState;
  const wrong = isSubmitted ? errorWords(errors) : [];
  return (
    <div className={surfaces.tight}>
      {standing.kind === 'failed' && (
        <ProblemNotice
          problem={standing.problem}
          title={standing.problem.outcomeUnknown ? 'Not saved yet. Your text is kept on this device.' : 'Not saved.'}
          takesFocus={false}
          onTryAgain={saver.insist}
        />
      )}
      {wrong.length > 0 && (
        <p role="alert" className={styles.error}>
          Not saved. {wrong.join(' ')}
        </p>
      )}
      <div className={surfaces.row}>
        <Button appearance="primary" type="submit">
          Save
        </Button>
        <StandingLine area={area} />
      </div>
    </div>
  );
};
