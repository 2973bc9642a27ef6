import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowCircleRightRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { formatDay, formatInstant } from '../../../shared/domain/words';
import type { RouteStepView } from '../../../shared/schema/changeViews';
import { useSurfaces } from '../../components/surfaces';
import { stepWords, waitingWords } from './routeWords';

const useStyles = makeStyles({
  step: { display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS },
  icon: { flexShrink: 0, fontSize: '20px' },
  current: { fontWeight: tokens.fontWeightSemibold },
  text: { minWidth: 0 },
});

const looks = {
  done: { Icon: CheckmarkCircleRegular, word: 'Done' },
  current: { Icon: ArrowCircleRightRegular, word: 'Now' },
  later: { Icon: CircleRegular, word: 'Later' },
  skipped: { Icon: SubtractCircleRegular, word: 'Not taken' },
} satisfies Record<RouteStepView['status'], { Icon: typeof CircleRegular; word: string }>;

const Outcome = ({ outcome }: { outcome: NonNullable<RouteStepView['outcome']> }) => {
  const surfaces = useSurfaces();
  return (
    <>
      <div className={surfaces.quiet}>
        {outcome.by.name}: {outcome.text}, {formatInstant(outcome.at)}
        {outcome.meetingDate && `, meeting of ${formatDay(outcome.meetingDate)}`}
      </div>
      {outcome.comment && <p className={surfaces.text}>“{outcome.comment}”</p>}
    </>
  );
};

/** The route of a change: what was done, whose turn it is and since when, what comes. */
export const RouteLine = ({ steps }: { steps: readonly RouteStepView[] }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <ol className={surfaces.list} aria-label="Route">
      {steps.map((step, at) => {
        const { Icon, word } = looks[step.status];
        return (
          <li key={at} className={styles.step} aria-current={step.status === 'current' ? 'step' : undefined}>
            <Icon aria-hidden className={styles.icon} />
            <div className={styles.text}>
              <span className={mergeClasses(step.status === 'current' && styles.current)}>
                {word}: {stepWords(step)}
              </span>
              {step.status === 'current' && (
                <div className={surfaces.quiet}>
                  With {waitingWords(step)}
                  {step.since && `, since ${formatInstant(step.since)}`}
                </div>
              )}
              {step.outcome && <Outcome outcome={step.outcome} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
};
