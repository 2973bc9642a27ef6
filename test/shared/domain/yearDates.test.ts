import fc from 'fast-check';
import { judgedPeriods } from '../../../shared/domain/periods';
import {
  datesAYearLater,
  datesIssues,
  movedRecords,
  nextYear,
  setYearDates,
  withDates,
  yearAfter,
} from '../../../shared/domain/yearDates';
import { weekdayOf } from '../../../shared/domain/day';
import { PeriodKind } from '../../../shared/schema/ids';
import type { YearDates } from '../../../shared/schema/settings';
import { datesIn, nextDates } from '../../support/builders/administering';
import { anySettings } from '../../support/builders/anyCalendar';
import { settings } from '../../support/builders/calendar';
import { commandId, lastYear, nextYear as year, thisYear } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { ada } from '../../support/builders/people';

const stamp = { commandId: commandId('sent-now'), by: ada.id, at: '2026-11-20T10:00:00.000Z' };
const byTerm = () => 'term' as const;

type TermChange = Partial<YearDates['terms'][number]>;
const withTerm = (at: 0 | 1 | 2, change: TermChange, closedOn = nextDates.closedOn): YearDates => ({
  terms: nextDates.terms.map((term, index) => (index === at ? { ...term, ...change } : term)),
  closedOn,
});
const pathsOf = (dates: YearDates): string[] => datesIssues(year, dates, settings.years).map(({ path }) => path);

describe('the dates of a year', () => {
  it('are right where three terms follow each other', () => expect(pathsOf(nextDates)).toEqual([]));

  it.each<[string, YearDates, string]>([
    ['a term that ends before it begins', withTerm(0, { endsOn: '2027-08-31' }), 'autumn.endsOn'],
    ['a term over the one before', withTerm(1, { startsOn: '2027-12-17' }), 'spring.startsOn'],
    ['an autumn term in the holidays before', withTerm(0, { startsOn: '2027-08-14' }), 'autumn.startsOn'],
    ['a summer term past the year', withTerm(2, { endsOn: '2028-09-01' }), 'summer.endsOn'],
    [
      'a half term before its term',
      withTerm(0, { halfTerm: { startsOn: '2027-09-01', endsOn: '2027-09-02' } }),
      'autumn.halfTerm.startsOn',
    ],
    [
      'a half term that ends before it begins',
      withTerm(0, { halfTerm: { startsOn: '2027-10-25', endsOn: '2027-10-24' } }),
      'autumn.halfTerm.endsOn',
    ],
    [
      'a half term to the end of its term',
      withTerm(0, { halfTerm: { startsOn: '2027-10-25', endsOn: '2027-12-17' } }),
      'autumn.halfTerm.endsOn',
    ],
    ['a closed day in the holidays', withTerm(0, {}, ['2027-12-25']), 'closedOn.0'],
    ['a closed day twice', withTerm(0, {}, ['2028-05-01', '2028-05-01']), 'closedOn.1'],
    ['terms in another order', { ...nextDates, terms: [...nextDates.terms].reverse() }, 'terms'],
  ])('refuse %s, naming the field', (_, dates, path) => expect(pathsOf(dates)).toContain(path));

  it('allow a first and a last day on the edge', () => {
    expect(pathsOf(withTerm(0, { startsOn: '2027-08-15' }))).toEqual([]);
    expect(pathsOf(withTerm(2, { endsOn: '2028-08-31' }))).toEqual([]);
    expect(pathsOf(withTerm(1, { startsOn: '2027-12-18' }))).toEqual([]);
  });

  it('leave room for the years beside', () => {
    const late = withDates(settings.years, thisYear, {
      ...datesIn(thisYear),
      terms: datesIn(thisYear).terms.map((term) => (term.term === 'summer' ? { ...term, endsOn: '2027-08-20' } : term)),
    });
    const early = withTerm(0, { startsOn: '2027-08-20' });
    expect(datesIssues(year, early, late).map(({ path }) => path)).toEqual(['autumn.startsOn']);
    const after = withDates(settings.years, year, early);
    const summer = withDates(settings.years, thisYear, datesIn(thisYear));
    const clash = datesIssues(
      thisYear,
      {
        ...datesIn(thisYear),
        terms: datesIn(thisYear).terms.map((term) =>
          term.term === 'summer' ? { ...term, endsOn: '2027-08-20' } : term,
        ),
      },
      after,
    );
    expect(summer).toHaveLength(2);
    expect(clash.map(({ path }) => path)).toEqual(['summer.endsOn']);
  });
});

