import fc from 'fast-check';
import { mistakesAfter } from '../../../support/builders/frameworkDocument';

interface Bounds {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly fromIncluded: boolean;
  readonly toIncluded: boolean;
}

const place = 'areas.1.kpis.0';
const bands = (...list: object[]) => mistakesAfter({ [`${place}.bands`]: list });

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

describe('the direction of a KPI', () => {
  const [low, mid, high] = ['low', 'mid', 'high'].map((level) => (bounds: object) => ({
    level,
    words: level,
    ...bounds,
  }));
  const kpi = (better: string | undefined, list: object[], more: object = {}) =>
    mistakesAfter({ [`${place}.bands`]: list, [`${place}.better`]: better, ...more });
  const rising = [low?.({ to: 10 }), mid?.({ from: 10, to: 20 }), high?.({ from: 20 })] as object[];

  it('may be left out, where neither end is better', () => {
    const range = [low?.({ to: 10 }), high?.({ from: 10, to: 20 }), low?.({ from: 20 })] as object[];
    expect(kpi(undefined, range)).toEqual([]);
    expect(kpi('higher', range).map(({ path }) => path)).toEqual([`${place}.bands`]);
  });

  it('is held to the bands', () => {
    expect(kpi('higher', rising)).toEqual([]);
    expect(kpi('lower', rising)).toEqual([
      {
        path: `${place}.bands`,
        message:
          "The bands of the KPI 'rate': lower is better, yet going lower from 'high' to 'mid' leads from the level 'high' to the level 'mid'; exchange them, or turn 'better' round.",
      },
    ]);
  });

  it('is turned round with the area where high is bad', () => {
    const turned = { 'areas.1.highIsBad': true };
    expect(kpi('lower', rising, turned)).toEqual([]);
    expect(kpi('higher', rising, turned)).toHaveLength(1);
  });

  it('finds a band that another one always outdoes', () => {
    const hidden = [
      low?.({ to: 20 }),
      mid?.({ from: 10, to: 20 }),
      high?.({ from: 20, fromIncluded: false }),
    ] as object[];
    expect(kpi('higher', hidden).map(({ path }) => path)).toEqual([`${place}.bands.1`]);
    expect(kpi('higher', hidden)[0]?.message).toContain("'mid' never counts");
    const generous = { [`${place}.inTwoBands`]: 'moreGenerous' };
    expect(kpi('higher', hidden, generous)).toEqual([]);
  });

  it('asks of money that debts are in a band too', () => {
    const fromZero = [low?.({ from: 0, to: 10 }), high?.({ from: 10 })] as object[];
    expect(kpi('higher', fromZero)).toEqual([]);
    expect(kpi('higher', fromZero, { [`${place}.unit`]: 'pounds' })[0]?.message).toContain(
      "values below 0 fall in no band; leave out 'from' of the lowest band.",
    );
  });
});
