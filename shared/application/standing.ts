import type { CategoryChange } from '../schema/categoryChange';
import type { CategoryWord } from '../schema/framework';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { AcademyStanding, RecordStanding, Waiting } from '../schema/standingViews';
import { markOf } from '../domain/cards/marks';
import { latestOn, openChangeOf } from '../domain/category';
import { currentStep } from '../domain/categoryChange';
import { categoryIn, categoryWordOf } from '../domain/describedChange';
import { recordOf } from '../domain/judging';
import { comparePeriods } from '../domain/periods';
import { holdsRouteRole, may, mayReadChange, type Act } from '../domain/policy';
import { stepSince } from '../domain/routeView';
import { holderWords, stepWords } from '../domain/routeWords';
import { mayTake } from '../domain/takingSteps';
import type { Store } from './ports/store';
import { seesReview } from './reviewAccess';
import { frameworkOf, presentYear, whoIs, type Caller } from './trust';

/** The rows that every answer of this kind is made from. */
export interface Rows {
  readonly reviews: readonly ReviewRow[];
  readonly changes: readonly CategoryChangeRow[];
}

export const readRows = async (store: Store): Promise<Rows> => {
  const [reviews, changes] = await Promise.all([store.rows('reviews'), store.rows('categoryChanges')]);
  return { reviews: reviews.map(({ row }) => row), changes: changes.map(({ row }) => row) };
};

const recordIn = (caller: Caller, { year, period, state, framework }: ReviewRow): RecordStanding => {
  const model = frameworkOf(caller, framework);
  const settling = model?.judging?.settling;
  return { year, period, record: recordOf(model ?? {}), state, ...(settling && { settling }) };
};

const reads = ({ person }: Caller, academy: Academy, ...acts: readonly Act[]): boolean =>
  acts.some((act) => may(person, act, { academy }));

const categoryOf = (caller: Caller, { changes }: Rows, academy: Academy): Pick<AcademyStanding, 'category'> => {
  const decided = latestOn(changes, academy.urn, caller.today);
  if (!decided || !reads(caller, academy, 'readCategoryChange', 'readMatrix', 'readSupport')) return {};
  const category = categoryIn(frameworkOf(caller, decided.framework), decided.to);
  return { category: { mark: markOf(category), since: decided.effectiveFrom } };
};

const changeOf = (caller: Caller, { changes }: Rows, academy: Academy): Pick<AcademyStanding, 'change'> => {
  const open = openChangeOf(changes, academy.urn);
  if (!open || !reads(caller, academy, 'readCategoryChange')) return {};
  const to = markOf(categoryIn(frameworkOf(caller, open.framework), open.to));
  return { change: { id: open.id, to, state: open.state === 'returned' ? 'returned' : 'atStep' } };
};

/** How one academy stands, as far as the reader may see it: where a record is, is told to fewer than that it is. */
export const standingOf = (caller: Caller, rows: Rows, academy: Academy): AcademyStanding => {
  const own = rows.reviews.filter(({ urn }) => urn === academy.urn).sort((a, b) => comparePeriods(b, a));
  const latest = reads(caller, academy, 'readReview', 'readMatrix') ? own[0] : undefined;
  return {
    urn: academy.urn,
    name: academy.name,
    phase: academy.phase,
    ...categoryOf(caller, rows, academy),
    ...changeOf(caller, rows, academy),
    ...(latest && { latest: recordIn(caller, latest) }),
    records: own.filter((row) => seesReview(caller, academy, row)).map((row) => recordIn(caller, row)),
  };
};

export const categoryWordIn = (caller: Caller): CategoryWord =>
  presentYear(caller)?.framework.categoryWord ?? 'category';

/** An open change that the reader may see, with whom it is and since when; undefined where it waits for no decision. */
export const waitingChange = (caller: Caller, academy: Academy, change: CategoryChange): Waiting | undefined => {
  const step = currentStep(change);
  if (!step || !mayReadChange(caller.person, change.route, academy)) return undefined;
  const committees = change.described?.committees ?? frameworkOf(caller, change.framework)?.committees ?? [];
  const holder = holderWords(step, { committees, nameOf: (id) => whoIs(caller, id).name });
  return {
    subject: `Change of ${categoryWordOf(change)} for ${academy.name}`,
    step: stepWords(step, holder),
    with: caller.people.filter((person) => holdsRouteRole(person, step, academy)).map(({ name }) => name),
    mine: mayTake(change, caller.person, academy),
    since: stepSince(change),
    subPageId: `categories/${change.id}`,
  };
};
