import fc from 'fast-check';
import combinedAssurance from '../../../shared/frameworks/combinedAssurance.json';
import { formatValue, readBand } from '../../../shared/domain/kpis';
import { scaleOf } from '../../../shared/domain/framework';
import { Framework, Kpi, type Area, type Scale } from '../../../shared/schema/framework';
import { smallFramework } from '../../support/builders/framework';
import { level } from '../../support/builders/ids';

const trust = Framework.parse(combinedAssurance);

interface Placed {
  readonly area: Area;
  readonly kpi: Kpi;
  readonly scale: Scale;
}
const placed = (framework: Framework): Placed[] =>
  framework.areas.flatMap((each) => {
    const scale = scaleOf(framework, each);
    return scale ? each.kpis.map((one) => ({ area: each, kpi: one, scale })) : [];
  });
const find = (framework: Framework, code: string): Placed => {
  const found = placed(framework).find((each) => each.kpi.code === code);
  if (!found) throw new Error(`There is no KPI ${code}.`);
  return found;
};
const read = (code: string, value: number, framework = trust) => {
  const { kpi: one, scale } = find(framework, code);
  return readBand(one, scale, value);
};

/** `domain.md`, 'KPI thresholds of framework E': each band's middle and both its edges. */
const thresholds: readonly [code: string, assured: number[], actions: number[], intervention: number[]][] = [
  ['seriousIncidentRate', [0, 299.9], [300, 400, 500], [500.1, 800]],
  ['rpiRate', [0, 199.9], [200, 250, 300], [300.1, 1000]],
  ['attendanceRate', [70.1, 95, 100], [50, 60, 70], [0, 49.9]],
  ['valueAdded', [10.1, 50], [0, 5, 10], [-0.1, -40]],
  ['persistentAbsenceRate', [0, 74.4], [74.5, 80, 90], [90.1, 100]],
  ['severeAbsenceRate', [0, 26.9], [27, 27.5, 28, 40], [40.1, 100]],
  ['suspensionRate', [0, 49.9], [50, 100, 129], [129.1, 250]],
  ['repeatedSuspensionRate', [0, 9.9], [10, 20, 25], [25.1, 90]],
  ['partialTimetableRate', [0, 9.9], [10, 15, 20], [20.1, 60]],
  ['readingOnTrack', [50.1, 100], [35, 40, 50], [0, 34.9]],
  ['writingOnTrack', [50.1, 100], [35, 40, 50], [0, 34.9]],
  ['mathematicsOnTrack', [50.1, 100], [35, 40, 50], [0, 34.9]],
];

describe('the thresholds of framework E', () => {
  it('are all here', () =>
    expect(thresholds.map(([code]) => code).sort()).toEqual(
      placed(trust)
        .map((each) => String(each.kpi.code))
        .sort(),
    ));

  it.each(
    thresholds.flatMap(([code, assured, actions, intervention]) => [
      ...assured.map((value) => [code, value, 'assured'] as const),
      ...actions.map((value) => [code, value, 'actions'] as const),
      ...intervention.map((value) => [code, value, 'intervention'] as const),
    ]),
  )('%s of %s is %s', (code, value, expected) => expect(read(code, value).level?.code).toBe(expected));
});

describe('a value in two bands', () => {
  it.each([
    [
      'severeAbsenceRate',
      27.5,
      'Severe absence of 27.5 % falls in the bands of Actions in place and Assured; the more cautious one counts.',
    ],
    [
      'repeatedSuspensionRate',
      10,
      'Repeated suspensions of 10 % falls in the bands of Actions in place and Assured; the more cautious one counts.',
    ],
  ])('%s of %s says why', (code, value, why) => expect(read(code, value)).toMatchObject({ why }));

  it('and in one alone is read in that band’s words', () =>
    expect(read('attendanceRate', 60)).toMatchObject({ words: '50 to 70', why: 'Attendance of 60 % is 50 to 70.' }));

  it('of the same level names the level once and chooses nothing', () => {
    const { kpi: one, scale } = find(smallFramework, 'attendanceRate');
    const bands = [
      ...one.bands,
      { level: level.actions, from: 65, to: 80, fromIncluded: true, toIncluded: true, words: '65 to 80' },
    ];
    const { why } = readBand({ ...one, bands }, scale, 66);
    expect(why).not.toContain('Actions in place and Actions in place');
    expect(why).not.toContain('more cautious');
  });

  it('outside every band has no level, and says so', () =>
    expect(read('repeatedSuspensionRate', -1)).toMatchObject({ level: undefined, words: 'outside every band' }));
});

