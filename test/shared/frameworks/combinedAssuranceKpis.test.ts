import { scaleOf } from '../../../shared/domain/framework';
import { readBand } from '../../../shared/domain/kpis';
import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework, type Kpi, type Scale } from '../../../shared/schema/framework';
import { areaIn } from './figures';
import { edges } from './combinedAssuranceEdges';

/** The KPIs and their bands, held against the source's Appendix B (seed 004). */
const framework = Framework.parse(pack);

const rag = (): Scale => {
  const scale = framework.scales[0];
  if (!scale) throw new Error('No scale');
  return scale;
};

const letters: Record<string, string> = { A: 'assured', P: 'actions', I: 'intervention' };

describe('the KPIs', () => {
  const kpiOf = (area: string, code: string): Kpi => {
    const kpi = areaIn(framework, area).kpis.find((k) => k.code === code);
    if (!kpi) throw new Error(`No KPI ${code}`);
    return kpi;
  };
  const words = (area: string, code: string) => kpiOf(area, code).bands.map((band) => `${band.level}: ${band.words}`);

  it('are the twelve of the source, all in percent', () => {
    const all = framework.areas.flatMap((area) => area.kpis.map((kpi) => [area.code, kpi.code]));
    expect(all).toEqual(edges.map(([area, code]) => [area, code]));
    expect(new Set(framework.areas.flatMap(({ kpis }) => kpis.map(({ unit }) => unit)))).toEqual(new Set(['percent']));
  });

  it.each(edges)('%s: %s is read at every edge as the source has it', (areaCode, code, values) => {
    const area = areaIn(framework, areaCode);
    expect(scaleOf(framework, area)).toBe(rag());
    const read = values.map(([value]) => [value, readBand(kpiOf(areaCode, code), rag(), value).level?.code]);
    expect(read).toEqual(values.map(([value, letter]) => [value, letters[letter]]));
  });

  it('hold the edges that the source shares and overlaps in both bands', () => {
    const both = (area: string, code: string, value: number) => readBand(kpiOf(area, code), rag(), value).why;
    expect(both('persistentAbsence', 'severeAbsenceRate', 27)).toMatch(
      /Actions in place and Assured; the more cautious/,
    );
    expect(both('persistentAbsence', 'severeAbsenceRate', 27.9)).toMatch(/the more cautious/);
    expect(both('persistentAbsence', 'severeAbsenceRate', 28)).not.toMatch(/the more cautious/);
    expect(both('suspensions', 'repeatedSuspensionRate', 10)).toMatch(/the more cautious/);
    expect(both('partialTimetables', 'partialTimetableRate', 10)).toMatch(/the more cautious/);
    expect(both('progressReading', 'readingOnTrack', 50)).toMatch(/the more cautious/);
    expect(both('behaviour', 'seriousIncidentRate', 300)).not.toMatch(/the more cautious/);
  });

  it('reads nothing into a share below 0, which can only be a slip', () => {
    expect(readBand(kpiOf('partialTimetables', 'partialTimetableRate'), rag(), -3).level).toBeUndefined();
  });

  /** '[' and ']' hold the bound, '(' and ')' do not; assured, actions in place, intervention required. */
  it.each([
    ['seriousIncidentRate', '(..300) [300..500] (500..)'],
    ['rpiRate', '(..200) [200..300] (300..)'],
    ['attendanceRate', '(70..) [50..70] (..50)'],
    ['valueAdded', '(10..) [0..10] (..0)'],
    ['persistentAbsenceRate', '(..74.5) [74.5..90] (90..)'],
    ['severeAbsenceRate', '(..28) [27..40] (40..)'],
    ['suspensionRate', '(..50) [50..129] (129..)'],
    ['repeatedSuspensionRate', '[0..10] [10..25] (25..)'],
    ['partialTimetableRate', '[0..10] [10..20] (20..)'],
    ['readingOnTrack', '[50..) [35..50] (..35)'],
    ['writingOnTrack', '[50..) [35..50] (..35)'],
    ['mathematicsOnTrack', '[50..) [35..50] (..35)'],
  ])('%s has the bounds of the source: %s', (code, bounds) => {
    const kpi = framework.areas.flatMap(({ kpis }) => kpis).find((k) => k.code === code);
    const written = kpi?.bands.map(({ from, to, fromIncluded, toIncluded }) => {
      const [open, close] = [
        from !== undefined && fromIncluded ? '[' : '(',
        to !== undefined && toIncluded ? ']' : ')',
      ];
      return `${open}${from ?? ''}..${to ?? ''}${close}`;
    });
    expect(written?.join(' ')).toBe(bounds);
    expect(kpi?.bands.map(({ level }) => level)).toEqual(['assured', 'actions', 'intervention']);
  });

  it('are better when lower, but for attendance, value added and the cohort on track; two bands mean the cautious one', () => {
    const kpis = framework.areas.flatMap((area) => area.kpis);
    expect(kpis.filter(({ better }) => better === 'higher').map(({ code }) => code)).toEqual([
      'attendanceRate',
      'valueAdded',
      'readingOnTrack',
      'writingOnTrack',
      'mathematicsOnTrack',
    ]);
    expect(kpis.filter(({ better }) => better === 'lower')).toHaveLength(7);
    expect(new Set(kpis.map(({ inTwoBands }) => inTwoBands))).toEqual(new Set(['moreCautious']));
  });

  /** The words of a band say its own bounds: what a person reads is what the rule compares. */
  it('say their bands in words, each with its own bounds', () => {
    for (const kpi of framework.areas.flatMap((area) => area.kpis))
      for (const { from, to, fromIncluded, words: said } of kpi.bands) {
        const upwards = fromIncluded ? `${from} or above` : `above ${from}`;
        const expected = from === undefined ? `below ${to}` : to === undefined ? upwards : `${from} to ${to}`;
        expect([kpi.code, said]).toEqual([kpi.code, expected]);
      }
  });

  it('say them as the source does', () => {
    expect(words('behaviour', 'seriousIncidentRate')).toEqual([
      'assured: below 300',
      'actions: 300 to 500',
      'intervention: above 500',
    ]);
    expect(words('attendance', 'valueAdded')).toEqual([
      'assured: above 10',
      'actions: 0 to 10',
      'intervention: below 0',
    ]);
    expect(words('persistentAbsence', 'severeAbsenceRate')).toEqual([
      'assured: below 28',
      'actions: 27 to 40',
      'intervention: above 40',
    ]);
    expect(words('progressWriting', 'writingOnTrack')).toEqual([
      'assured: 50 or above',
      'actions: 35 to 50',
      'intervention: below 35',
    ]);
  });
});
