import fc from 'fast-check';
import { aggregates } from '../../../functions/adapters/aggregates';
import { buildMatrix, latestJudgedPeriod, mayReadMatrix, type MatrixInput } from '../../../shared/domain/matrix';
import { inPlay } from '../../../shared/domain/inPlay';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { AreaCode } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { Matrix, type MatrixCell } from '../../../shared/schema/matrixViews';
import { autumn, now, peersSeeLevels, periods, settings, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange, recordedChange } from '../../support/builders/changes';
import { reordered, smallFramework } from '../../support/builders/framework';
import { area, category, changeId, group, level, urn } from '../../support/builders/ids';
import {
  academies,
  ada,
  alder,
  birch,
  bo,
  callers,
  cedar,
  cora,
  dana,
  hazel,
  inspectedAlder,
  nobody,
  primaryDirector,
  staffingLead,
  type CallerName,
} from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';

interface Given {
  readonly reader?: Person;
  readonly reviews?: readonly Review[];
  readonly changes?: readonly CategoryChange[];
  readonly input?: Partial<MatrixInput>;
}
const matrix = ({ reader = cora, reviews = [], changes = [], input = {} }: Given = {}): Matrix =>
  buildMatrix({
    ...autumn,
    framework: smallFramework,
    settings,
    frameworks: [smallFramework],
    periods,
    academies,
    reviews: reviews.map((review) => aggregates.reviews.rowOf(review)),
    changes: changes.map((change) => aggregates.categoryChanges.rowOf(change)),
    reader,
    today: '2026-11-20',
    asAt: now,
    ...input,
  });

const rowOf = (made: Matrix, of: string = urn.alder) => {
  const row = made.rows.find((each) => each.urn === of);
  if (!row) throw new Error(`There is no row for ${of}.`);
  return row;
};
const cell = (made: Matrix, code: AreaCode, of: string = urn.alder): MatrixCell | undefined =>
  rowOf(made, of).cells[code];

describe('the matrix', () => {
  it('has a row for every academy in alphabetical order, and is what the API promises', () => {
    const made = matrix({ reviews: [signedOffReview(), openReview({ academy: birch })] });
    expect(made.rows.map((row) => row.name)).toEqual(['Alder Academy', 'Birch Academy', 'Cedar Academy']);
    expect(Matrix.parse(made)).toEqual(made);
    expect(made).toMatchObject({ ...autumn, previous: summerBefore, frameworkName: 'Small framework', asAt: now });
  });

  it('shows of a review what was judged', () => {
    const made = matrix({ reviews: [signedOffReview({ levels: { [area.attendance]: level.intervention } })] });
    expect(cell(made, area.attendance)).toEqual({ state: 'judged', level: level.intervention, changed: false });
    expect(rowOf(made)).toMatchObject({ review: 'signedOff', signedOffAt: signedOffReview().signedOffAt, pupils: 210 });
  });

  it('shows nothing judged where none was opened', () => {
    const made = matrix();
    expect(cell(made, area.attendance)).toEqual({ state: 'notJudged' });
    expect(rowOf(made)).toMatchObject({ review: 'notOpened' });
    expect(rowOf(made).signedOffAt).toBeUndefined();
  });
});

describe('not applicable', () => {
  it('comes from the phase, and from the trust’s word for one academy', () => {
    const made = matrix();
    expect(cell(made, area.earlyYears, urn.birch)).toEqual({ state: 'notApplicable' });
    expect(cell(made, area.retention, urn.cedar)).toEqual({ state: 'notApplicable' });
    expect(cell(made, area.earlyYears)).toEqual({ state: 'notJudged' });
  });

  it('comes from the review where one was opened: later changes of the academy leave it alone', () => {
    const review: Review = { ...openReview(), notApplicable: [area.safeguarding] };
    const made = matrix({ reviews: [review], input: { academies: [{ ...alder, notApplicable: [area.vacancies] }] } });
    expect(cell(made, area.safeguarding)?.state).toBe('notApplicable');
    expect(cell(made, area.vacancies)?.state).toBe('notJudged');
  });

  it('wins over a level, and never counts, in the counts or in the direction', () => {
    const before = signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.intervention } });
    const review: Review = { ...signedOffReview(), notApplicable: [area.attendance] };
    const made = matrix({ reviews: [before, review], input: { academies: [alder] } });
    expect(cell(made, area.attendance)).toEqual({ state: 'notApplicable' });
    expect(made.counts).toMatchObject({ notJudged: 0, notApplicable: 1 });
    expect(rowOf(made).direction).toEqual({ comparedWith: summerBefore, better: 0, worse: 0, same: 4 });
  });
});

