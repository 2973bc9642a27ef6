import type { SampleCode } from './codes';
import { combinedAssurance } from './combinedAssurance/sample';
import { earnedAutonomy } from './earnedAutonomy/sample';
import { growingAsOne } from './growingAsOne/sample';
import { leadGrowReinventStabilise } from './leadGrowReinventStabilise/sample';
import { riskMatrix } from './riskMatrix/sample';
import { trustOn, type Sample, type SampleTrust } from './sample';

const samples: Readonly<Record<SampleCode, Sample>> = {
  combinedAssurance,
  growingAsOne,
  leadGrowReinventStabilise,
  earnedAutonomy,
  riskMatrix,
};

/** What does not depend on the day: the framework, its people and their academies. */
export const sampleOf = (code: SampleCode): Sample => samples[code];

/**
 * The sample trust of a framework as it stands on a day (`YYYY-MM-DD`). Every day of an academic year makes the same
 * trust: what it tells has happened before the year began.
 */
export const sampleTrust = (code: SampleCode, today: string): SampleTrust => trustOn(samples[code], today);
