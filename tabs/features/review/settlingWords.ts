import { purposeOf, recordOf, signsOff } from '../../../shared/domain/judging';
import { holderWords } from '../../../shared/domain/routeWords';
import { listWords, periodKindName, periodLabel, periodName } from '../../../shared/domain/words';
import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import type { Period, PersonId, Year } from '../../../shared/schema/ids';
import type { RouteRole } from '../../../shared/schema/route';

/** What the words about a whole review depend on. */
export type Settled = Pick<
  ReviewView,
  'framework' | 'settling' | 'headTeacher' | 'academyName' | 'state' | 'year' | 'period'
>;
type Role = ReviewView['settling'][number];

const roleWords = (role: RouteRole): string => holderWords({ by: role }, { committees: [], nameOf: () => '' });

/** Who can settle for one role, by name: 'Hazel Head', 'Hazel Head or Colin Cohead', 'the CEO' where nobody is set up. */
const holdersOf = ({ role, people }: Role): string =>
  people.length === 0 ? roleWords(role) : people.map(({ name }) => name).join(' or ');

/** Everybody who is asked; where the head teacher alone signs off, the first by name. */
const askedWords = ({ settling, headTeacher }: Settled, without?: PersonId): string => {
  if (settling.length === 1 && settling[0]?.role === 'headTeacher') return headTeacher?.name ?? 'the head teacher';
  const others = settling.filter(({ people }) => !people.some(({ id }) => id === without));
  return listWords([...new Set(others.map(holdersOf))]);
};

/** Roles that still have to agree and that somebody does not hold. */
const othersAfter = ({ settling }: Settled, me: PersonId): Role[] =>
  settling.filter(({ agreed, people }) => !agreed && !people.some(({ id }) => id === me));

/** 'the autumn term 2026/27', 'the first half of the autumn term 2026/27', '2026/27', 'September 2026/27'. */
export const periodInSentence = (ref: { year: Year; period: Period }): string => {
  const kind = periodKindName(ref.period);
  return kind === 'term' || kind === 'half term' ? `the ${periodName(ref.period)} ${ref.year}` : periodLabel(ref);
};

export interface ActWords {
  readonly title: string;
  readonly about: string;
  readonly confirm: string;
  readonly failed: string;
  readonly label: string;
  readonly missing?: string;
}

/** Whether sending is agreeing at once, as the domain has it: where several agree and the sender is not the only one. */
const agreesBySending = ({ framework, settling }: Settled, me: PersonId): boolean => {
  const holds = ({ people }: Role): boolean => people.some(({ id }) => id === me);
  return !signsOff(framework) && settling.some(holds) && !settling.every(holds);
};

const askWords = (review: Settled, me: PersonId): string => {
  const record = recordOf(review.framework);
  if (signsOff(review.framework)) return `${askedWords(review)} is asked to sign off or query the ${record}.`;
  const agrees = agreesBySending(review, me);
  const several = review.settling.length - (agrees ? 1 : 0) > 1;
  const ask = `${askedWords(review, agrees ? me : undefined)} ${several ? 'are' : 'is'} asked to agree or query the ${record}.`;
  return agrees ? `${ask} By sending it you agree to it yourself.` : ask;
};

const sendingWords = (review: Settled, me: PersonId): ActWords => {
  const purpose = purposeOf(review.framework);
  return {
    title: `Send for ${purpose}?`,
    about: `${askWords(review, me)} Until then no area can be changed.`,
    confirm: `Send for ${purpose}`,
    failed: `The ${recordOf(review.framework)} was not sent.`,
    label: '',
  };
};

const settlingWords = (review: Settled, me: PersonId): ActWords => {
  const { framework, academyName } = review;
  const record = recordOf(framework);
  const signs = signsOff(framework);
  const others = othersAfter(review, me);
  const then =
    others.length === 0
      ? `The ${record} is then locked, and the Board sees its levels.`
      : `The ${record} is locked once ${listWords(others.map(holdersOf))} ${others.length === 1 ? 'has' : 'have'} agreed too.`;
  return {
    title: `${signs ? 'Sign off' : 'Agree'} the ${record} of ${periodInSentence(review)}?`,
    about: `You ${signs ? 'sign off' : 'agree'} every judgement on ${academyName} as it stands. ${then}`,
    confirm: signs ? 'Sign off' : 'Agree',
    failed: signs ? `The ${record} was not signed off.` : 'Your agreement was not recorded.',
    label: 'Comment (optional)',
  };
};

const queryingWords = ({ framework }: Settled): ActWords => {
  const record = recordOf(framework);
  const goesBack = `The ${record} goes back to be looked at again`;
  const about = signsOff(framework) ? `${goesBack}.` : `${goesBack}, and what was agreed so far no longer counts.`;
  return {
    title: `Query this ${record}?`,
    about: `${about} You are asked once more when it is sent again.`,
    confirm: 'Send the query',
    failed: 'The query was not sent.',
    label: 'What do you query?',
    missing: 'Say what you query, so that it can be answered.',
  };
};

const reopeningWords = (review: Settled): ActWords => {
  const { framework } = review;
  const record = recordOf(framework);
  const again = signsOff(framework)
    ? `${askedWords(review)} has to sign off once more. What was signed off`
    : 'everybody has to agree once more. What was agreed';
  return {
    title: `Reopen this ${record}?`,
    about: `Areas can be judged again, and ${again} stays readable in the history.`,
    confirm: 'Reopen',
    failed: `The ${record} was not reopened.`,
    label: 'Reason',
    missing: 'Say why it is reopened.',
  };
};

/** What an act on the whole review does and asks for, in the words of the trust's model. `me` is who is about to act. */
export const actWords = (action: ReviewAction, review: Settled, me: PersonId): ActWords =>
  ({ send: sendingWords, signOff: settlingWords, query: queryingWords, reopen: reopeningWords })[action](review, me);

/** What stands on the button. */
export const buttonWords = (action: ReviewAction, { framework }: Pick<ReviewView, 'framework'>): string =>
  ({
    send: `Send for ${purposeOf(framework)}`,
    signOff: signsOff(framework) ? 'Sign off' : 'Agree',
    query: 'Query',
    reopen: 'Reopen',
  })[action];

const settledWords = ({ framework, state }: Settled): string => {
  if (signsOff(framework)) return 'Signed off. Thank you.';
  return state === 'signedOff' ? 'Everybody has agreed. Thank you.' : 'Agreed. Thank you.';
};

/** What an act did, once the server has answered. */
export const doneWords = (action: ReviewAction, review: Settled): string =>
  ({
    send: signsOff(review.framework) ? `Sent to ${askedWords(review)} for sign-off.` : 'Sent for agreement.',
    signOff: settledWords(review),
    query: 'Your query was sent.',
    reopen: 'Reopened. Areas can be judged again.',
  })[action];

/** Whose turn it is once a review was sent. */
export const turnWords = (review: Settled): string => {
  if (!signsOff(review.framework))
    return 'It is locked when everybody here has agreed; any of them may query it instead.';
  const headAlone = review.settling.length === 1 && review.settling[0]?.role === 'headTeacher';
  if (headAlone && !review.headTeacher) return 'No head teacher is set up for this academy yet.';
  return `${askedWords(review)} signs it off or queries it.`;
};
