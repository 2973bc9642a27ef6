import { findLevel, scaleOf } from '../../../../shared/domain/framework';
import { suggestLevel } from '../../../../shared/domain/kpis';
import { RecordKpis } from '../../../../shared/schema/commands';
import { KpiValues } from '../../../../shared/schema/review';
import { copyOf } from '../../../../tabs/features/review/areaDraft';
import { kpiProblem, measuresSaid, typedNumber, typedSuggestion } from '../../../../tabs/features/review/kpiEntry';
import { rationaleNeeded } from '../../../../tabs/features/review/rationaleRule';
import { smallFramework } from '../../../support/builders/framework';
import { area, kpi, level } from '../../../support/builders/ids';
import { dana } from '../../../support/builders/people';
import { areaOf, unjudged } from './areaOf';

const attendance = areaOf(area.attendance);
const empty = copyOf(attendance, unjudged, '2026-11-20');
const typing = (value: string) => ({
  ...empty,
  kpis: { ...empty.kpis, [kpi.attendanceRate]: { value, asAt: '2026-11-12', source: ' Arbor ' } },
});

describe('typed numbers', () => {
  it.each([
    ['48.2', 48.2],
    [' 48 ', 48],
    ['-3.5', -3.5],
    ['48.2 %', 48.2],
    ['300%', 300],
    ['£1,200', 1200],
    ['-£1,200.50', -1200.5],
    ['£ 350', 350],
    ['1,234,567.5', 1_234_567.5],
    ['', undefined],
    ['  ', undefined],
  ])('%p is %p', (text, expected) => expect(typedNumber(text)).toBe(expected));
  it.each(['many', '£', '1,20', '1,2000', '12£', '1e3', '0x10', '48,2', '4 8', '--1', '1.', 'Infinity'])(
    '%p is no number',
    (text) => expect(typedNumber(text)).toBeNaN(),
  );
  it('says what is wrong', () => {
    expect(kpiProblem({ value: '48,2', asAt: '2026-11-12', source: '' })).toContain('number');
    expect(kpiProblem({ value: '2000000', asAt: '2026-11-12', source: '' })).toContain('below');
    expect(kpiProblem({ value: '48.2', asAt: '', source: '' })).toContain('day');
    expect(kpiProblem({ value: '', asAt: '', source: '' })).toBeUndefined();
  });
});

describe('what is sent', () => {
  it('is what was touched and what was in sight of it, null where nothing stands', () => {
    const before = { ...typing('40'), basedOn: null };
    const said = measuresSaid(typing('48.2'), before, [kpi.attendanceRate, kpi.severeAbsence]);
    expect(said).toEqual({
      values: {
        [kpi.attendanceRate]: { value: 48.2, asAt: '2026-11-12', source: 'Arbor' },
        [kpi.severeAbsence]: null,
      },
      seen: {
        [kpi.attendanceRate]: { value: 40, asAt: '2026-11-12', source: 'Arbor' },
        [kpi.severeAbsence]: null,
      },
    });
    expect(RecordKpis.shape.values.safeParse(said.values).success).toBe(true);
  });
});

describe('the suggestion while typing', () => {
  it('is the one that the server makes of the same values', () => {
    const stored = KpiValues.parse({
      [kpi.attendanceRate]: { value: 48.2, asAt: '2026-11-12', source: '', by: dana.id, at: '2026-11-20T10:00:00Z' },
    });
    expect(typedSuggestion(smallFramework, attendance, typing('48.2'), dana.id)).toEqual(
      suggestLevel(smallFramework, attendance, stored),
    );
    expect(typedSuggestion(smallFramework, attendance, typing('48.2'), dana.id)?.level).toBe(level.intervention);
  });
  it('is none without a number', () => {
    expect(typedSuggestion(smallFramework, attendance, typing(''), dana.id)).toBeUndefined();
    expect(typedSuggestion(smallFramework, attendance, typing('many'), dana.id)).toBeUndefined();
  });
});

describe('when a rationale is needed', () => {
  const scale = scaleOf(smallFramework, attendance);
  const of = (code: keyof typeof level) => findLevel(scale, level[code]);
  it('is where the judgement differs from the suggestion', () =>
    expect(rationaleNeeded(of('assured'), of('actions'))).toBe(
      'Needed here: the measures suggest Actions in place, and you chose Assured.',
    ));
  it('is where the level needs intervention, whatever the measures say', () => {
    expect(rationaleNeeded(of('intervention'), of('intervention'))).toContain('intervention');
    expect(rationaleNeeded(of('intervention'), undefined)).toContain('intervention');
  });
  it('is not otherwise', () => {
    expect(rationaleNeeded(of('assured'), of('assured'))).toBeUndefined();
    expect(rationaleNeeded(of('actions'), undefined)).toBeUndefined();
    expect(rationaleNeeded(undefined, of('intervention'))).toBeUndefined();
  });
});
