import type { CategoryChange } from '../schema/categoryChange';
import type { CategoryWord, Framework } from '../schema/framework';
import type { Academy, Person } from '../schema/people';
import type { RouteStep } from '../schema/route';
import type { ReviewRow } from '../schema/rows';
import type { DatedPeriod, WorkItem } from '../schema/views';
import { inTrustOn, samePeriod } from './calendar';
import { currentStep } from './categoryChange';
import { categoryWordOf } from './describedChange';
import { purposeOf, ratesInTurn, recordOf, signsOff, waitsFor } from './judging';
import { may } from './policy';
import { mayTake } from './takingSteps';
import { stepSince } from './routeView';
import { count, periodLabel, plural, recordPhrase, yearInPath } from './words';

/** Areas of a review that this person may judge and that nobody has judged yet. */
const unjudged = (framework: Framework, person: Person, academy: Academy, row: ReviewRow): number =>
  framework.areas.filter(
    (area) =>
      !row.notApplicable.includes(area.code) &&
      row.levels[area.code] === undefined &&
      ratesInTurn(framework, person, { academy, group: area.group }),
  ).length;

const pageOf = (row: ReviewRow): string => `reviews/${yearInPath(row.year)}/${row.period}/${row.urn}`;
const item = (row: ReviewRow, kind: WorkItem['kind'], title: string, detail: string): WorkItem => ({
  id: `${kind}:${row.urn}:${row.year}:${row.period}`,
  kind,
  title,
  detail,
  subPageId: pageOf(row),
  ...(row.waitingSince !== undefined && { since: row.waitingSince }),
});

/** Signing off or agreeing, where it waits for this person. */
const workOfSettling = (framework: Framework, person: Person, academy: Academy, row: ReviewRow): WorkItem[] => {
  if (!waitsFor(framework, row, person, academy)) return [];
  const record = `${recordOf(framework)} of ${academy.name}`;
  const detail = `${periodLabel(row)} · every area is judged`;
  return [
    signsOff(framework)
      ? item(row, 'signOff', `Sign off the ${record}`, detail)
      : item(row, 'agree', `Agree the ${record}`, detail),
  ];
};

/** What a review asks of somebody now; nothing where it waits for somebody else. */
export const workOfReview = (framework: Framework, person: Person, academy: Academy, row: ReviewRow): WorkItem[] => {
  if (row.state === 'signedOff') return [];
  if (row.state === 'awaitingSignOff') return workOfSettling(framework, person, academy, row);
  const period = periodLabel(row);
  const leads = may(person, 'leadInTurn', { academy });
  if (row.state === 'queried' && leads)
    return [item(row, 'answerQuery', `Answer the query about ${academy.name}`, `${period} · it was sent back`)];
  const open = unjudged(framework, person, academy, row);
  if (open > 0) {
    const detail = `${period} · ${count(open, 'area')} not judged yet`;
    return [item(row, 'rateAreas', `Judge the areas of ${academy.name}`, detail)];
  }
  const title = `Send the ${recordOf(framework)} of ${academy.name} for ${purposeOf(framework)}`;
  return leads ? [item(row, 'sendForSignOff', title, `${period} · every area is judged`)] : [];
};

/** The period that has begun and is not open for some of the academies that this person leads. */
export const workOfOpening = (
  framework: Framework,
  person: Person,
  academies: readonly Academy[],
  rows: readonly ReviewRow[],
  period: DatedPeriod,
): WorkItem[] => {
  const missing = academies.filter(
    (academy) =>
      may(person, 'leadInTurn', { academy }) &&
      inTrustOn(academy, period.endsOn) &&
      !rows.some((row) => row.urn === academy.urn && samePeriod(row, period)),
  );
  if (missing.length === 0) return [];
  const records = recordPhrase(period, plural(recordOf(framework)));
  return [
    {
      id: `open:${period.year}:${period.period}`,
      kind: 'openReviews',
      title: `Open the ${records}`,
      detail: `${periodLabel(period)} · not open for ${count(missing.length, 'academy', 'academies')}`,
      subPageId: `reviews/${yearInPath(period.year)}/${period.period}`,
    },
  ];
};

const titles = {
  discuss: (word, academy) => `Discuss the change of ${word} for ${academy}`,
  represent: (word, academy) => `Make representations on the change of ${word} for ${academy}, or say there are none`,
  approve: (word, academy) => `Decide on the change of ${word} for ${academy}`,
  confirm: (word, academy) => `Confirm the change of ${word} for ${academy}`,
} satisfies Record<RouteStep['kind'], (word: CategoryWord, academy: string) => string>;

/** What a category change asks of somebody now. */
export const workOfChange = (person: Person, academy: Academy, change: CategoryChange): WorkItem[] => {
  const place = { subPageId: `categories/${change.id}`, since: stepSince(change) };
  const word = categoryWordOf(change);
  if (change.state === 'returned' && change.proposedBy === person.id) {
    const title = `Look again at the change of ${word} for ${academy.name}`;
    return [
      { id: `resubmit:${change.id}`, kind: 'resubmit', title, detail: 'It was returned with a comment', ...place },
    ];
  }
  const step = currentStep(change);
  if (!step || !mayTake(change, person, academy)) return [];
  const title = titles[step.kind](word, academy.name);
  return [{ id: `${step.kind}:${change.id}`, kind: step.kind, title, detail: 'It waits for you', ...place }];
};
