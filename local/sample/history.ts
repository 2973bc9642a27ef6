import pack from '../../shared/frameworks/combinedAssurance.json';
import type { CategoryChange } from '../../shared/schema/categoryChange';
import { Framework } from '../../shared/schema/framework';
import type { Academy, Person } from '../../shared/schema/people';
import type { Review } from '../../shared/schema/review';
import { TrustSettings } from '../../shared/schema/settings';
import { sampleAcademies, sampleTrustName } from './academies';
import { academicYear, startOfYear } from './calendar';
import { moveToRepair, recordedCategories } from './categories';
import { samplePeople } from './people';
import { signedOffReview } from './reviews';
import { alder } from './story/alder';
import { birch } from './story/birch';
import { cedar } from './story/cedar';
import { elm } from './story/elm';
import { hawthorn } from './story/hawthorn';
import { rowan } from './story/rowan';

const stories = [alder, birch, cedar, elm, hawthorn, rowan];

export interface SampleTrust {
  readonly settings: TrustSettings;
  readonly frameworks: readonly Framework[];
  readonly academies: readonly Academy[];
  readonly people: readonly Person[];
  readonly reviews: readonly Review[];
  readonly categoryChanges: readonly CategoryChange[];
}

/**
 * The sample trust as it stands on a day (`YYYY-MM-DD`): last year is reviewed and signed off, this year has not been
 * opened. The same day always makes the same trust.
 */
export const sampleTrust = (today: string): SampleTrust => {
  const framework = Framework.parse(pack);
  const ref = { code: framework.code, version: framework.version };
  const start = startOfYear(today);
  const [lastYear, thisYear] = [academicYear(start - 1, ref), academicYear(start, ref)];
  const academies = sampleAcademies.map((academy) =>
    academy.urn === rowan.urn ? { ...academy, joinedOn: `${start - 1}-09-01` } : academy,
  );
  const reviews = ([0, 1, 2] as const).flatMap((term) =>
    stories.flatMap((story, index) => {
      const academy = academies.find(({ urn }) => urn === story.urn);
      return academy ? [signedOffReview({ framework, year: lastYear, term, academy, index, story })] : [];
    }),
  );
  const recorded = recordedCategories(framework, lastYear);
  const from = recorded.find(({ urn }) => urn === birch.urn);
  const evidence = reviews.find(({ urn, term }) => urn === birch.urn && term === 'autumn');
  const moved = from && evidence ? [moveToRepair({ framework, year: lastYear, from, evidence, head: birch.head })] : [];
  return {
    settings: TrustSettings.parse({
      name: 'trust',
      trustName: sampleTrustName,
      years: [academicYear(start - 2, ref), lastYear, thisYear],
      policies: { peersSeeLevels: true },
    }),
    frameworks: [framework],
    academies,
    people: samplePeople,
    reviews,
    categoryChanges: [...recorded, ...moved],
  };
};
