import type { RecordedInspection, RecordedSelfEvaluation } from '../schema/historic';
import type { Academy } from '../schema/people';
import type { AcademyView } from '../schema/academyViews';
import { comparePeriods } from '../domain/periods';
import { may } from '../domain/policy';
import type { Store } from './ports/store';
import { seesReview } from './reviewAccess';
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

const recordsOf = async (store: Store, { caller, academy }: Reading): Promise<AcademyView['records']> =>
  (await store.rows('reviews'))
    .map(({ row }) => row)
    .filter((row) => row.urn === academy.urn && seesReview(caller, academy, row))
    .sort((a, b) => comparePeriods(b, a))
    .map(({ year, period, state, framework }) => {
      const settling = frameworkOf(caller, framework)?.judging?.settling;
      return { year, period, state, ...(settling && { settling }) };
    });

const aboutAcademy = ({ urn, name, phase, pupils, joinedOn }: Academy) => ({
  urn,
  name,
  phase,
  ...(pupils !== undefined && { pupils }),
  ...(joinedOn && { joinedOn }),
});

/** What the present model says of its records and of self-evaluations, and whose support may be read. */
const byModel = ({ caller, academy }: Reading): Pick<AcademyView, 'sefLevels' | 'record' | 'supportYear'> => {
  const present = presentYear(caller);
  const readsSupport = may(caller.person, 'readSupport', { academy });
  return {
    sefLevels: present?.framework.sefLevels ?? [],
    record: present?.framework.judging?.record ?? 'review',
    ...(present && readsSupport && { supportYear: present.year }),
  };
};

/** An academy's page as one person may read it. */
export const viewAcademy = async (store: Store, reading: Reading): Promise<AcademyView> => {
  const { caller, academy } = reading;
  return {
    ...aboutAcademy(academy),
    asAt: caller.now,
    today: caller.today,
    headTeachers: headTeacherOf(caller, academy.urn).map(({ id }) => whoIs(caller, id)),
    ...historicOf(reading),
    ...byModel(reading),
    records: await recordsOf(store, reading),
    may: may(caller.person, 'recordHistoric', { academy }) ? ['recordHistoric'] : [],
  };
};
