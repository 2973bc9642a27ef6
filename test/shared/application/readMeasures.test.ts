import type { CellKey } from '../../../shared/application/cellAccess';
import { documentsRead, readMeasures } from '../../../shared/application/readMeasures';
import { MeasureTrends } from '../../../shared/schema/measureViews';
import { Framework } from '../../../shared/schema/framework';
import type { Person } from '../../../shared/schema/people';
import type { KpiValues } from '../../../shared/schema/review';
import { AcademicYear } from '../../../shared/schema/settings';
import { keyOfReview } from '../../../shared/domain/keys';
import { autumn, settings, summerBefore } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, kpi, lastYear, level, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, birchHead, bo, cora, dana, gus, hazel, staffingLead } from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings } from '../../support/builders/trust';

const spring = { year: lastYear, period: 'spring' } as const;
const of = (value: number): KpiValues => ({
  [kpi.attendanceRate]: { value, asAt: '2026-07-01', source: 'Register', by: dana.id, at: '2026-07-02T09:00:00Z' },
});
const key: CellKey = { urn: urn.alder, ...autumn, area: area.attendance };
const trends = async (holds: Holdings, reader: Person = cora, asked = key): Promise<MeasureTrends> =>
  MeasureTrends.parse(valueOf(await readMeasures(await createTrust(holds))(reader.id, asked)));
const readingsIn = async (holds: Holdings, reader: Person = cora) =>
  (await trends(holds, reader)).measures[0]?.readings.map(({ year, period, value }) => [`${period} ${year}`, value]);

const signed = [
  signedOffReview({ period: spring, kpis: of(48) }),
  signedOffReview({ period: summerBefore, kpis: of(60) }),
  signedOffReview({ kpis: of(72) }),
];

it('tells each measure over time, oldest first, each value with its band, day and source', async () => {
  const { measures, scale } = await trends({ reviews: signed });
  expect(scale.code).toBe('rag');
  expect(measures.map(({ name }) => name)).toEqual(['Attendance', 'Severe absence', 'Repeated suspensions']);
  expect(measures[0]?.bands.map(({ words }) => words)).toEqual(['above 70', '50 to 70', 'below 50']);
  expect(measures[0]?.readings).toMatchObject([
    { ...spring, value: 48, level: level.intervention, words: 'below 50', asAt: '2026-07-01', source: 'Register' },
    { ...summerBefore, value: 60, level: level.actions, words: '50 to 70' },
    { ...autumn, value: 72, level: level.assured, words: 'above 70' },
  ]);
  expect(measures[1]?.readings).toEqual([]);
});

it('tells only what was up to the period that is shown', async () =>
  expect((await trends({ reviews: signed }, cora, { ...key, ...summerBefore })).measures[0]?.readings).toHaveLength(2));

describe('a draft', () => {
  const holds = { reviews: [signedOffReview({ period: summerBefore, kpis: of(60) }), judgedReview({ kpis: of(72) })] };
  it.each([
    ['those who make it', dana, 2],
    ['the academy’s head teacher', hazel, 2],
    ['not to the Board', bo, 1],
    ['not to a local governor', gus, 1],
  ] as const)('is told to %s', async (_who, reader, times) =>
    expect(await readingsIn(holds, reader)).toHaveLength(times),
  );

  it('of an earlier period is told to nobody: it is not yet what was judged', async () =>
    expect(
      await readingsIn({
        reviews: [judgedReview({ period: summerBefore, kpis: of(60) }), signedOffReview({ kpis: of(72) })],
      }),
    ).toEqual([['autumn 2026/27', 72]]));
});

it('leaves out a value in another unit, and never turns one into the other', async () => {
  const inDays = Framework.parse({
    ...smallFramework,
    version: 2,
    areas: smallFramework.areas.map((each) => ({ ...each, kpis: each.kpis.map((k) => ({ ...k, unit: 'days' })) })),
  });
  const then = {
    ...signedOffReview({ period: summerBefore, kpis: of(3) }),
    framework: { code: inDays.code, version: 2 },
  };
  const holds = { frameworks: [inDays], reviews: [then, signedOffReview({ kpis: of(72) })] };
  expect(await readingsIn(holds)).toEqual([['autumn 2026/27', 72]]);
});

it('says what a level was called where the model has changed since', async () => {
  const renamed = Framework.parse({
    ...smallFramework,
    version: 2,
    scales: smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each) => ({ ...each, name: `Old ${each.name}` })),
    })),
  });
  const then = {
    ...signedOffReview({ period: summerBefore, kpis: of(60) }),
    framework: { code: renamed.code, version: 2 },
  };
  const { measures } = await trends({ frameworks: [renamed], reviews: [then, signedOffReview({ kpis: of(60) })] });
  expect(measures[0]?.readings.map(({ as }) => as?.name)).toEqual(['Old Actions in place', undefined]);
});

it('leaves out a record that was edited outside the app', async () => {
  const [, summer] = signed;
  const editedByHand = [{ kind: 'reviews' as const, key: summer ? keyOfReview(summer) : '' }];
  expect(await readingsIn({ reviews: signed, editedByHand })).toEqual([
    ['spring 2025/26', 48],
    ['autumn 2026/27', 72],
  ]);
});

it('opens a few documents at most, and none of an area without measures', async () => {
  const years = Array.from({ length: 6 }, (_, i) => {
    const move = (day: string) => `${Number(day.slice(0, 4)) - i}${day.slice(4)}`;
    const [first] = settings.years;
    const from = 2025 - i;
    return AcademicYear.parse({
      ...first,
      year: `${from}/${String(from + 1).slice(2)}`,
      terms: first?.terms.map((term) => ({ ...term, startsOn: move(term.startsOn), endsOn: move(term.endsOn) })),
    });
  });
  const reviews = years.flatMap(({ year }) =>
    (['autumn', 'spring', 'summer'] as const).map((period) =>
      signedOffReview({ period: { year, period }, kpis: of(60) }),
    ),
  );
  const trust = await createTrust({ settings: { ...settings, years }, reviews });
  const asked = { ...key, ...summerBefore };
  const { measures } = valueOf(await readMeasures(trust)(cora.id, asked));
  expect(measures[0]?.readings).toHaveLength(documentsRead);
  expect(measures[0]?.readings.at(-1)).toMatchObject(summerBefore);
  expect(trust.store.calls.load).toBe(documentsRead);
  const { measures: none } = valueOf(await readMeasures(trust)(cora.id, { ...asked, area: area.safeguarding }));
  expect([none, trust.store.calls.load]).toEqual([[], documentsRead]);
});

it.each([
  ['another academy’s head teacher', birchHead],
  ['the lead of another function', staffingLead],
  ['an administrator', ada],
])('is not there for %s', async (_who, reader) =>
  expect(outcomeOf(await readMeasures(await createTrust({ reviews: signed }))(reader.id, key))).toBe('notFound'),
);