describe('a year that is added', () => {
  it('is the one after the last', () => {
    expect(nextYear(settings.years)).toBe('2027/28');
    expect(yearAfter(year)).toBe('2028/29');
    expect(nextYear([])).toBeUndefined();
  });

  it('begins from the dates 52 weeks before, on the same weekdays', () => {
    const later = datesAYearLater(datesIn(thisYear));
    const days = ({ terms, closedOn }: YearDates) => [
      ...terms.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
      ...closedOn,
    ];
    expect(days(later).map(weekdayOf)).toEqual(days(datesIn(thisYear)).map(weekdayOf));
    expect(later.terms[0]?.startsOn).toBe('2027-09-01');
  });

  it('gets the model of the year before and a line in the history', () => {
    const setting = { year, basedOn: null, dates: nextDates, kindIn: byTerm, recorded: [] };
    const set = valueOf(setYearDates(settings, setting, stamp));
    expect(set.years.map((each) => each.year)).toEqual([lastYear, thisYear, year]);
    expect(set.years[2]?.framework).toEqual(settings.years[1]?.framework);
    expect(set.calendarHistory).toEqual([{ ...stamp, year, after: nextDates }]);
    expect(setYearDates(set, setting, stamp)).toEqual({ ok: true, value: set });
  });

  it('leaves no gap, and takes no other administrator’s place', () => {
    const skipping = { year: yearAfter(year), basedOn: null, dates: nextDates, kindIn: byTerm, recorded: [] };
    expect(refusalOf(setYearDates(settings, skipping, stamp))).toEqual({
      code: 'calendar.not-next',
      expected: '2027/28',
    });
    const other = { year, basedOn: null, dates: withTerm(2, { endsOn: '2028-07-25' }), kindIn: byTerm, recorded: [] };
    const first = valueOf(setYearDates(settings, { ...other, dates: nextDates }, stamp));
    expect(outcomeOf(setYearDates(first, other, stamp))).toBe('calendar.changed-since');
    const gone = { ...other, basedOn: nextDates };
    expect(outcomeOf(setYearDates(settings, gone, stamp))).toBe('calendar.changed-since');
  });

  it('is refused with everything that is wrong, by field', () => {
    const dates = withTerm(0, { endsOn: '2027-08-31' }, ['2027-12-25']);
    const refusal = refusalOf(
      setYearDates(settings, { year, basedOn: null, dates, kindIn: byTerm, recorded: [] }, stamp),
    );
    expect(refusal).toMatchObject({
      code: 'calendar.wrong-dates',
      issues: [{ path: 'autumn.endsOn' }, { path: 'closedOn.0' }],
    });
  });
});

describe('dates of a period in which something is judged', () => {
  const present = datesIn(thisYear);
  const recorded = [{ year: thisYear, period: 'autumn' as const }];
  const moved = (change: TermChange): YearDates => ({
    ...present,
    terms: present.terms.map((term) => (term.term === 'autumn' ? { ...term, ...change } : term)),
  });
  const setting = (dates: YearDates) => ({ year: thisYear, basedOn: present, dates, kindIn: byTerm, recorded });

  it('keep the first day, and may change the last', () => {
    expect(refusalOf(setYearDates(settings, setting(moved({ startsOn: '2026-09-03' })), stamp))).toEqual({
      code: 'calendar.has-records',
      periods: recorded,
    });
    const longer = valueOf(setYearDates(settings, setting(moved({ endsOn: '2026-12-21' })), stamp));
    expect(longer.years[1]?.terms[0]?.endsOn).toBe('2026-12-21');
    expect(longer.calendarHistory).toMatchObject([{ before: present, after: moved({ endsOn: '2026-12-21' }) }]);
  });

  it('are not written over where somebody changed them meanwhile', () => {
    const stale = { ...setting(moved({ endsOn: '2026-12-21' })), basedOn: moved({ endsOn: '2026-12-20' }) };
    expect(outcomeOf(setYearDates(settings, stale, stamp))).toBe('calendar.changed-since');
  });

  it('never move, whatever the calendar and however often is judged', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...PeriodKind.options), fc.nat(), (any, kind, pick) => {
        const periods = judgedPeriods(any.years, () => kind);
        const changed = any.years[0];
        if (!changed) return;
        const later = withDates(any.years, changed.year, {
          ...changed,
          terms: changed.terms.map((term, at) => (at === pick % 3 ? { ...term, endsOn: term.startsOn } : term)),
        });
        const gone = movedRecords(any.years, later, () => kind, periods);
        const still = judgedPeriods(later, () => kind);
        for (const period of periods) {
          const same = still.some((each) => each.startsOn === period.startsOn && each.period === period.period);
          expect(gone.some((ref) => ref.year === period.year && ref.period === period.period)).toBe(!same);
        }
      }),
      { numRuns: 60 },
    );
  });
});
