import type { CategoryChange } from '../schema/categoryChange';
import type { Framework } from '../schema/framework';
import type { Academy, Person } from '../schema/people';
import type { ReviewRow } from '../schema/rows';
import type { TermRef, WorkItem } from '../schema/views';
import { currentStep, mayDecide } from './categoryChange';
import { holdsRouteRole, may } from './policy';
import { stepSince } from './routeView';
import { count, termLabel, termName, yearInPath } from './words';

/** Areas of a review that this person may judge and that nobody has judged yet. */
const unjudged = (framework: Framework, person: Person, academy: Academy, row: ReviewRow): number =>
  framework.areas.filter(
    (area) =>
      !row.notApplicable.includes(area.code) &&
      row.levels[area.code] === undefined &&
      may(person, 'rateInTurn', { academy, group: area.group }),
  ).length;

const pageOf = (row: ReviewRow): string => `reviews/${yearInPath(row.year)}/${row.term}/${row.urn}`;
const item = (row: ReviewRow, kind: WorkItem['kind'], title: string, detail: string): WorkItem => ({
  id: `${kind}:${row.urn}:${row.year}:${row.term}`,
  kind,
  title,
  detail,
  subPageId: pageOf(row),
});

/** What a review asks of somebody now; nothing where it waits for somebody else. */
export const workOfReview = (framework: Framework, person: Person, academy: Academy, row: ReviewRow): WorkItem[] => {
  const term = `${termName(row.term)} ${row.year}`;
  if (row.state === 'awaitingSignOff')
    return may(person, 'decideSignOff', { academy })
      ? [item(row, 'signOff', `Sign off the review of ${academy.name}`, `${term} · every area is judged`)]
      : [];
  if (row.state === 'signedOff') return [];
  const leads = may(person, 'sendForSignOff', { academy });
  if (row.state === 'queried' && leads)
    return [
      item(row, 'answerQuery', `Answer the query about ${academy.name}`, `${term} · the head teacher sent it back`),
    ];
  const open = unjudged(framework, person, academy, row);
  if (open > 0) {
    const detail = `${term} · ${count(open, 'area')} not judged yet`;
    return [item(row, 'rateAreas', `Judge the areas of ${academy.name}`, detail)];
  }
  return leads
    ? [item(row, 'sendForSignOff', `Send the review of ${academy.name} for sign-off`, `${term} · every area is judged`)]
    : [];
};

/** The term that has begun and is not open for some of the academies that this person leads. */
export const workOfOpening = (
  person: Person,
  academies: readonly Academy[],
  rows: readonly ReviewRow[],
  ref: TermRef,
): WorkItem[] => {
  const led = academies.filter((academy) => may(person, 'openReviews', { academy }));
  const missing = led.filter(
    (academy) => !rows.some((r) => r.urn === academy.urn && r.year === ref.year && r.term === ref.term),
  );
  if (!may(person, 'openReviews') || missing.length === 0) return [];
  const subPageId = `reviews/${yearInPath(ref.year)}/${ref.term}`;
  const detail = `${termLabel(ref)} · not open for ${count(missing.length, 'academy', 'academies')}`;
  return [
    {
      id: `open:${ref.year}:${ref.term}`,
      kind: 'openReviews',
      title: `Open the ${termName(ref.term).toLowerCase()} reviews`,
      detail,
      subPageId,
    },
  ];
};

const titles = {
  discuss: (academy: string) => `Discuss the change of category for ${academy}`,
  approve: (academy: string) => `Decide on the change of category for ${academy}`,
  confirm: (academy: string) => `Confirm the change of category for ${academy}`,
} as const;

/** What a category change asks of somebody now. */
export const workOfChange = (person: Person, academy: Academy, change: CategoryChange): WorkItem[] => {
  const place = { subPageId: `categories/${change.id}`, since: stepSince(change) };
  if (change.state === 'returned' && change.proposedBy === person.id) {
    const title = `Look again at the change of category for ${academy.name}`;
    return [
      { id: `resubmit:${change.id}`, kind: 'resubmit', title, detail: 'It was returned with a comment', ...place },
    ];
  }
  const step = currentStep(change);
  if (!step || !holdsRouteRole(person, step.by, academy)) return [];
  if (step.kind !== 'discuss' && !mayDecide(change, person.id)) return [];
  const title = titles[step.kind](academy.name);
  return [{ id: `${step.kind}:${change.id}`, kind: step.kind, title, detail: 'It waits for you', ...place }];
};
