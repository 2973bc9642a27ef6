import { daysAllowed } from '../../../shared/domain/occasion';
import { formatDay } from '../../../shared/domain/words';
import { Day } from '../../../shared/schema/ids';
import type { Occasion } from '../../../shared/schema/route';
import type { AcademicYear } from '../../../shared/schema/settings';

export interface TypedOpinion {
  readonly from: string;
  readonly givenOn: string;
  readonly opinion: string;
}

export interface TypedProposal {
  readonly to: string | undefined;
  readonly effectiveFrom: string;
  readonly rationale: string;
  readonly overrideReason: string;
  readonly opinion: TypedOpinion | undefined;
}

/** What a proposal is held against before it is sent; the server decides again. */
export interface ProposalTerms {
  readonly occasion: Occasion | undefined;
  readonly years: readonly AcademicYear[];
  /** What the rule suggests, where it suggests a category. */
  readonly suggested: string | undefined;
}

type Place = 'to' | 'effectiveFrom' | 'rationale' | 'overrideReason' | 'opinionFrom' | 'opinionGivenOn' | 'opinion';
export type ProposalErrors = Partial<Record<Place, string>>;

/** Which days the route allows, seen from a day: '1 September 2026 to 18 December 2026'; undefined where any will do. */
export const daysWords = (day: string, { occasion, years }: ProposalTerms): string | undefined => {
  const allowed = occasion && Day.safeParse(day).success ? daysAllowed(occasion, day, years) : undefined;
  if (!allowed) return undefined;
  return allowed.from === allowed.to
    ? formatDay(allowed.from)
    : `${formatDay(allowed.from)} to ${formatDay(allowed.to)}`;
};

const wrongDay = (day: string, terms: ProposalTerms): string | undefined => {
  if (!Day.safeParse(day).success) return 'Enter the day from which it counts.';
  const allowed = terms.occasion && daysAllowed(terms.occasion, day, terms.years);
  const fits = !allowed || (day >= allowed.from && day <= allowed.to);
  return fits ? undefined : `This route allows ${daysWords(day, terms) ?? 'another day'}.`;
};

/** Whether the choice departs from the suggestion, so that a reason is asked for. */
export const departs = (to: string | undefined, suggested: string | undefined): boolean =>
  to !== undefined && suggested !== undefined && to !== suggested;

const opinionErrors = (opinion: TypedOpinion | undefined): ProposalErrors =>
  opinion
    ? {
        ...(opinion.from.trim() === '' && { opinionFrom: 'Say whose opinion it is.' }),
        ...(!Day.safeParse(opinion.givenOn).success && { opinionGivenOn: 'Enter the day on which it was given.' }),
        ...(opinion.opinion.trim() === '' && { opinion: 'Write the opinion, or leave it out.' }),
      }
    : {};

/** What is missing in a proposal, for the field where it is missing. */
export const proposalErrors = (typed: TypedProposal, terms: ProposalTerms): ProposalErrors => {
  const day = wrongDay(typed.effectiveFrom, terms);
  const lacksReason = departs(typed.to, terms.suggested) && typed.overrideReason.trim() === '';
  return {
    ...(!typed.to && { to: 'Choose where the academy should move.' }),
    ...(day && { effectiveFrom: day }),
    ...(typed.rationale.trim() === '' && { rationale: 'Say why the academy should move.' }),
    ...(lacksReason && { overrideReason: 'Say why you propose something else.' }),
    ...opinionErrors(typed.opinion),
  };
};
