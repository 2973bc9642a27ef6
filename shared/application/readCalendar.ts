import type { AdministeredCalendar } from '../schema/administrationViews';
import type { PersonId, PeriodKind } from '../schema/ids';
import type { AcademicYear, TrustSettings } from '../schema/settings';
import type { PeriodRef } from '../schema/views';
import { datesSetWords } from '../domain/administrationWords';
import { comparePeriods } from '../domain/periods';
import { accepted, refused, type Result } from '../domain/result';
import { datesAYearLater, nextYear } from '../domain/yearDates';
import { historyOf, readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import type { Store } from './ports/store';
import { frameworkOf, type Trust } from './trust';

/** How often a year's model judges; undefined where it judges nothing. */
export const kindIn =
  (trust: Trust) =>
  ({ framework }: Pick<AcademicYear, 'framework'>): PeriodKind | undefined =>
    frameworkOf(trust, framework)?.judging?.period;

/** Every period that has records, with how many, oldest first. */
export const readRecorded = async (store: Store): Promise<AdministeredCalendar['recorded']> => {
  const found = new Map<string, AdministeredCalendar['recorded'][number]>();
  for (const { row } of await store.rows('reviews')) {
    const { year, period }: PeriodRef = row;
    const records = found.get(`${year} ${period}`)?.records ?? 0;
    found.set(`${year} ${period}`, { year, period, records: records + 1 });
  }
  return [...found.values()].sort(comparePeriods);
};

/** The calendar as `settings` have it: those just written, where something was. */
export const viewCalendar = async (
  store: Store,
  trust: Trust,
  settings: TrustSettings,
): Promise<Result<AdministeredCalendar>> => {
  const years = [...settings.years].sort((a, b) => a.year.localeCompare(b.year));
  const last = years[years.length - 1];
  const next = nextYear(years);
  if (!last || !next) return refused({ code: 'calendar.unknown-term' });
  const kindOf = (year: AcademicYear) => {
    const kind = kindIn(trust)(year);
    return kind === undefined ? {} : { kind };
  };
  return accepted({
    asAt: trust.now,
    today: trust.today,
    years: years.map((year) => ({ ...year, ...kindOf(year) })),
    next: { year: next, dates: datesAYearLater(last), ...kindOf(last) },
    recorded: await readRecorded(store),
    delivery: settings.delivery,
    history: historyOf(trust, settings.calendarHistory, datesSetWords),
  });
};

/** The trust's academic years with their dates, and what depends on them. Refusals: `notAllowed`. */
export const readCalendar =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<AdministeredCalendar>> => {
    const caller = await readAdministrator(deps, actor);
    return caller.ok ? viewCalendar(deps.store, caller.value, caller.value.settings) : caller;
  };