describe('drafts', () => {
  const drafts = {
    judged: judgedReview(),
    awaiting: awaitingReview(),
    queried: queriedReview(),
    reopened: reopenedReview(),
  };
  /** Those who make the judgements, and the academy's own head teacher: `readDraftLevels`. */
  const sees: Record<CallerName, readonly AreaCode[] | 'all'> = {
    headTeacher: 'all',
    director: 'all',
    primaryDirector: 'all',
    functionLead: [area.vacancies, area.retention],
    ceo: 'all',
    boardMember: [],
    localGovernor: [],
    administrator: [],
    noRole: [],
  };

  describe.each(Object.entries(drafts))('of a review that is %s', (_, review) => {
    it.each(Object.entries(sees))('%s', (name, areas) => {
      const made = matrix({
        reader: callers[name as CallerName],
        reviews: [review],
        input: { settings: peersSeeLevels },
      });
      const judged = Object.entries(rowOf(made).cells).flatMap(([code, each]) =>
        each?.state === 'judged' ? [code] : [],
      );
      expect(judged.sort()).toEqual([...(areas === 'all' ? Object.values(area) : areas)].sort());
    });
  });

  it('of another academy are not for a head teacher, nor for the director of another phase', () => {
    const reviews = [judgedReview({ academy: birch })];
    for (const reader of [hazel, primaryDirector]) {
      const made = matrix({ reader, reviews, input: { settings: peersSeeLevels } });
      expect(made.rows.flatMap((row) => Object.values(row.cells)).filter((each) => each?.state === 'judged')).toEqual(
        [],
      );
      expect(made.signedOffOnly).toBe(true);
    }
  });

  it('leave no trace in the counts, the direction or what is compared', () => {
    const reviews = [
      signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.actions } }),
      awaitingReview(),
    ];
    const made = matrix({ reader: bo, reviews, input: { academies: [alder] } });
    expect(made.counts).toMatchObject({ levels: [], notJudged: 5, signedOff: 0 });
    expect(rowOf(made).direction).toBeUndefined();
    expect(cell(made, area.attendance)).toEqual({ state: 'notJudged', previous: level.actions });
    expect(made.signedOffOnly).toBe(true);
  });

  it('are never what a term is compared with', () => {
    const reviews = [
      judgedReview({ period: summerBefore, levels: { [area.attendance]: level.actions } }),
      signedOffReview(),
    ];
    expect(cell(matrix({ reviews }), area.attendance)).toEqual({
      state: 'judged',
      level: level.assured,
      changed: false,
    });
    expect(rowOf(matrix({ reviews })).direction).toBeUndefined();
  });

  it('are announced as hidden only to those for whom some are', () => {
    expect(matrix({ reader: cora }).signedOffOnly).toBe(false);
    expect(matrix({ reader: dana }).signedOffOnly).toBe(false);
    expect(matrix({ reader: staffingLead }).signedOffOnly).toBe(false);
    expect(matrix({ reader: bo }).signedOffOnly).toBe(true);
  });
});

describe('the direction', () => {
  it('counts what is better, worse and the same, on each area’s own scale', () => {
    const then = signedOffReview({
      period: summerBefore,
      levels: {
        [area.attendance]: level.intervention,
        [area.earlyYears]: level.exceptional,
        [area.vacancies]: level.actions,
      },
    });
    const made = matrix({ reviews: [then, signedOffReview({ levels: { [area.attendance]: level.actions } })] });
    expect(rowOf(made).direction).toEqual({ comparedWith: summerBefore, better: 2, worse: 1, same: 2 });
    expect(cell(made, area.attendance)).toMatchObject({ previous: level.intervention, changed: true });
    expect(cell(made, area.safeguarding)).toMatchObject({ previous: level.assured, changed: false });
  });

  it('is absent where nothing can be compared', () => {
    expect(rowOf(matrix({ reviews: [signedOffReview()] })).direction).toBeUndefined();
    const first = { year: summerBefore.year, period: 'autumn' } as const;
    const made = matrix({ reviews: [signedOffReview({ period: first })], input: first });
    expect(made.previous).toBeUndefined();
    expect(rowOf(made).direction).toBeUndefined();
  });

  it('takes the same academy only', () => {
    const then = signedOffReview({
      period: summerBefore,
      academy: cedar,
      levels: { [area.attendance]: level.actions },
    });
    expect(cell(matrix({ reviews: [then, signedOffReview()] }), area.attendance)).toMatchObject({ changed: false });
  });
});

