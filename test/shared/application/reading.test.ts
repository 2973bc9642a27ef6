import { listReviews } from '../../../shared/application/listReviews';
import { readCard } from '../../../shared/application/readCard';
import { readAcademy } from '../../../shared/application/readAcademy';
import { readCategories } from '../../../shared/application/readCategories';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { readCell } from '../../../shared/application/readCell';
import { readMatrix } from '../../../shared/application/readMatrix';
import { readMeasures } from '../../../shared/application/readMeasures';
import { readReview } from '../../../shared/application/readReview';
import { readSession } from '../../../shared/application/readSession';
import { readStageMatrix } from '../../../shared/application/readStageMatrix';
import { readWork } from '../../../shared/application/readWork';
import type { RefusalCode } from '../../../shared/domain/refusal';
import { keyOfReview } from '../../../shared/domain/keys';
import { type PeriodRef } from '../../../shared/schema/views';
import { CellDetail, Matrix } from '../../../shared/schema/matrixViews';
import { autumn, peersSeeLevels, summerBefore } from '../../support/builders/calendar';
import { area, changeId, level, lastYear, unknownYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import {
  academies,
  alder,
  birch,
  bo,
  callerNames,
  callers,
  cora,
  hazel,
  type CallerName,
} from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { isReadBy, type MayRead } from './matrixReading';
import { everything, spring } from '../../support/builders/wholeTrust';

/** Every answer that somebody can be given, as one text. */
const allThatIsTold = async (trust: TestTrust, caller: CallerName): Promise<string> => {
  const actor = callers[caller].id;
  const keys = [alder, birch].flatMap((academy) => [autumn, spring].map((period) => ({ urn: academy.urn, ...period })));
  const answers: unknown[] = [
    await readSession(trust)(actor),
    await readWork(trust)(actor),
    await readCategories(trust)(actor),
  ];
  for (const period of [autumn, spring])
    answers.push(
      await readMatrix(trust)(actor, period),
      await readStageMatrix(trust)(actor, period),
      await listReviews(trust)(actor, period),
    );
  for (const key of keys) {
    answers.push(
      await readReview(trust)(actor, key),
      await readCard(trust)(actor, { kind: 'reviews', key: keyOfReview(key) }),
    );
    for (const code of Object.values(area))
      answers.push(
        await readCell(trust)(actor, { ...key, area: code }),
        await readMeasures(trust)(actor, { ...key, area: code }),
      );
  }
  for (const academy of [alder, birch]) answers.push(await readAcademy(trust)(actor, { urn: academy.urn }));
  for (const id of [changeId(1), changeId(2)])
    answers.push(
      await readCategoryChange(trust)(actor, { id }),
      await readCard(trust)(actor, { kind: 'categoryChanges', key: id }),
    );
  return JSON.stringify(answers);
};

describe('whoever may not see something is told nothing of it, by any use case', () => {
  const staff = [area.vacancies, area.retention];
  const school = [area.attendance, area.earlyYears, area.safeguarding];
  const of = (place: string, areas: readonly string[]): string[] =>
    areas.filter((code) => !(place.startsWith('birch') && code === area.earlyYears)).map((code) => `${place}-${code}`);
  const ownAll = [...of('alder-signed', [...staff, ...school]), ...of('alder-draft', [...staff, ...school])];
  const otherAll = [...of('birch-signed', [...staff, ...school]), ...of('birch-draft', [...staff, ...school])];
  const changes = ['alder-change', 'birch-change'];

  /** `domain.md`, 'Who may do what': rationale by academy, function and state; the Board's and the governors' without staff matters. */
  const trustees = [...of('alder-signed', school), ...of('birch-signed', school), ...changes];
  const told: Record<CallerName, readonly string[]> = {
    headTeacher: [...ownAll, 'alder-change'],
    director: [...ownAll, ...otherAll, ...changes],
    primaryDirector: [...ownAll, 'alder-change'],
    functionLead: ['alder-signed', 'alder-draft', 'birch-signed', 'birch-draft'].flatMap((place) => of(place, staff)),
    ceo: [...ownAll, ...otherAll, ...changes],
    boardMember: trustees,
    // Trustees who confirm for the Board what its route gives their committee: they read as the Board does.
    committeeMember: trustees,
    localGovernor: of('alder-signed', school),
    administrator: [],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const text = await allThatIsTold(await everything(peersSeeLevels), caller);
    const found = (word: string) =>
      [...new Set([...text.matchAll(new RegExp(`${word}-([A-Za-z-]+?)-(?=")`, 'g'))].map((match) => match[1]))].sort();
    expect(found('told')).toEqual([...told[caller]].sort());
    expect(found('seen')).toEqual(told[caller].filter((place) => !place.endsWith('-change')).sort());
  });
});

