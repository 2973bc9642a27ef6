import fc from 'fast-check';
import { checkFramework } from '../../../shared/domain/checkFramework';
import { Framework } from '../../../shared/schema/framework';

const sound = () => ({
  code: 'small',
  version: 1,
  name: 'Small',
  scales: [
    {
      code: 'rag',
      name: 'RAG',
      levels: [
        { code: 'low', name: 'Low', order: 1, tone: 'critical', symbol: '!', needsIntervention: true },
        { code: 'high', name: 'High', order: 2, tone: 'good', symbol: '✓', needsIntervention: false },
      ],
    },
  ],
  groups: [
    { code: 'money', name: 'Money' },
    { code: 'school', name: 'School' },
  ],
  areas: [
    { code: 'payroll', name: 'Payroll', group: 'money', scale: 'rag' },
    {
      code: 'attendance',
      name: 'Attendance',
      group: 'school',
      scale: 'rag',
      criteria: { low: ['Too low.'], high: ['High enough.'] },
      kpis: [
        {
          code: 'rate',
          name: 'Rate',
          unit: 'percent',
          bands: [
            { level: 'high', from: 70, fromIncluded: false, words: 'above 70' },
            { level: 'low', to: 70, words: '70 or below' },
          ],
        },
      ],
    },
  ],
  categories: [
    {
      code: 'one',
      name: 'One',
      order: 1,
      tone: 'critical',
      symbol: '■',
      support: [{ strand: 'HR', text: 'Weekly call' }],
    },
    { code: 'two', name: 'Two', order: 2, tone: 'good', symbol: '★', support: [{ strand: 'HR', text: 'Weekly call' }] },
  ],
  categoryRoute: {
    proposers: ['ceo'],
    proposerMayApprove: true,
    steps: [
      { kind: 'discuss', by: 'headTeacher' },
      { kind: 'approve', by: 'ceo' },
      { kind: 'confirm', by: 'boardMember' },
    ],
  },
});
type Sound = ReturnType<typeof sound>;

interface Bounds {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly fromIncluded: boolean;
  readonly toIncluded: boolean;
}

/** The sound framework after one change, written by its place in the document. */
const after = (place: string, value: unknown): readonly { path: string; message: string }[] => {
  const document: Sound = sound();
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = document;
  for (const step of steps) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), last, value);
  return checkFramework(Framework.parse(document));
};

const bands = (...list: object[]) => after('areas.1.kpis.0.bands', list);

describe('a sound framework', () => {
  it('has no mistake', () => expect(checkFramework(Framework.parse(sound()))).toEqual([]));
});