describe('the category', () => {
  it('is headed with the framework’s own word, and stands beside what the framework asks for of the time before', () => {
    const framework: Framework = { ...smallFramework, categoryWord: 'tier', historic: ['ofsted'] };
    const inspected = [inspectedAlder(ada.id)];
    expect(matrix({ input: { framework, academies: inspected } })).toMatchObject({
      categoryWord: 'tier',
      historic: ['ofsted'],
      rows: [{ historic: { inspections: [{ overall: 'requiresImprovement' }] } }],
    });
    expect(matrix({ input: { academies: inspected } }).rows[0]?.historic.inspections).toEqual([]);
  });

  const changes = [
    recordedChange({ id: changeId(1), to: category.improve, effectiveFrom: '2026-01-01' }),
    decidedChange({ id: changeId(2), to: category.repair, effectiveFrom: '2026-12-01' }),
    atApprove({ id: changeId(3), to: category.stabilise }),
  ];
  it('of the day, the next one and the open change, for whoever may read changes', () =>
    expect(rowOf(matrix({ changes }))).toMatchObject({
      category: { code: category.improve, since: '2026-01-01' },
      nextCategory: { code: category.repair, from: '2026-12-01' },
      openChange: { id: changeId(3), to: category.stabilise },
    }));
  it.each([
    ['a function lead', staffingLead, settings],
    ['a peer', callers.headTeacher, peersSeeLevels],
  ])('without the next one and the open change for %s', (_, reader, policies) => {
    const moved = changes.map((change) => ({ ...change, urn: urn.birch }));
    const row = rowOf(matrix({ reader, changes: moved, input: { settings: policies } }), urn.birch);
    expect(row.nextCategory).toBeUndefined();
    expect(row.openChange).toBeUndefined();
  });
});

describe('who sees which part', () => {
  it('a function lead: their own functions and no trace of the others', () => {
    const made = matrix({ reader: staffingLead, reviews: [signedOffReview()] });
    expect(made.groups.map((each) => each.code)).toEqual([group.staffing]);
    expect(made.areas.map((each) => each.code)).toEqual([area.vacancies, area.retention]);
    for (const row of made.rows) expect(Object.keys(row.cells)).toEqual([area.vacancies, area.retention]);
    expect(JSON.stringify(made.counts)).not.toContain(level.strong);
  });

  it.each<[string, Person, boolean, boolean]>([
    ['director', dana, true, true],
    ['director of a phase', primaryDirector, true, true],
    ['CEO', cora, true, true],
    ['board member', bo, true, true],
    ['function lead', staffingLead, true, true],
    ['head teacher', hazel, false, true],
    ['local governor', callers.localGovernor, false, false],
    ['administrator', ada, false, false],
    ['nobody', nobody, false, false],
  ])('%s may open it', (_, reader, without, withPeers) => {
    expect(mayReadMatrix(reader, settings)).toBe(without);
    expect(mayReadMatrix(reader, peersSeeLevels)).toBe(withPeers);
  });

  it('a peer sees every academy’s levels and no detail but their own', () => {
    const made = matrix({
      reader: hazel,
      reviews: [signedOffReview({ academy: birch })],
      input: { settings: peersSeeLevels },
    });
    expect(cell(made, area.attendance, urn.birch)?.state).toBe('judged');
    expect(made.rows.map((row) => row.mayOpenDetail)).toEqual([true, false, false]);
  });

  it('the Board may open every detail, a phase’s director their phase’s', () => {
    expect(matrix({ reader: bo }).rows.map((row) => row.mayOpenDetail)).toEqual([true, true, true]);
    expect(matrix({ reader: primaryDirector }).rows.map((row) => row.mayOpenDetail)).toEqual([true, false, false]);
  });
});

