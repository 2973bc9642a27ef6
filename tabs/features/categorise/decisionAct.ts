import type { CategoryChangeView, ChangeAction } from '../../../shared/schema/changeViews';
import type { CategoryCode } from '../../../shared/schema/ids';
import type { ChangeAct } from '../../api/actOnChange';

export interface DecisionText {
  /** Comment, reason or rationale. */
  readonly text: string;
  /** The Board's meeting, or the new effective date. */
  readonly day: string;
  /** Another category than the proposed one, which the Board confirms instead. */
  readonly to?: CategoryCode | undefined;
}

/** Having no representations is agreeing to be decided on. */
const agreeing = new Set<ChangeAction>(['agree', 'noRepresentations']);

/** What a person decided, as the command that says so: always on the round, step and levels they had in sight. */
export const decisionAct = (
  change: Pick<CategoryChangeView, 'round' | 'step' | 'seen'>,
  action: ChangeAction,
  { text, day, to }: DecisionText,
): ChangeAct => {
  const at = { round: change.round, step: change.step ?? 0, seen: change.seen };
  switch (action) {
    case 'agree':
    case 'comment':
    case 'represent':
    case 'noRepresentations':
      return { act: 'discuss', said: { ...at, agrees: agreeing.has(action), comment: text } };
    case 'approve':
    case 'return':
    case 'reject':
      return { act: action, said: { ...at, comment: text } };
    case 'confirm':
      return { act: 'confirm', said: { ...at, meetingDate: day, comment: text, ...(to && { to }) } };
    case 'resubmit':
      return { act: 'resubmit', said: { round: change.round, rationale: text, effectiveFrom: day } };
    case 'withdraw':
      return { act: 'withdraw', said: { reason: text } };
  }
};
