import type { AcademyCategory, AcademyView, UnderWay } from '../schema/academyViews';
import type { CategoryChange } from '../schema/categoryChange';
import type { Framework } from '../schema/framework';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { Who } from '../schema/views';
import { academyDecisions } from '../domain/academyDecisions';
import { academyTables } from '../domain/academyTables';
import { openChangeOf } from '../domain/category';
import { currentStep } from '../domain/categoryChange';
import { categoryIn, describedIn } from '../domain/describedChange';
import { historicOf } from '../domain/historic';
import { purposeOf, recordOf } from '../domain/judging';
import { may, mayReadChange, holdsRouteRole } from '../domain/policy';
import { stepSince } from '../domain/routeView';
import { holderWords, stepWords } from '../domain/routeWords';
import { categoryRuns, nextRun, type CategoryRun } from '../domain/supportStretches';
import { capital, formatDay, periodLabel, yearInPath } from '../domain/words';
import { workOfReview } from '../domain/work';
import type { Store } from './ports/store';
import { seesReview } from './reviewAccess';
import type { Rows } from './standing';
import { frameworkIn, frameworkOf, whoIs, type Caller } from './trust';

/** One academy with its own rows, as somebody who may read its page asks about it. */
export interface AcademyReading {
  readonly caller: Caller;
  readonly academy: Academy;
  readonly rows: Rows;
}

const named = ({ caller }: AcademyReading, { code, framework }: CategoryRun) => {
  const { name, symbol } = categoryIn(frameworkOf(caller, framework), code);
  return { name, symbol };
};

/** Where the academy stands and stood; what is still to come is for those who may read its changes. */
export const categoryOf = (reading: AcademyReading): AcademyCategory | undefined => {
  const { caller, academy, rows } = reading;
  const { person, today } = caller;
  const seesChanges = may(person, 'readCategoryChange', { academy });
  if (!seesChanges && !may(person, 'readMatrix') && !may(person, 'readSupport', { academy })) return undefined;
  const runs = categoryRuns(rows.changes, academy.urn);
  const now = runs.findLast(({ since }) => since <= today);
  const next = seesChanges ? nextRun(runs, today) : undefined;
  const before = runs.flatMap((run) => (run.until && run.until < today ? [{ run, until: run.until }] : [])).reverse();
  return {
    ...(now && { now: { ...named(reading, now), since: now.since } }),
    before: before.map(({ run, until }) => ({ ...named(reading, run), since: run.since, until })),
    ...(next && { next: { ...named(reading, next), from: next.since } }),
  };
};

const subjectOf = (reading: AcademyReading, change: CategoryChange): string => {
  const { to } = describedIn(change, frameworkOf(reading.caller, change.framework));
  return `Change to ${to.name}, effective from ${formatDay(change.effectiveFrom)}`;
};

/** At a step with those who hold it; returned, with whoever proposed it. */
const holdersOf = ({ caller, academy }: AcademyReading, change: CategoryChange): Pick<UnderWay, 'step' | 'with'> => {
  const step = currentStep(change);
  if (!step) return { step: 'Returned to the proposer', with: [whoIs(caller, change.proposedBy)] };
  const { committees } = describedIn(change, frameworkOf(caller, change.framework));
  const holder = holderWords(step, { committees, nameOf: (id) => whoIs(caller, id).name });
  const holders = caller.people.filter((person) => holdsRouteRole(person, step, academy));
  return { step: stepWords(step, holder), with: holders.map(({ id }) => whoIs(caller, id)) };
};

/** The one document that is opened: at most one change is open for an academy. */
const changeUnderWay = async (store: Store, reading: AcademyReading): Promise<UnderWay[]> => {
  const open = openChangeOf(reading.rows.changes, reading.academy.urn);
  const loaded = open && (await store.load('categoryChanges', open.id));
  if (loaded?.status !== 'found') return [];
  const change = loaded.document;
  const isOpen = change.state === 'atStep' || change.state === 'returned';
  if (!isOpen || !mayReadChange(reading.caller.person, change.route, reading.academy)) return [];
  return [
    {
      subject: subjectOf(reading, change),
      ...holdersOf(reading, change),
      since: stepSince(change),
      subPageId: `categories/${change.id}`,
    },
  ];
};

const reviewSteps = (row: ReviewRow, model: Framework): string => {
  if (row.state === 'queried') return 'The query is to be answered';
  return row.state === 'awaitingSignOff' ? capital(purposeOf(model)) : 'Being judged';
};

const reviewUnderWay = ({ caller, academy }: AcademyReading, row: ReviewRow): UnderWay[] => {
  const model = frameworkOf(caller, row.framework);
  if (row.state === 'signedOff' || !model || !seesReview(caller, academy, row)) return [];
  const waits = caller.people.filter((person) => workOfReview(model, person, academy, row).length > 0);
  return [
    {
      subject: capital(`${periodLabel(row)} ${recordOf(model)}`),
      step: reviewSteps(row, model),
      with: waits.map(({ id }): Who => whoIs(caller, id)),
      ...(row.waitingSince !== undefined && { since: row.waitingSince }),
      subPageId: `reviews/${yearInPath(row.year)}/${row.period}/${row.urn}`,
    },
  ];
};

/** What is under way for the academy, with whom and since when: its change of category first. */
export const underWayOf = async (store: Store, reading: AcademyReading): Promise<UnderWay[]> => [
  ...(await changeUnderWay(store, reading)),
  ...reading.rows.reviews.flatMap((row) => reviewUnderWay(reading, row)),
];

/** What was settled is told to those who see that it stands so: in the record itself, or in the matrix. */
const settledFor = ({ caller, academy, rows }: AcademyReading): ReviewRow[] =>
  rows.reviews.filter(
    (row) => seesReview(caller, academy, row) || (row.state === 'signedOff' && may(caller.person, 'readMatrix')),
  );

const closedFor = ({ caller, academy, rows }: AcademyReading): CategoryChangeRow[] =>
  may(caller.person, 'readCategoryChange', { academy }) ? [...rows.changes] : [];

/** The row of the matrix over the years and the timeline, as far as the reader may see them. */
export const overTheYears = (reading: AcademyReading): Pick<AcademyView, 'tables' | 'decisions'> => {
  const { caller, academy, rows } = reading;
  return {
    tables: academyTables({
      ...{ academy, reader: caller.person, today: caller.today },
      ...{ frameworks: caller.frameworks, periods: caller.periods, rows: rows.reviews },
      frameworkIn: (year) => frameworkIn(caller, year),
    }),
    decisions: academyDecisions({
      academy,
      reviews: settledFor(reading),
      changes: closedFor(reading),
      mayOpen: (row) => seesReview(caller, academy, row),
      historic: historicOf(academy),
      frameworkOf: (ref) => frameworkOf(caller, ref),
      whoIs: (id) => whoIs(caller, id),
    }),
  };
};