describe('the matrix', () => {
  const may: MayRead = {
    headTeacher: [false, true],
    director: [true, true],
    primaryDirector: [true, true],
    functionLead: [true, true],
    ceo: [true, true],
    boardMember: [true, true],
    committeeMember: [true, true],
    localGovernor: [false, false],
    administrator: [false, false],
    noRole: [false, false],
  };
  isReadBy(
    may,
    (trust, actor) => readMatrix(trust)(actor, autumn),
    async (trust, actor, result, allowed) => {
      if (result.ok) expect(Matrix.parse(result.value).rows).toHaveLength(academies.length);
      expect(valueOf(await readSession(trust)(actor)).may.includes('seeMatrix')).toBe(allowed);
    },
  );
  it('has no such year', async () =>
    expect(outcomeOf(await readMatrix(await createTrust())(cora.id, { year: unknownYear, period: 'autumn' }))).toBe(
      'calendar.unknown-term',
    ));
});

describe('a cell', () => {
  type Outcome = 'accepted' | RefusalCode;
  const no = ['notFound', 'notFound'] as const;
  const yes = ['accepted', 'accepted'] as const;
  const own = ['accepted', 'notFound'] as const;
  const school: Record<CallerName, readonly [Outcome, Outcome]> = {
    headTeacher: own,
    director: yes,
    primaryDirector: own,
    functionLead: no,
    ceo: yes,
    boardMember: yes,
    committeeMember: yes,
    localGovernor: own,
    administrator: no,
    noRole: no,
  };
  it.each(callerNames)('%s', async (caller) => {
    const trust = await everything(peersSeeLevels);
    const read = async (of: string, code: (typeof area)[keyof typeof area]) =>
      outcomeOf(await readCell(trust)(callers[caller].id, { urn: of as typeof urn.alder, ...autumn, area: code }));
    expect([await read(urn.alder, area.attendance), await read(urn.birch, area.attendance)]).toEqual(school[caller]);
    expect([await read(urn.alder, area.vacancies), await read(urn.birch, area.vacancies)]).toEqual(
      caller === 'functionLead' ? yes : school[caller],
    );
    expect(await read(urn.unknown, area.attendance)).toBe('notFound');
    expect(await read(urn.alder, 'nowhere' as typeof area.attendance)).toBe('notFound');
  });

  const cell = async (trust: TestTrust, actor: typeof cora, period: PeriodRef, code = area.attendance) =>
    CellDetail.parse(valueOf(await readCell(trust)(actor.id, { urn: urn.alder, ...period, area: code })));

  it('shows who judged, who signed off, the criteria of the level and every term so far', async () => {
    const before = signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.actions } });
    const draft = judgedReview({ period: { year: lastYear, period: 'spring' } });
    const trust = await createTrust({ reviews: [before, draft, signedOffReview()] });
    const detail = await cell(trust, bo, autumn);
    expect(detail).toMatchObject({
      judgement: { level: level.assured, by: { name: 'Dana Director' }, rationale: 'Why attendance.' },
      signedOff: { by: { name: 'Hazel Head' } },
      criteria: ['Attendance is above 70%.'],
      review: 'signedOff',
      applicable: true,
    });
    expect(detail.history.map(({ startsOn: _begins, endsOn: _ends, ...told }) => told)).toEqual([
      { year: lastYear, period: 'autumn' },
      { year: lastYear, period: 'spring' },
      { ...summerBefore, level: level.actions },
      { ...autumn, level: level.assured },
    ]);
  });

  it('withholds from the Board what concerns staff, and says so; the level stays', async () => {
    const detail = await cell(await everything(), bo, autumn, area.vacancies);
    expect(detail.judgement).toMatchObject({ level: level.assured, withheld: 'staffMatters', evidence: [] });
    expect(detail.judgement?.rationale).toBeUndefined();
    expect((await cell(await everything(), hazel, autumn, area.vacancies)).judgement?.withheld).toBeUndefined();
  });

  it('shows a draft to nobody but its makers and the head teacher', async () => {
    const detail = await cell(await everything(), bo, spring);
    expect(detail).toMatchObject({ review: 'awaitingSignOff', kpis: [], criteria: [] });
    expect(detail.judgement).toBeUndefined();
    expect(detail.history.at(-1)?.level).toBeUndefined();
    expect((await cell(await everything(), hazel, spring)).judgement?.level).toBe(level.assured);
  });

  it('of an area that does not apply says so', async () => {
    const trust = await everything();
    const key = { urn: urn.birch, ...autumn, area: area.earlyYears };
    expect(valueOf(await readCell(trust)(cora.id, key)).applicable).toBe(false);
  });
});
