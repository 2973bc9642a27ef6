import { levelOf, scaleOf } from '../../../../shared/domain/framework';
import type { CellDetail } from '../../../../shared/schema/matrixViews';
import type { MeasureTrend } from '../../../../shared/schema/measureViews';
import type { DatedPeriod } from '../../../../shared/schema/views';
import { levelTrend, measureLine, otherVersions, shortLabel, someOf } from '../../../../tabs/components/charts/trend';
import { periods } from '../../../support/builders/calendar';
import { smallFramework } from '../../../support/builders/framework';
import { area, kpi, level } from '../../../support/builders/ids';

const attendance = smallFramework.areas.find(({ code }) => code === area.attendance);
const scale = attendance && scaleOf(smallFramework, attendance);
if (!attendance || !scale) throw new Error('The small framework judges no attendance.');
const rate = attendance.kpis[0];
if (!rate) throw new Error('Attendance has no measure.');

type Entry = CellDetail['history'][number];
const at = (index: number): DatedPeriod => {
  const found = periods[index];
  if (!found) throw new Error(`There is no period ${index}.`);
  return found;
};
const judged = (index: number, code: keyof typeof level): Entry => ({ ...at(index), level: level[code] });
const old = levelOf(smallFramework, attendance, level.actions);
const asThen = (index: number): Entry => ({
  ...judged(index, 'actions'),
  ...(old && { as: { ...old, name: 'Amber' } }),
});

describe('a line of levels', () => {
  const history = [judged(0, 'intervention'), at(1), judged(2, 'actions'), judged(3, 'assured')];

  it('stands on the words and symbols of the scale, worst at the foot', () =>
    expect(levelTrend(history, scale).ticks.map(({ words }) => words)).toEqual([
      '! Intervention required',
      '◐ Actions in place',
      '✓ Assured',
    ]));

  it('has a point for each judgement, in words, and is broken where nothing was judged', () => {
    const { points, breaks } = levelTrend(history, scale);
    expect(points.map(({ words, period }) => [words, period.period])).toEqual([
      ['Intervention required', 'autumn'],
      ['Actions in place', 'summer'],
      ['Assured', 'autumn'],
    ]);
    expect(breaks).toEqual([1]);
  });

  it('never puts a level of another version on this scale: it is left out, the line is broken, and it is named', () => {
    const mixed = [judged(0, 'assured'), asThen(1), judged(2, 'assured')];
    expect(levelTrend(mixed, scale)).toMatchObject({ breaks: [1] });
    expect(levelTrend(mixed, scale).points).toHaveLength(2);
    expect(otherVersions(mixed)).toEqual([mixed[1]]);
  });
});

describe('a line of a measure', () => {
  const reading = (index: number, value: number) => ({
    ...at(index),
    value,
    asAt: '2026-07-01',
    source: '',
    words: 'x',
  });
  const trend: MeasureTrend = {
    kpi: kpi.attendanceRate,
    name: rate.name,
    unit: rate.unit,
    bands: rate.bands,
    readings: [reading(0, 48), reading(1, 60.5), reading(3, 72)],
  };

  it('has the edges of its bands at the axis, each once and in its unit', () =>
    expect(measureLine(trend, periods).ticks).toEqual([
      { value: 50, words: '50 %' },
      { value: 70, words: '70 %' },
    ]));

  it('says each value with its unit, and is broken where one is missing', () => {
    const { points, breaks } = measureLine(trend, periods);
    expect(points.map(({ words }) => words)).toEqual(['48 %, x', '60.5 %, x', '72 %, x']);
    expect(breaks).toEqual([2]);
  });
});

it.each([
  [{ ...at(3) }, 'Autumn 2026'],
  [{ ...at(3), period: 'year' as const }, '2026/27'],
  [{ ...at(3), period: 'autumn2' as const, startsOn: '2026-11-02' }, 'Nov 2026'],
  [{ ...at(3), period: 'm02' as const, startsOn: '2027-02-01' }, 'Feb 2027'],
])('a period under a chart, in short', (period, words) => expect(shortLabel(period)).toBe(words));

it('of many labels a few are shown, the first and the last among them', () => {
  expect(someOf([1, 2, 3], 4)).toEqual([1, 2, 3]);
  expect(someOf([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([1, 3, 5, 7]);
  expect(someOf([1, 2, 3, 4, 5], 2)).toEqual([1, 5]);
});