describe('each mistake is found at its place, and only there', () => {
  const { scales, groups, areas, categories } = sound();
  const kpi = areas[1]?.kpis?.[0];
  it.each([
    ['a group that does not exist', 'areas.0.group', 'nowhere', ['groups.0', 'areas.0.group']],
    ['a scale that does not exist', 'areas.0.scale', 'nowhere', ['areas.0.scale']],
    ['a criterion of an unknown level', 'areas.1.criteria', { middle: ['So so.'] }, ['areas.1.criteria.middle']],
    ['a scale code twice', 'scales', [...scales, ...scales], ['scales.1']],
    ['a group code twice', 'groups', [...groups, { code: 'money', name: 'Cash' }], ['groups.2']],
    ['a group without areas', 'groups', [...groups, { code: 'empty', name: 'Empty' }], ['groups.2']],
    ['an area code twice', 'areas', [...areas, areas[0]], ['areas.2']],
    ['an area code that differs in capitals only', 'areas.0.code', 'attendancE', ['areas.1']],
    ['a KPI code twice in one area', 'areas.1.kpis', [kpi, kpi], ['areas.1.kpis.1']],
    ['a KPI code twice in the framework', 'areas.0.kpis', [kpi], ['areas.1.kpis.0']],
    ['a category code twice', 'categories.1.code', 'one', ['categories.1']],
    ['a category name twice', 'categories.1.name', 'One', ['categories.1']],
    ['a category order twice', 'categories.1.order', 1, ['categories.1']],
    ['a category symbol twice', 'categories.1.symbol', '■', ['categories.1']],
    ['a category with the symbol of a level', 'categories.1.symbol', '!', ['categories.1.symbol']],
    [
      'support listed twice',
      'categories.0.support',
      [1, 2].map(() => categories[0]?.support[0]),
      ['categories.0.support.1'],
    ],
    [
      'a level code twice',
      'scales.0.levels.1.code',
      'low',
      ['scales.0.levels.1', 'areas.1.criteria.high', 'areas.1.kpis.0.bands.0.level'],
    ],
    ['a level name twice', 'scales.0.levels.1.name', 'Low', ['scales.0.levels.1']],
    ['a level order twice', 'scales.0.levels.1.order', 1, ['scales.0.levels.1']],
    ['a level symbol twice', 'scales.0.levels.1.symbol', '!', ['scales.0.levels.1']],
    ['a band of an unknown level', 'areas.1.kpis.0.bands.0.level', 'middle', ['areas.1.kpis.0.bands.0.level']],
    ['a proposer named twice', 'categoryRoute.proposers', ['ceo', 'ceo'], ['categoryRoute.proposers.1']],
    [
      'a route that only discusses',
      'categoryRoute',
      { proposers: ['ceo'], steps: [{ kind: 'discuss', by: 'ceo' }] },
      ['categoryRoute.steps.0'],
    ],
    [
      'a step after the confirmation',
      'categoryRoute',
      {
        proposers: ['ceo'],
        steps: [
          { kind: 'confirm', by: 'boardMember' },
          { kind: 'approve', by: 'ceo' },
        ],
      },
      ['categoryRoute.steps.0'],
    ],
    [
      'a proposer who approves without a confirmation',
      'categoryRoute',
      { proposers: ['ceo'], proposerMayApprove: true, steps: [{ kind: 'approve', by: 'ceo' }] },
      ['categoryRoute.proposerMayApprove'],
    ],
  ])('%s', (_, place, value, paths) => {
    const mistakes = after(place, value);
    expect(mistakes.map(({ path }) => path)).toEqual(paths);
    for (const { message } of mistakes) expect(message).toMatch(/^[A-Z].*'.*\.$/);
  });

  it('says what would be right', () => {
    expect(after('areas.0.group', 'nowhere')[1]?.message).toBe(
      "The area 'payroll' belongs to the group 'nowhere', which does not exist; the groups are 'money' and 'school'.",
    );
    expect(after('areas.1.kpis.0.bands.0.level', 'middle')[0]?.message).toBe(
      "The band 'above 70' of the KPI 'rate' names the level 'middle', which the scale 'rag' does not have; it has 'low' and 'high'.",
    );
  });
});

describe('the bands of a KPI', () => {
  const band = (bounds: object) => ({ level: 'low', words: JSON.stringify(bounds), ...bounds });
  const all = band({});

  it.each([
    ['one open band', [all]],
    ['a shared edge', [band({ to: 10 }), band({ from: 10 })]],
    ['an edge that one side holds', [band({ to: 10, toIncluded: false }), band({ from: 10 })]],
    ['an overlap', [band({ to: 28 }), band({ from: 27, to: 40 }), band({ from: 40, fromIncluded: false })]],
    ['a band within another', [band({ to: 40 }), band({ from: 20, to: 30 }), band({ from: 40 })]],
    ['a beginning at 0', [band({ from: 0, to: 10 }), band({ from: 10 })]],
    ['any order', [band({ from: 10 }), band({ to: 10 })]],
  ])('%s is in order', (_, list) => expect(bands(...list)).toEqual([]));

  it.each([
    ['between two bands', [band({ to: 10 }), band({ from: 11 })], 'values between 10 and 11 fall in no band'],
    [
      'at an edge',
      [band({ to: 10, toIncluded: false }), band({ from: 10, fromIncluded: false })],
      'the value 10 falls in no band',
    ],
    ['below', [band({ from: 1 })], "values below 1 fall in no band; leave out 'from'"],
    ['below, where 0 itself is left out', [band({ from: 0, fromIncluded: false })], 'values below 0 fall in no band'],
    ['above', [band({ to: 100 })], "values above 100 fall in no band; leave out 'to'"],
    [
      'after a band within another',
      [band({ to: 40 }), band({ from: 20, to: 30 }), band({ from: 45 })],
      'between 40 and 45',
    ],
    ['in a band upside down', [all, band({ from: 10, to: 5 })], 'from 10 to 5 holds no value'],
    [
      'in a band of one point left out',
      [all, band({ from: 5, to: 5, toIncluded: false })],
      'from 5 to 5 holds no value',
    ],
  ])('a gap %s is found', (_, list, words) => {
    const mistakes = bands(...list);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]?.path).toBe('areas.1.kpis.0.bands');
    expect(mistakes[0]?.message).toContain(words);
  });

  it('finds a gap wherever a value is left out, and nowhere else', () => {
    const edge = fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined });
    const anyBand = fc.record({ from: edge, fromIncluded: fc.boolean(), to: edge, toIncluded: fc.boolean() });
    const holds = (value: number, { from, to, fromIncluded, toIncluded }: Bounds) =>
      (from === undefined || value > from || (fromIncluded && value === from)) &&
      (to === undefined || value < to || (toIncluded && value === to));
    const values = Array.from({ length: 41 }, (_, i) => (i - 20) / 4);
    fc.assert(
      fc.property(fc.array(anyBand, { minLength: 1, maxLength: 5 }), (list) => {
        const held = list.filter((b) => values.some((value) => holds(value, b)));
        fc.pre(held.length === list.length);
        const lowest = Math.min(...held.map(({ from }) => from ?? -Infinity));
        const fromZero = lowest === 0 && held.some((b) => b.from === 0 && b.fromIncluded);
        const asked = values.filter((value) => value >= 0 || !fromZero);
        const covered = asked.every((value) => held.some((b) => holds(value, b)));
        expect(bands(...list.map(band)).length === 0).toBe(covered);
      }),
    );
  });
});
