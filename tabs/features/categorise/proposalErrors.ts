import { Day } from '../../../shared/schema/ids';

export interface TypedProposal {
  readonly to: string | undefined;
  readonly effectiveFrom: string;
  readonly rationale: string;
}

export type ProposalErrors = Partial<Record<keyof TypedProposal, string>>;

/** What is missing in a proposal, for the field where it is missing. */
export const proposalErrors = ({ to, effectiveFrom, rationale }: TypedProposal): ProposalErrors => ({
  ...(!to && { to: 'Choose a category.' }),
  ...(!Day.safeParse(effectiveFrom).success && { effectiveFrom: 'Enter the day from which the category counts.' }),
  ...(rationale.trim() === '' && { rationale: 'Say why the academy should move.' }),
});