describe('levels that are counted', () => {
  const counted = (framework: Framework, reviews: readonly Review[], frameworks = [framework]) =>
    matrix({ reviews, input: { framework, frameworks, academies: [alder] } }).counts.levels;

  it('are counted by scale: the same code on two scales is two levels', () => {
    const [rag, five] = smallFramework.scales;
    if (!rag || !five) throw new Error('There are two scales.');
    const sharing = five.levels.map((each) => (each.code === level.strong ? { ...each, code: level.assured } : each));
    const framework = { ...smallFramework, scales: [rag, { ...five, levels: sharing }] };
    const review = signedOffReview({ framework, levels: { [area.earlyYears]: level.assured } });
    expect(counted(framework, [review])).toEqual([
      { scale: rag.code, level: level.assured, count: 4 },
      { scale: five.code, level: level.assured, count: 1 },
    ]);
  });

  it('are counted apart where high is bad', () => {
    const areas = smallFramework.areas.map((each) => ({ ...each, highIsBad: each.code === area.retention }));
    const framework = inPlay({ ...smallFramework, areas });
    const review = signedOffReview({ framework });
    expect(counted(framework, [review]).map(({ scale, count }) => [scale, count])).toEqual([
      ['rag', 3],
      ['ragTurned', 1],
      ['five', 1],
    ]);
    const before = signedOffReview({
      framework,
      period: summerBefore,
      levels: { [area.retention]: level.intervention },
    });
    const made = matrix({
      reviews: [before, review],
      input: { framework, frameworks: [framework], academies: [alder] },
    });
    expect(rowOf(made).direction).toMatchObject({ better: 0, worse: 1, same: 4 });
  });

  it('are those alone that mean the same in today’s model; the others are shown as they were meant', () => {
    const scales = smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each) => (each.code === level.strong ? { ...each, name: 'Above standard' } : each)),
    }));
    const active = { ...smallFramework, version: 2, scales };
    const input = { framework: active, frameworks: [smallFramework, active], academies: [alder] };
    const made = matrix({ reviews: [signedOffReview(), signedOffReview({ period: summerBefore })], input });
    expect(cell(made, area.earlyYears)).toMatchObject({
      state: 'judged',
      as: { name: 'Strong standard' },
      changed: false,
    });
    expect(made.counts.levels).toEqual([{ scale: 'rag', level: level.assured, count: 4 }]);
    expect(rowOf(made).direction).toMatchObject({ better: 0, worse: 0, same: 4 });
    const judgedNow = signedOffReview({ framework: active });
    const now_ = matrix({ reviews: [judgedNow, signedOffReview({ period: summerBefore })], input });
    expect(cell(now_, area.earlyYears)).toEqual({
      state: 'judged',
      level: level.strong,
      previous: undefined,
      changed: false,
    });
  });
});

describe('the term that the matrix opens at', () => {
  const latest = (reader: Person, ...reviews: Review[]) =>
    latestJudgedPeriod(
      reader,
      academies,
      reviews.map((review) => aggregates.reviews.rowOf(review)),
    );
  it('is the latest in which the reader may see a judgement', () => {
    const reviews = [judgedReview(), signedOffReview({ period: summerBefore })];
    expect(latest(cora, ...reviews)).toEqual(autumn);
    expect(latest(bo, ...reviews)).toEqual(summerBefore);
    expect(latest(bo, signedOffReview(), ...reviews)).toEqual(autumn);
    expect(
      latest(primaryDirector, judgedReview({ academy: birch }), signedOffReview({ period: summerBefore })),
    ).toEqual(summerBefore);
  });
  it('is none where nothing is judged', () => {
    expect(latest(cora)).toBeUndefined();
    expect(latest(cora, openReview())).toBeUndefined();
    expect(latest(bo, judgedReview())).toBeUndefined();
  });
});

describe('the counts', () => {
  const builders = {
    none: undefined,
    open: openReview,
    judged: judgedReview,
    awaiting: awaitingReview,
    signedOff: signedOffReview,
  };
  const anyState = fc.constantFrom(...(Object.keys(builders) as (keyof typeof builders)[]));
  const anyReader = fc.constantFrom(cora, dana, primaryDirector, bo, staffingLead, hazel);

  it('add up to academies × areas, whoever reads, whatever is judged and in whatever order the framework is written', () => {
    fc.assert(
      fc.property(fc.tuple(anyState, anyState, anyState), anyReader, fc.boolean(), (states, reader, turned) => {
        const reviews = states.flatMap((state, i): Review[] => {
          const academy = academies[i] ?? alder;
          return [
            signedOffReview({ academy, period: summerBefore }),
            ...(builders[state] ? [builders[state]({ academy })] : []),
          ];
        });
        const framework = turned ? reordered(smallFramework) : smallFramework;
        const made = matrix({ reader, reviews, input: { settings: peersSeeLevels, framework } });
        const { levels, notJudged, notApplicable } = made.counts;
        const judged = levels.reduce((sum, { count }) => sum + count, 0);
        expect(judged + notJudged + notApplicable).toBe(made.rows.length * made.areas.length);
        expect(made.counts.academies).toBe(academies.length);
        expect(made.counts.signedOff).toBe(states.filter((state) => state === 'signedOff').length);
        const straight = matrix({ reader, reviews, input: { settings: peersSeeLevels } });
        for (const row of made.rows) {
          expect(row.cells).toEqual(rowOf(straight, row.urn).cells);
          expect(row.direction).toEqual(rowOf(straight, row.urn).direction);
        }
      }),
    );
  });
});
