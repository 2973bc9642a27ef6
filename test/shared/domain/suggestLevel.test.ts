import fc from 'fast-check';
import { readKpis, suggestLevel } from '../../../shared/domain/kpis';
import type { KpiValues } from '../../../shared/schema/review';
import { now } from '../../support/builders/calendar';
import { reordered, smallFramework } from '../../support/builders/framework';
import { area, kpi, level } from '../../support/builders/ids';
import { dana } from '../../support/builders/people';

describe('the suggestion of an area', () => {
  const attendance = smallFramework.areas.find((each) => each.code === area.attendance);
  if (!attendance) throw new Error('The small framework has attendance.');
  const recorded = (values: Partial<Record<keyof typeof kpi, number>>): KpiValues =>
    Object.fromEntries(
      Object.entries(values).map(([code, value]) => [
        kpi[code as keyof typeof kpi],
        { value, asAt: '2026-11-01', source: '', by: dana.id, at: now },
      ]),
    );
  const suggest = (values: Parameters<typeof recorded>[0], framework = smallFramework) => {
    const here = framework.areas.find((each) => each.code === area.attendance) ?? attendance;
    return suggestLevel(framework, here, recorded(values));
  };

  it('is nothing without a value', () => expect(suggest({})).toBeUndefined());
  it('is nothing where the only value is in no band', () => expect(suggest({ repeatSuspensions: -2 })).toBeUndefined());
  it('is nothing for an area without measures', () => {
    const safeguarding = smallFramework.areas.find((each) => each.code === area.safeguarding) ?? attendance;
    expect(suggestLevel(smallFramework, safeguarding, recorded({ attendanceRate: 10 }))).toBeUndefined();
  });

  it('is the worst of its measures, and says which', () =>
    expect(suggest({ attendanceRate: 90, severeAbsence: 41, repeatSuspensions: 3 })).toEqual({
      level: level.intervention,
      why: 'Intervention required: Severe absence of 41 % is above 40.',
    }));

  it('names every measure that decides', () =>
    expect(suggest({ attendanceRate: 60, severeAbsence: 30, repeatSuspensions: 3 })?.why).toBe(
      'Actions in place: Attendance of 60 % is 50 to 70. Severe absence of 30 % is 27 to 40.',
    ));

  it('never depends on the order of areas or measures, and is never better than any of them', () => {
    const number = fc.option(
      fc.integer({ min: 0, max: 400 }).map((n) => n / 4),
      { nil: undefined },
    );
    const orders = smallFramework.scales[0]?.levels ?? [];
    const orderOf = (code: string | undefined) => orders.find((each) => each.code === code)?.order ?? Infinity;
    fc.assert(
      fc.property(fc.record({ attendanceRate: number, severeAbsence: number, repeatSuspensions: number }), (all) => {
        const values = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
        const suggested = suggest(values)?.level;
        expect(suggest(values, reordered(smallFramework))?.level).toBe(suggested);
        const readings = readKpis(smallFramework, attendance, recorded(values));
        expect(readings).toHaveLength(Object.keys(values).length);
        expect(orderOf(suggested)).toBe(Math.min(Infinity, ...readings.map((reading) => orderOf(reading.level))));
      }),
    );
  });

  it('reads what was recorded with its day and source, in the framework’s order', () => {
    const values = recorded({ severeAbsence: 12, attendanceRate: 71 });
    expect(readKpis(smallFramework, attendance, values)).toMatchObject([
      { kpi: kpi.attendanceRate, value: 71, asAt: '2026-11-01', source: '', unit: 'percent', level: level.assured },
      { kpi: kpi.severeAbsence, value: 12, level: level.assured },
    ]);
  });
});
