import { yearInPath } from '../../shared/domain/words';
import type { HandEditKey } from '../../shared/schema/handEditViews';
import type { ChangeId, Urn, Year } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import type { PeriodRef } from '../../shared/schema/views';

/** Where the server keeps what, under its base address and without a slash at either end. */
export const periodPath = ({ year, period }: PeriodRef): string => `${yearInPath(year)}/${period}`;
export const reviewPath = (key: ReviewKey): string => `reviews/${periodPath(key)}/${key.urn}`;
export const changeAddress = (id: ChangeId): string => `category-changes/${id}`;
export const academyAddress = (urn: Urn): string => `academies/${urn}`;
export const modelAddress = (year: Year): string => `administration/models/${yearInPath(year)}`;
export const handEditAddress = ({ list, item }: HandEditKey): string => `administration/hand-edits/${list}/${item}`;

/** A review or a change, of which cards may be held until the trust's sending hours. */
export type Sendable = { readonly review: ReviewKey } | { readonly change: ChangeId };

export const heldAddress = (what: Sendable): string =>
  `${'review' in what ? reviewPath(what.review) : changeAddress(what.change)}/held`;

export interface ProposalKey {
  readonly urn: Urn;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
}

export const proposalAddress = ({ urn, effectiveFrom }: ProposalKey): string => `proposals/${urn}/${effectiveFrom}`;
