import type { CategoryChange } from '../schema/categoryChange';
import type { Academy, Person } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { WorkItem } from '../schema/views';
import { hasLeft, periodOn, samePeriod } from '../domain/calendar';
import type { ListedWork } from '../domain/cards/workCard';
import { changeDueOn, openingDueOn, reviewDueOn } from '../domain/dueDates';
import { comparePeriods } from '../domain/periods';
import { leadsAcademy, may, mayReadChange } from '../domain/policy';
import { byDate, isForTheLeader } from '../domain/reminders';
import { dayOf, formatDay, listWords, periodLabel } from '../domain/words';
import { workOfChange, workOfOpening, workOfReview } from '../domain/work';
import type { Deps } from './deps';
import { seesReview } from './reviewAccess';
import { findAcademy, frameworkIn, frameworkOf, type Trust } from './trust';

/** A record or a change that waits for somebody; nothing waits any more for an academy that has left the trust. */
interface WaitingMatter {
  readonly academy: Academy;
  /** In a line, for others than those it waits for. */
  readonly detail: string;
  readonly dueOn: string | undefined;
  /** What it asks of a person; nothing where it waits for somebody else. */
  readonly itemsOf: (person: Person) => WorkItem[];
  readonly seenBy: (person: Person) => boolean;
}

/** What waits in the trust as it stands now, for anybody. */
export interface PresentWork {
  readonly trust: Trust;
  readonly rows: readonly ReviewRow[];
  readonly matters: readonly WaitingMatter[];
}

const dated = (items: readonly WorkItem[], dueOn: string | undefined): WorkItem[] =>
  items.map((item) => ({ ...item, ...(dueOn !== undefined && { dueOn }) }));

const reviewMatter = (trust: Trust, row: ReviewRow): WaitingMatter[] => {
  const academy = findAcademy(trust, row.urn);
  const framework = frameworkOf(trust, row.framework);
  if (!academy || !framework || hasLeft(academy, trust.today)) return [];
  const period = trust.periods.find((each) => samePeriod(each, row));
  const dueOn = reviewDueOn(trust.settings, row, period);
  return [
    {
      academy,
      detail: periodLabel(row),
      dueOn,
      itemsOf: (person) => dated(workOfReview(framework, person, academy, row), dueOn),
      seenBy: (person) => seesReview({ ...trust, person }, academy, row),
    },
  ];
};

const changeMatter = (trust: Trust, change: CategoryChange): WaitingMatter[] => {
  const academy = findAcademy(trust, change.urn);
  if (!academy || hasLeft(academy, trust.today)) return [];
  const dueOn = changeDueOn(trust.settings, change);
  const seenBy = (person: Person): boolean => mayReadChange(person, change.route, academy);
  return [
    {
      academy,
      detail: `Proposed on ${formatDay(dayOf(change.proposedAt))}`,
      dueOn,
      itemsOf: (person) => (seenBy(person) ? dated(workOfChange(person, academy, change), dueOn) : []),
      seenBy,
    },
  ];
};

/** Whether a route of the trust's stored models names this person: then a change may be theirs that no role shows them. */
const namedOnRoutes = ({ frameworks }: Trust, person: Person): boolean =>
  frameworks.some(({ routes }) => routes.some(({ steps }) => steps.some((step) => step.person === person.id)));

/** The changes that may be a person's to see: no other need be opened for them. */
export const perhapsSeenBy = (trust: Trust, person: Person): ((row: CategoryChangeRow) => boolean) => {
  const named = namedOnRoutes(trust, person);
  return ({ urn }) => {
    const academy = findAcademy(trust, urn);
    return academy !== undefined && (named || may(person, 'readCategoryChange', { academy }));
  };
};

/**
 * Reads what waits in the trust. Of the open changes it opens those `wanted`, all of them unless it is said: at most
 * one for each academy.
 */
export const readPresentWork = async (
  { store }: Pick<Deps, 'store'>,
  trust: Trust,
  wanted: (row: CategoryChangeRow) => boolean = () => true,
): Promise<PresentWork> => {
  const rows = (await store.rows('reviews')).map(({ row }) => row);
  const open = (await store.rows('categoryChanges')).filter(
    ({ row }) => (row.state === 'atStep' || row.state === 'returned') && wanted(row),
  );
  const loaded = await Promise.all(open.map(({ key }) => store.load('categoryChanges', key)));
  const changes = loaded.flatMap((change) => (change.status === 'found' ? [change.document] : []));
  const waiting = rows.filter(({ state }) => state !== 'signedOff').sort(comparePeriods);
  return {
    trust,
    rows,
    matters: [
      ...changes.flatMap((change) => changeMatter(trust, change)),
      ...waiting.flatMap((row) => reviewMatter(trust, row)),
    ],
  };
};

const openingWork = ({ trust, rows }: PresentWork, person: Person): WorkItem[] => {
  const ref = periodOn(trust.periods, trust.today);
  const period = ref && trust.periods.find((each) => samePeriod(each, ref));
  const framework = period && frameworkIn(trust, period.year);
  if (!framework) return [];
  return dated(workOfOpening(framework, person, trust.academies, rows, period), openingDueOn(trust.settings, period));
};

/** What waits for one person, in the order of its dates. */
export const workOf = (work: PresentWork, person: Person): WorkItem[] =>
  byDate([...work.matters.flatMap(({ itemsOf }) => itemsOf(person)), ...openingWork(work, person)]);

const mostNames = 3;

const namesOf = (people: readonly Person[]): string => {
  const named = people.slice(0, mostNames).map(({ name }) => name);
  const others = people.length - named.length;
  return listWords([...named, ...(others > 0 ? [others === 1 ? '1 other' : `${others} others`] : [])]);
};

/**
 * What others have been overdue with for so long that somebody who leads their academy is told, naming them: only what
 * the leader may see, and nothing that waits for the leader too.
 */
export const overdueOfOthers = ({ trust, matters }: PresentWork, leader: Person): ListedWork[] =>
  matters
    .filter((matter) => isForTheLeader(trust.settings, matter, trust.today))
    .filter(({ academy, seenBy }) => leadsAcademy(trust.people, leader, academy) && seenBy(leader))
    .flatMap(({ itemsOf, detail }) => {
      const holders = trust.people.filter((person) => itemsOf(person).length > 0);
      const [item] = holders[0] ? itemsOf(holders[0]) : [];
      return item && !holders.includes(leader) ? [{ ...item, detail, with: namesOf(holders) }] : [];
    });
