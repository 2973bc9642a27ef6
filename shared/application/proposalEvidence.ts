import type { FrozenRow, SuggestedCategory } from '../schema/categoryChange';
import type { KpiCode } from '../schema/ids';
import type { Review } from '../schema/review';
import type { PeriodRef } from '../schema/views';
import { askedModel } from '../domain/asked';
import { notApplicableTo } from '../domain/framework';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { levelsOf } from '../domain/review';
import { suggestCategory } from '../domain/suggestCategory';
import type { Store } from './ports/store';
import type { Proposer } from './proposing';
import { frameworkFor, frameworkOf } from './trust';

/** A row as it goes with a proposal, and what the framework's rule makes of it. */
export interface Evidence {
  readonly row: FrozenRow;
  readonly suggested: SuggestedCategory | undefined;
}

/** A rule reads rows of its own model, in whatever version: area and level codes stay, other models' mean other things. */
const suggestFrom = ({ framework }: Proposer, row: FrozenRow, kpis: Review['kpis']): SuggestedCategory | undefined => {
  if (framework.categorySuggestion.rule === 'none') return undefined;
  const { model } = row;
  if (model && model.framework.code !== framework.code)
    return { why: `This row was judged on another model, ‘${model.frameworkName}’, which the rule cannot read.` };
  return suggestCategory(framework, { levels: row.levels, notApplicable: row.notApplicable, kpis });
};

const rowOf = ({ caller }: Proposer, ref: PeriodRef, review: Review): FrozenRow => {
  const { state, notApplicable } = review;
  const levels = levelsOf(review);
  const judgedOn = frameworkOf(caller, review.framework);
  const model = review.asked ?? (judgedOn && askedModel(judgedOn, levels, Object.keys(review.kpis) as KpiCode[]));
  const { year, period } = ref;
  return { year, period, state, levels, notApplicable, takenAt: caller.now, ...(model && { model }) };
};

/**
 * The academy's row of a period, read afresh: what is frozen must not be a few seconds old. Whoever reads settled rows
 * only, as the Board does, proposes on those only: a draft's levels are not theirs to see. Refusals:
 * `calendar.unknown-term`, `store.edited-by-hand`, `category.row-not-settled`.
 */
export const readEvidence = async (
  { store }: { readonly store: Store },
  proposer: Proposer,
  { year, period }: PeriodRef,
): Promise<Result<Evidence>> => {
  const { caller, academy } = proposer;
  const model = frameworkFor(caller, { year, period });
  if (!model.ok) return model;
  const loaded = await store.load('reviews', keyOfReview({ urn: academy.urn, year, period }));
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  if (loaded.status === 'absent') {
    const notApplicable = notApplicableTo(model.value, academy);
    const taken = { takenAt: caller.now, model: askedModel(model.value, {}) };
    const row: FrozenRow = { year, period, state: 'notOpened', levels: {}, notApplicable, ...taken };
    return accepted({ row, suggested: suggestFrom(proposer, row, {}) });
  }
  if (loaded.document.state !== 'signedOff' && !may(caller.person, 'readDraftLevels', { academy }))
    return refused({ code: 'category.row-not-settled' });
  const row = rowOf(proposer, { year, period }, loaded.document);
  return accepted({ row, suggested: suggestFrom(proposer, row, loaded.document.kpis) });
};
