import type { CategoryChange } from '../../shared/schema/categoryChange';
import type { Framework } from '../../shared/schema/framework';
import type { Academy, Person } from '../../shared/schema/people';
import type { Review } from '../../shared/schema/review';
import { TrustSettings, type AcademicYear } from '../../shared/schema/settings';
import { academicYear, startOfYear } from './calendar';
import type { SampleUser } from './cast';

/** What the trust holds on a day, as it is loaded into its lists. */
export interface SampleTrust {
  readonly settings: TrustSettings;
  readonly frameworks: readonly Framework[];
  readonly academies: readonly Academy[];
  readonly people: readonly Person[];
  readonly reviews: readonly Review[];
  readonly categoryChanges: readonly CategoryChange[];
}

/** The years that the samples know: this one and the two before it. */
export interface SampleYears {
  /** The calendar year in which this academic year began. */
  readonly start: number;
  readonly yearBefore: AcademicYear;
  readonly lastYear: AcademicYear;
  readonly thisYear: AcademicYear;
  readonly all: readonly AcademicYear[];
}

/** What has happened by a day, beside the people and the model, which do not change. */
export type SampleHistory = Pick<SampleTrust, 'academies' | 'reviews' | 'categoryChanges'>;

/** One framework's sample: who is who, whatever the day, and what has happened by a day. */
export interface Sample {
  /** The framework's name. */
  readonly name: string;
  readonly framework: Framework;
  readonly people: readonly Person[];
  /** Everybody's account in the local directory, with some whom the app does not know. */
  readonly users: readonly SampleUser[];
  readonly academies: readonly Academy[];
  readonly history: (years: SampleYears) => SampleHistory;
}

const yearsOf = ({ code, version }: Framework, today: string): SampleYears => {
  const start = startOfYear(today);
  const ref = { code, version };
  const yearBefore = academicYear(start - 2, ref);
  const lastYear = academicYear(start - 1, ref);
  const thisYear = academicYear(start, ref);
  return { start, yearBefore, lastYear, thisYear, all: [yearBefore, lastYear, thisYear] };
};

/** One invented trust, whichever framework it works by. */
const trustName = 'Orchard Learning Trust (sample)';

/** The sample's trust as it stands on a day (`YYYY-MM-DD`). */
export const trustOn = ({ framework, people, history }: Sample, today: string): SampleTrust => {
  const years = yearsOf(framework, today);
  const settings = { name: 'trust', trustName, years: years.all, policies: { peersSeeLevels: true } };
  return { settings: TrustSettings.parse(settings), frameworks: [framework], people, ...history(years) };
};
