import { Link as OutsideLink } from '@fluentui/react-components';
import { formatValue } from '../../../shared/domain/kpis';
import { judgedWords, previousWords } from '../../../shared/domain/reviewWords';
import { formatDay } from '../../../shared/domain/words';
import type { KpiReading } from '../../../shared/schema/matrixViews';
import type { ReviewArea } from '../../../shared/schema/reviewViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { LevelMark } from '../../components/LevelMark';
import { markOn } from '../../../shared/domain/marks';
import { useSurfaces } from '../../components/surfaces';
import { markOfArea, type AreaOfReview } from '../../../shared/domain/reviewAreas';

const KpiLine = ({ kpi, entry }: { kpi: KpiReading; entry: AreaOfReview }) => (
  <li>
    {kpi.name}: <strong>{formatValue(kpi.value, kpi.unit)}</strong>, {kpi.words}{' '}
    <LevelMark mark={markOn(entry.scale, kpi.level)} /> ({formatDay(kpi.asAt)}
    {kpi.source && `, ${kpi.source}`})
  </li>
);

const Judged = ({ judgement }: { judgement: NonNullable<ReviewArea['judgement']> }) => {
  const surfaces = useSurfaces();
  return (
    <>
      {judgement.rationale && <p className={surfaces.text}>{judgement.rationale}</p>}
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
      <p className={surfaces.quiet}>{judgedWords(judgement)}</p>
    </>
  );
};

const PreviousLine = ({ entry, period }: { entry: AreaOfReview; period: PeriodRef | undefined }) => {
  const surfaces = useSurfaces();
  const words = previousWords(entry, period);
  return words === undefined ? null : <p className={surfaces.quiet}>{words}</p>;
};

/** One area to read: level, measures, rationale, evidence, who and when. */
export const AreaReading = ({
  entry,
  previousPeriod,
}: {
  entry: AreaOfReview;
  previousPeriod: PeriodRef | undefined;
}) => {
  const surfaces = useSurfaces();
  const { view } = entry;
  return (
    <div className={surfaces.tight}>
      <div className={surfaces.row}>
        <LevelMark mark={markOfArea(entry)} />
        <PreviousLine entry={entry} period={previousPeriod} />
      </div>
      {view.kpis.length > 0 && (
        <ul className={surfaces.bullets} aria-label="Measures">
          {view.kpis.map((kpi) => (
            <KpiLine key={kpi.kpi} kpi={kpi} entry={entry} />
          ))}
        </ul>
      )}
      {view.judgement && <Judged judgement={view.judgement} />}
    </div>
  );
};