describe('a measure in pounds, and one whose edges are generous', () => {
  const { kpi: one, scale } = find(smallFramework, 'attendanceRate');
  const reserves = Kpi.parse({
    code: 'reservesForEachPupil',
    name: 'Reserves for each pupil',
    unit: 'pounds',
    bands: [
      { level: level.assured, from: 500, words: '£500 or more' },
      { level: level.actions, from: 0, to: 500, words: '£0 to £500' },
      { level: level.intervention, to: 0, words: '£0 or less' },
    ],
  });
  it('is read and said as money', () =>
    expect(readBand(reserves, scale, -1200.5)).toMatchObject({
      level: { code: level.intervention },
      why: 'Reserves for each pupil of -£1,200.50 is £0 or less.',
    }));
  it.each([
    ['moreCautious', level.actions, 'the more cautious one counts'],
    ['moreGenerous', level.assured, 'the more generous one counts'],
  ] as const)('at a shared edge: %s', (inTwoBands, expected, why) => {
    const read500 = readBand({ ...reserves, inTwoBands }, scale, 500);
    expect(read500.level?.code).toBe(expected);
    expect(read500.why).toContain(why);
  });
  it('is cautious where the model does not say', () => {
    expect(reserves.inTwoBands).toBe('moreCautious');
    expect(one.inTwoBands).toBe('moreCautious');
  });
});

describe('reading a value', () => {
  const scale = find(smallFramework, 'attendanceRate').scale;
  const edge = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
  const band = fc.record(
    {
      level: fc.constantFrom('intervention', 'actions', 'assured'),
      from: edge,
      to: edge,
      fromIncluded: fc.boolean(),
      toIncluded: fc.boolean(),
      words: fc.constant('some'),
    },
    { requiredKeys: ['level', 'fromIncluded', 'toIncluded', 'words'] },
  );
  const anyKpi = fc
    .array(band, { minLength: 1, maxLength: 5 })
    .map((bands) => Kpi.parse({ code: 'any', name: 'Any', unit: 'number', bands }));
  const anyValue = fc.integer({ min: -16, max: 16 }).map((n) => n / 4);

  it('is total: every number within the schema’s bounds is answered, by every measure of E', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placed(trust)), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (each, value) => {
        const { level: found, words, why } = readBand(each.kpi, each.scale, value);
        if (value >= 0 || !found)
          expect(Boolean(found)).toBe(value >= 0 || each.kpi.bands.every(({ from }) => from !== 0));
        expect(words).not.toBe('');
        expect(why).toContain(each.kpi.name);
      }),
    );
  });

  it('takes the worst of the bands that hold the value, in whatever order they are written', () => {
    fc.assert(
      fc.property(anyKpi, anyValue, fc.infiniteStream(fc.nat()), (one, value, keys: Iterator<number, number>) => {
        const holding = one.bands.filter(
          (b) =>
            (b.from === undefined || value > b.from || (b.fromIncluded && value === b.from)) &&
            (b.to === undefined || value < b.to || (b.toIncluded && value === b.to)),
        );
        const worst = ['intervention', 'actions', 'assured'].find((code) => holding.some((b) => b.level === code));
        const shuffled = one.bands
          .map((b) => ({ b, at: keys.next().value ?? 0 }))
          .sort((x, y) => x.at - y.at)
          .map(({ b }) => b);
        expect(readBand(one, scale, value).level?.code).toBe(worst);
        expect(readBand({ ...one, bands: shuffled }, scale, value).level?.code).toBe(worst);
      }),
    );
  });
});

describe('a value in words', () => {
  it.each([
    [48.2, 'percent', '48.2 %'],
    [48, 'percent', '48 %'],
    [1234.567, 'number', '1,234.57'],
    [3, 'days', '3 days'],
    [1, 'days', '1 day'],
    [-0.5, 'percent', '-0.5 %'],
    [0, 'number', '0'],
    [1200, 'pounds', '£1,200'],
    [1200.5, 'pounds', '£1,200.50'],
    [-350, 'pounds', '-£350'],
    [999_999.99, 'pounds', '£999,999.99'],
  ] as const)('%s %s is %s', (value, unit, words) => expect(formatValue(value, unit)).toBe(words));
});
