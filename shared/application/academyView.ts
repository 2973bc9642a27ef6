import type { RecordedInspection, RecordedSelfEvaluation } from '../schema/historic';
import type { Academy } from '../schema/people';
import type { AcademyView } from '../schema/academyViews';
import { recordOf } from '../domain/judging';
import { comparePeriods } from '../domain/periods';
import { may } from '../domain/policy';
import { categoryOf, overTheYears, underWayOf, type AcademyReading } from './academyStanding';
import type { Store } from './ports/store';
import { seesReview } from './reviewAccess';
import { categoryWordIn, readRows } from './standing';
import { frameworkOf, headTeacherOf, presentYear, whoIs, type Caller } from './trust';

interface Reading {
  readonly caller: Caller;
  readonly academy: Academy;
}

const latestFirst = (a: { on: string }, b: { on: string }): number => b.on.localeCompare(a.on);

/** What was recorded, with names; what was removed only for whoever may put it right. */
const entriesFor = <T extends RecordedInspection | RecordedSelfEvaluation>(
  { caller, academy }: Reading,
  all: readonly T[],
) => {
  const maySeeRemoved = may(caller.person, 'recordHistoric', { academy });
  return all
    .filter(({ removed }) => maySeeRemoved || removed === undefined)
    .map(({ removed, by, ...entry }) => ({
      ...entry,
      by: whoIs(caller, by),
      ...(removed && { removed: { by: whoIs(caller, removed.by), at: removed.at } }),
    }));
};

const historicOf = (reading: Reading): Pick<AcademyView, 'inspections' | 'selfEvaluations'> => {
  const { inspections, selfEvaluations } = reading.academy;
  return {
    inspections: entriesFor(reading, inspections).sort((a, b) => latestFirst(a.inspection, b.inspection)),
    selfEvaluations: entriesFor(reading, selfEvaluations).sort((a, b) =>
      latestFirst(a.selfEvaluation, b.selfEvaluation),
    ),
  };
};

/** Only this academy's, the latest period first. */
const rowsOf = async (store: Store, { academy }: Reading): Promise<AcademyReading['rows']> => {
  const { reviews, changes } = await readRows(store);
  return {
    reviews: reviews.filter(({ urn }) => urn === academy.urn).sort((a, b) => comparePeriods(b, a)),
    changes: changes.filter(({ urn }) => urn === academy.urn),
  };
};

const recordsOf = ({ caller, academy, rows }: AcademyReading): AcademyView['records'] =>
  rows.reviews
    .filter((row) => seesReview(caller, academy, row))
    .map(({ year, period, state, framework, signedOffAt }) => {
      const settling = frameworkOf(caller, framework)?.judging?.settling;
      return { year, period, state, ...(signedOffAt && { signedOffAt }), ...(settling && { settling }) };
    });

const aboutAcademy = ({ urn, name, phase, pupils, joinedOn, leftOn }: Academy) => ({
  urn,
  name,
  phase,
  ...(pupils !== undefined && { pupils }),
  ...(joinedOn && { joinedOn }),
  ...(leftOn && { leftOn }),
});

/** What the present model says of its records and of self-evaluations. */
const byModel = ({ caller }: Reading): Pick<AcademyView, 'sefLevels' | 'record' | 'categoryWord'> => {
  const framework = presentYear(caller)?.framework;
  return {
    sefLevels: framework?.sefLevels ?? [],
    record: recordOf(framework ?? {}),
    categoryWord: categoryWordIn(caller),
  };
};

/** Whose support may be read. */
const supportOf = ({ caller, academy }: Reading): Pick<AcademyView, 'supportYear'> => {
  const present = presentYear(caller);
  return present && may(caller.person, 'readSupport', { academy }) ? { supportYear: present.year } : {};
};

/** An academy's page as one person may read it. */
export const viewAcademy = async (store: Store, of: Reading): Promise<AcademyView> => {
  const reading = { ...of, rows: await rowsOf(store, of) };
  const { caller, academy } = reading;
  const category = categoryOf(reading);
  return {
    ...aboutAcademy(academy),
    asAt: caller.now,
    today: caller.today,
    headTeachers: headTeacherOf(caller, academy.urn).map(({ id }) => whoIs(caller, id)),
    ...historicOf(reading),
    ...byModel(reading),
    ...supportOf(reading),
    records: recordsOf(reading),
    ...(category && { category }),
    underWay: await underWayOf(store, reading),
    ...overTheYears(reading),
    may: may(caller.person, 'recordHistoric', { academy }) ? ['recordHistoric'] : [],
  };
};
