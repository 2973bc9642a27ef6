import { Link as OutsideLink, makeStyles, tokens } from '@fluentui/react-components';
import { findLevel } from '../../../shared/domain/framework';
import { signsOff } from '../../../shared/domain/judging';
import { formatInstant, periodShort } from '../../../shared/domain/words';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import { LevelMark } from '../../components/LevelMark';
import { markOn, notApplicable } from '../../../shared/domain/marks';
import { whoWords } from '../../../shared/domain/whoWords';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { KpiTable } from './KpiTable';

type Judged = NonNullable<CellDetail['judgement']>;

const useStyles = makeStyles({
  level: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

const Rationale = ({ judgement }: { judgement: Judged }) => {
  const surfaces = useSurfaces();
  if (judgement.withheld === 'staffMatters')
    return <p className={surfaces.text}>The rationale is not shown to the Board because it concerns staff.</p>;
  if (!judgement.rationale) return <p className={surfaces.quiet}>No rationale was given.</p>;
  return <p className={surfaces.text}>{judgement.rationale}</p>;
};

/** The period before the one shown, as the last four tell it. */
const previousOf = (detail: CellDetail) => detail.history[detail.history.length - 2];

const PreviousLine = ({ detail }: { detail: CellDetail }) => {
  const surfaces = useSurfaces();
  const previous = previousOf(detail);
  const level = previous?.as ?? findLevel(detail.scale, previous?.level);
  if (!previous || !level) return null;
  return (
    <p className={surfaces.quiet}>
      {level.code === detail.judgement?.level ? 'As' : `Was ${level.name}`} in {periodShort(previous)}
    </p>
  );
};

/** 'Signed off by …', or the last of those who agreed. */
const settledWords = (detail: CellDetail): string => {
  const { signedOff, judging, review } = detail;
  const signs = signsOff(detail);
  if (signedOff)
    return `${signs ? 'Signed off by' : 'Agreed by all, the last'} ${whoWords(signedOff.by)}, ${formatInstant(signedOff.at)}.`;
  return `Not ${signs ? 'signed off' : 'agreed'}. ${reviewStateWords(review, judging?.settling)}.`;
};

const WhoAndWhen = ({ detail, judgement }: { detail: CellDetail; judgement: Judged }) => {
  const surfaces = useSurfaces();
  return (
    <p className={surfaces.quiet}>
      Judged by {whoWords(judgement.by)}, {formatInstant(judgement.at)}.
      <br />
      {settledWords(detail)}
    </p>
  );
};

/** Level, the level before, measures, rationale, evidence, who and when. */
export const CellJudgement = ({ detail }: { detail: CellDetail }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { judgement } = detail;
  if (!detail.applicable) return <LevelMark mark={notApplicable} size="medium" />;
  return (
    <>
      <div>
        <span className={styles.level}>
          <LevelMark mark={markOn(detail.scale, judgement?.level)} size="medium" />
        </span>
        <PreviousLine detail={detail} />
      </div>
      {detail.kpis.length > 0 && <KpiTable kpis={detail.kpis} scale={detail.scale} />}
      {judgement && (
        <>
          <Rationale judgement={judgement} />
          {judgement.evidence.length > 0 && (
            <ul className={surfaces.bullets} aria-label="Evidence">
              {judgement.evidence.map(({ title, url }) => (
                <li key={url}>
                  <OutsideLink href={url} target="_blank" rel="noreferrer noopener">
                    {title}
                  </OutsideLink>
                </li>
              ))}
            </ul>
          )}
          <WhoAndWhen detail={detail} judgement={judgement} />
        </>
      )}
    </>
  );
};
