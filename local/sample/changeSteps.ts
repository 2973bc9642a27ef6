import { aggregates } from '../../functions/adapters/aggregates';
import { latestDecided } from '../../shared/domain/category';
import { approve, discuss, roundOfChange } from '../../shared/domain/categoryChange';
import { confirm } from '../../shared/domain/confirmation';
import { categoryIn } from '../../shared/domain/describedChange';
import { propose, resubmit } from '../../shared/domain/proposal';
import { levelsOf } from '../../shared/domain/review';
import type { Result } from '../../shared/domain/result';
import { suggestCategory } from '../../shared/domain/suggestCategory';
import { CategoryChange, FrozenRow } from '../../shared/schema/categoryChange';
import {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  ProposeCategoryChange,
  ResubmitCategoryChange,
} from '../../shared/schema/commands';
import type { Framework } from '../../shared/schema/framework';
import type { Review } from '../../shared/schema/review';
import type { AcademicYear } from '../../shared/schema/settings';
import { allowed, type Act } from './steps';

/** What a proposal is made on. */
export interface Ground {
  /** In play (`inPlay`). */
  readonly framework: Framework;
  readonly years: readonly AcademicYear[];
  /** The changes of the trust so far. */
  readonly before: readonly CategoryChange[];
  /** The academy's record that it rests on; none in a framework without a matrix. */
  readonly evidence?: Review | undefined;
}

export interface Wanted {
  /** Counts the changes of a trust: ids and command ids follow from it. */
  readonly n: number;
  readonly urn: string;
  readonly to: string;
  readonly route: string;
  readonly why: string;
  readonly effectiveFrom: string;
  readonly outsideOpinion?: ProposeCategoryChange['outsideOpinion'];
}

export const changeIdOf = (n: number): string => `0a55ed00-0000-4000-8000-${String(0xc0 + n).padStart(12, '0')}`;

/** The row with the model that it was judged by, as it kept it from its sending on. */
const freeze = (review: Review, takenAt: string): FrozenRow => {
  const { year, period, state, notApplicable, asked } = review;
  const levels = levelsOf(review);
  return FrozenRow.parse({ year, period, state, levels, notApplicable, takenAt, model: asked });
};

const proposed = ({ framework, years, before, evidence }: Ground, wanted: Wanted, { by, at }: Act): CategoryChange => {
  const { n, why, ...rest } = wanted;
  const row = evidence && freeze(evidence, at);
  const command = ProposeCategoryChange.parse({
    ...rest,
    commandId: `sample-change-${n}-1`,
    id: changeIdOf(n),
    rationale: why,
    ...(evidence && { evidence: { year: evidence.year, period: evidence.period } }),
  });
  const rows = before.map((change) => aggregates.categoryChanges.rowOf(change));
  const latest = latestDecided(rows, command.urn);
  const context = {
    by: by.id,
    at,
    framework,
    years,
    latest,
    // Every academy of the samples is still in its trust.
    leftOn: undefined,
    from: latest && categoryIn(framework, latest.to),
    evidence: row,
    suggested: row && suggestCategory(framework, { ...row, kpis: evidence?.kpis ?? {} }),
  };
  return allowed(propose(command, context), `propose ${wanted.to} for ${wanted.urn}`);
};

/** Takes one change of category through the steps of its route, beginning with the proposal. */
export const changeSteps = (ground: Ground, wanted: Wanted, start: Act) => {
  let change = proposed(ground, wanted, start);
  let count = 1;
  const command = () => ({
    commandId: `sample-change-${wanted.n}-${(count += 1)}`,
    id: change.id,
    round: roundOfChange(change),
    ...(change.state === 'atStep' && { step: change.step }),
  });
  const take = (result: Result<CategoryChange>, what: string): void => {
    change = allowed(result, `${what} for ${wanted.urn}`);
  };
  const stampOf = ({ by, at }: Act) => ({ by: by.id, at });
  return {
    /** The head teacher agrees or comments, or the academy makes representations. */
    hear(act: Act, agrees: boolean, comment: string): void {
      take(discuss(change, DiscussCategoryChange.parse({ ...command(), agrees, comment }), stampOf(act)), 'discuss');
    },
    approve(act: Act, comment: string): void {
      take(approve(change, ApproveCategoryChange.parse({ ...command(), comment }), stampOf(act)), 'approve');
    },
    /** On the Board's behalf; `to` where it wants another category than the proposed one. */
    confirm(act: Act, meetingDate: string, comment: string, to?: string): void {
      const confirmation = ConfirmCategoryChange.parse({ ...command(), meetingDate, comment, ...(to && { to }) });
      const context = { ...stampOf(act), today: act.at.slice(0, 10), framework: ground.framework };
      take(confirm(change, confirmation, context), 'confirm');
    },
    /** Puts a returned change to its route again. */
    resubmit(act: Act, rationale: string): void {
      const { effectiveFrom } = change;
      const again = ResubmitCategoryChange.parse({ ...command(), rationale, effectiveFrom });
      const rows = ground.before.map((each) => aggregates.categoryChanges.rowOf(each));
      const latest = latestDecided(rows, change.urn);
      take(resubmit(change, again, { ...stampOf(act), years: ground.years, latest, leftOn: undefined }), 'resubmit');
    },
    now: (): CategoryChange => CategoryChange.parse(change),
  };
};
export type ChangeSteps = ReturnType<typeof changeSteps>;
