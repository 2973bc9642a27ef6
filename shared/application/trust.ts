import type { Framework, FrameworkRef } from '../schema/framework';
import type { PersonId, Urn, Year } from '../schema/ids';
import type { Academy, Person } from '../schema/people';
import type { AcademicYear, Setting, TrustSettings } from '../schema/settings';
import type { DatedPeriod, PeriodRef, Who } from '../schema/views';
import { findYear, samePeriod, yearOn } from '../domain/calendar';
import { sameFramework } from '../domain/framework';
import { inPlay } from '../domain/inPlay';
import { judgedPeriods } from '../domain/periods';
import { refused, accepted, type Result } from '../domain/result';
import { dayOf } from '../domain/words';
import type { Clock } from './ports/clock';
import { StoreOutOfReach } from './ports/store';
import type { Store } from './ports/store';

/** What nearly every use case needs to know of the trust, read from memory. */
export interface Trust {
  readonly settings: TrustSettings;
  readonly frameworks: readonly Framework[];
  /** What is judged, oldest first: none in years whose framework has no matrix. */
  readonly periods: readonly DatedPeriod[];
  readonly academies: readonly Academy[];
  readonly people: readonly Person[];
  readonly now: string;
  /** The day it is in the trust, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The installation has no settings yet: an administrator has to provision it. */
export class TrustNotSetUp extends Error {
  constructor() {
    super('The trust has no settings yet: run the provisioning step.');
    this.name = 'TrustNotSetUp';
  }
}

/**
 * The trust's own settings, and all that stands beside them; `own` is undefined on a site where nothing was begun.
 * Throws `StoreOutOfReach` where they are there, and cannot be believed.
 */
export const readSettings = async (
  store: Pick<Store, 'rows' | 'handEdits'>,
): Promise<{ readonly own: TrustSettings | undefined; readonly all: readonly Setting[] }> => {
  const all = (await store.rows('settings')).map(({ row }) => row);
  const own = all.find((setting): setting is TrustSettings => !('framework' in setting));
  if (own !== undefined) return { own, all };
  const [edit, ...others] = await store.handEdits('settings');
  if (edit === undefined) return { own, all };
  throw [edit, ...others].some(({ otherKey }) => otherKey === true)
    ? new StoreOutOfReach('The settings carry the seal of another key than the app’s: check CHECK_KEY.', 'otherKey')
    : new StoreOutOfReach('The trust’s settings were changed outside the app.', 'settingsEdited');
};

export const readTrust = async ({ store, clock }: { store: Store; clock: Clock }): Promise<Trust> => {
  const [settings, academies, people] = await Promise.all([
    readSettings(store),
    store.rows('academies'),
    store.rows('people'),
  ]);
  const { own, all } = settings;
  if (!own) throw new TrustNotSetUp();
  const now = clock.now();
  const frameworks = all.flatMap((setting) => ('framework' in setting ? [inPlay(setting.framework)] : []));
  const kindIn = ({ framework }: AcademicYear) =>
    frameworks.find((stored) => sameFramework(stored, framework))?.judging?.period;
  return {
    settings: own,
    frameworks,
    periods: judgedPeriods(own.years, kindIn),
    academies: academies.map((row) => row.row),
    people: people.map((row) => row.row),
    now,
    today: dayOf(now),
  };
};

/** The trust as somebody who is set up in it asks about it. */
export interface Caller extends Trust {
  readonly person: Person;
}

export const readCaller = async (deps: { store: Store; clock: Clock }, actor: PersonId): Promise<Result<Caller>> => {
  const trust = await readTrust(deps);
  const person = trust.people.find((p) => p.id === actor);
  return person ? accepted({ ...trust, person }) : refused({ code: 'caller.unknown' });
};

export const findAcademy = (trust: Trust, urn: Urn): Academy | undefined => trust.academies.find((a) => a.urn === urn);

export const frameworkOf = (trust: Trust, ref: FrameworkRef): Framework | undefined =>
  trust.frameworks.find((framework) => sameFramework(framework, ref));

/** The framework that is active in an academic year. */
export const frameworkIn = (trust: Trust, year: Year): Framework | undefined => {
  const found = findYear(trust.settings.years, year);
  return found && frameworkOf(trust, found.framework);
};

/** The active framework of a period that it judges, or a refusal where the trust judges no such period. */
export const frameworkFor = (trust: Trust, ref: PeriodRef): Result<Framework> => {
  const framework = frameworkIn(trust, ref.year);
  const judged = trust.periods.some((period) => samePeriod(period, ref));
  return framework && judged ? accepted(framework) : refused({ code: 'calendar.unknown-term' });
};

/** The academic year it is, and its framework; undefined only where the trust has no year or the framework is gone. */
export const presentYear = (trust: Trust): { year: Year; framework: Framework } | undefined => {
  const found = yearOn(trust.settings.years, trust.today);
  const framework = found && frameworkOf(trust, found.framework);
  return framework && { year: found.year, framework };
};

/** A person as others read of them; somebody who has left is still named as such. */
export const whoIs = (trust: Trust, id: PersonId): Who => {
  const person = trust.people.find((p) => p.id === id);
  return person
    ? { id, name: person.name, jobTitle: person.jobTitle }
    : { id, name: 'A former colleague', jobTitle: '' };
};

export const headTeacherOf = (trust: Trust, urn: Urn): Person[] =>
  trust.people.filter((p) => p.roles.some((role) => role.role === 'headTeacher' && role.academy === urn));
