import type { KpiReading } from '../../schema/matrixViews';
import type { ReviewView } from '../../schema/reviewViews';
import type { PeriodRef } from '../../schema/views';
import { recordOf, signsOff } from '../judging';
import { formatValue } from '../kpis';
import { legendOf, markOn, notApplicable, notJudged } from '../marks';
import { groupsOf, markOfArea, progressOf, type AreaOfReview } from '../reviewAreas';
import { judgedWords, previousWords, settlingLine, standingWords } from '../reviewWords';
import { reviewStateWords } from '../stateWords';
import { whoWords } from '../whoWords';
import { capital, formatDay, formatInstant, periodLabel, phaseName } from '../words';
import type { ReviewSheet, ReviewSheetArea, SheetFact, SheetKpi } from './sheet';
import { fileNameOf, takingFacts, type Taking } from './taking';

const kpiOf = ({ scale }: AreaOfReview, kpi: KpiReading): SheetKpi => ({
  name: kpi.name,
  value: formatValue(kpi.value, kpi.unit),
  band: kpi.words,
  mark: markOn(scale, kpi.level),
  asAt: formatDay(kpi.asAt),
  source: kpi.source,
});

/** An address that is not https is left out: a document is opened where nobody checks it any more. */
const isHttps = ({ url }: { readonly url: string }): boolean => /^https:\/\//i.test(url);

const areaOf = (entry: AreaOfReview, previousPeriod: PeriodRef | undefined): ReviewSheetArea => {
  const { judgement, suggestion, kpis } = entry.view;
  return {
    name: entry.area.name,
    mark: markOfArea(entry),
    previous: previousWords(entry, previousPeriod) ?? '',
    suggestion: suggestion ? `The measures suggest ${suggestion.why}` : '',
    rationale: judgement?.rationale ?? '',
    kpis: kpis.map((kpi) => kpiOf(entry, kpi)),
    evidence: (judgement?.evidence ?? []).filter(isHttps).map(({ title, url }) => ({ title, url })),
    judged: judgement ? judgedWords(judgement) : '',
  };
};

const standingOf = (review: ReviewView): ReviewSheet['standing'] => {
  const { framework, state, settling } = review;
  const { words, comment } = standingWords(review);
  const settles = (state === 'awaitingSignOff' || state === 'signedOff') && !signsOff(framework);
  return {
    state: reviewStateWords(state, framework.judging?.settling),
    lines: [words, ...(comment ? [`“${comment}”`] : []), ...(settles ? settling.map(settlingLine) : [])],
  };
};

const factsOf = (review: ReviewView, taking: Taking): SheetFact[] => [
  { label: 'Trust', words: taking.trustName },
  { label: 'Academy', words: `${review.academyName} · ${phaseName(review.phase)}` },
  { label: 'Period', words: periodLabel(review) },
  { label: 'Model', words: review.framework.name },
  { label: capital(recordOf(review.framework)), words: progressOf(review) },
  ...(review.headTeacher ? [{ label: 'Head teacher', words: review.headTeacher.name }] : []),
  { label: 'As at', words: formatInstant(taking.at) },
  ...takingFacts(taking),
];

/** One academy's review as one person may see it, with the words of the screen. */
export const reviewSheet = (review: ReviewView, taking: Taking): ReviewSheet => {
  const record = capital(recordOf(review.framework));
  return {
    kind: 'review',
    title: `${review.academyName}, ${periodLabel(review)}`,
    fileName: fileNameOf(record, review.academyName, periodLabel(review)),
    facts: factsOf(review, taking),
    standing: standingOf(review),
    groups: groupsOf(review).map(({ group, entries }) => ({
      name: group.name,
      areas: entries.map((entry) => areaOf(entry, review.previousPeriod)),
    })),
    legend: [...legendOf(review.framework.scales), notJudged, notApplicable],
    notes: [],
    history: review.history.map(({ at, by, text }) => ({ at: formatInstant(at), by: whoWords(by), words: text })),
  };
};
