import type { Period, PersonId, Urn, Year } from '../schema/ids';
import type { CategorySuggestionView } from '../schema/changeViews';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readEvidence } from './proposalEvidence';
import { accessProposing } from './proposing';

export interface SuggestionKey {
  readonly urn: Urn;
  readonly effectiveFrom: string;
  readonly year: Year;
  readonly period: Period;
}

/**
 * What the framework's rule makes of a row, before anything is proposed: by the very reading that a proposal freezes.
 * Refusals: `notFound`, `notAllowed`, `calendar.unknown-term`, `store.edited-by-hand`, `category.row-not-settled`.
 */
export const readCategorySuggestion =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period, ...key }: SuggestionKey): Promise<Result<CategorySuggestionView>> => {
    const access = await accessProposing(deps, actor, key);
    if (!access.ok) return access;
    const evidence = await readEvidence(deps, access.value, { year, period });
    if (!evidence.ok) return evidence;
    const { suggested } = evidence.value;
    return accepted(suggested ? { suggested } : {});
  };
