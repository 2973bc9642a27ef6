import type { z } from 'zod';
import type { CardAnswer } from '../../shared/schema/card';
import { clip, literal } from './text';
import type { Action, Execute, InputDate, InputText, OpenUrl, ShowCard } from './adaptiveCard';

type Verb = CardAnswer['verb'];
/** What a button carries: which matter, which round of it, which step. The comment comes from the input. */
export type Decision = z.input<typeof CardAnswer>;

/** As long as the commands take: `Text(2000)` in the schema. */
const longestComment = 2000;
/** A committee's name on a card. */
const longestBody = 80;

/**
 * The input that holds each decision's comment. An id stands once on a card, so the inputs cannot all be called
 * `comment`, as `CardAnswer` calls them.
 */
export const commentInputs = {
  'review.signOff': 'signOffComment',
  'review.query': 'queryComment',
  'change.agree': 'agreeComment',
  'change.comment': 'discussComment',
  'change.represent': 'representComment',
  'change.noRepresentations': 'noRepresentationsComment',
  'change.approve': 'approveComment',
  'change.return': 'returnComment',
  'change.reject': 'rejectComment',
  'change.confirm': 'confirmComment',
} as const satisfies Record<Verb, string>;

export const meetingDateInput = 'meetingDate';

export const optionalComment = (verb: Verb, label = 'Comment (optional)'): InputText => ({
  type: 'Input.Text',
  id: commentInputs[verb],
  label,
  isMultiline: false,
  maxLength: longestComment,
  spacing: 'medium',
});

/** Room to write: it is unfolded only where somebody has something to say. */
const requiredComment = (verb: Verb, label: string): InputText => ({
  ...optionalComment(verb, label),
  isMultiline: true,
  isRequired: true,
  errorMessage: 'Please write a comment.',
});

/** The day the Board or a committee met: today unless somebody says otherwise, never a day to come. */
export const meetingDate = (today: string, body: string | undefined): InputDate => ({
  type: 'Input.Date',
  id: meetingDateInput,
  label: body === undefined ? 'Date of the meeting' : `Date of ${literal(clip(body, longestBody))}’s meeting`,
  value: today,
  max: today,
  isRequired: true,
  errorMessage: 'Please give the date of the meeting. It cannot be in the future.',
  spacing: 'medium',
});

/** A button that decides. `Action.Submit` stands in where a client has no universal actions. */
export const decide = (title: string, decision: Decision, style?: Execute['style']): Execute => {
  const look = style === undefined ? {} : { style };
  const { verb } = decision;
  const fallback = { type: 'Action.Submit', title, data: decision, ...look } as const;
  return { type: 'Action.Execute', title, verb, data: decision, ...look, fallback };
};

interface Asking {
  /** The button that unfolds the question. */
  readonly title: string;
  readonly question: string;
  /** The button that sends it. */
  readonly send: string;
  readonly style?: Execute['style'];
}

/** A decision that needs a comment: asked for only once somebody chooses it. */
export const decideWithComment = ({ title, question, send, style }: Asking, decision: Decision): ShowCard => ({
  type: 'Action.ShowCard',
  title,
  card: {
    type: 'AdaptiveCard',
    body: [requiredComment(decision.verb, question)],
    actions: [decide(send, decision, style)] satisfies Action[],
  },
});

export const open = (url: string, title = 'Open in Assured'): OpenUrl => ({ type: 'Action.OpenUrl', title, url });
