import type { PersonId } from '../schema/ids';
import type { CategoryChangeState } from '../schema/categoryChange';
import type { ReviewState } from '../schema/review';
import type { Refusal, RefusalCode } from './refusal';
import { count, formatDay, formatInstant, listWords, periodLabel } from './words';

type Words = {
  readonly [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>, nameOf: (id: PersonId) => string) => string;
};

const reviewStates = {
  open: 'still being judged',
  awaitingSignOff: 'with those who sign it off or agree it',
  queried: 'queried',
  signedOff: 'locked',
} satisfies Record<ReviewState, string>;

type TooLarge = Extract<Refusal, { code: 'store.too-large' }>;

const changeStates = {
  atStep: 'under way',
  returned: 'returned to the proposer',
  decided: 'decided',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
} satisfies Record<CategoryChangeState, string>;

const nothingChanged = 'Nothing was changed.';

const commentNeeded = {
  disagrees: 'Please say why you do not agree. The change then goes back to its proposer.',
  represents: 'Please write the academy’s representations.',
  'other-category': 'You confirm something other than what was proposed, so please say why.',
} satisfies Record<Extract<Refusal, { code: 'category.comment-needed' }>['why'], string>;

/** What to do where a record is full; by how many characters, where that helps. */
const noRoom: Readonly<Record<(TooLarge['act'] & string) | 'any', (over: number | undefined) => string>> = {
  any: () => 'This record has become too large to save. Please shorten the longest texts.',
  judge: (over) =>
    `This record has no room for that: it would be ${over === undefined ? 'too long' : `${count(over, 'character')} too long`}. Please shorten this text, or long texts and links of other areas, and save again. What you typed stays here until then.`,
  comment: () => 'This record is nearly full, and your comment is too long for it. Please say it in fewer words.',
  reopen: () =>
    'This record is too long to be opened again: what was settled is kept beside what is judged anew, and both do not fit. Please record what has changed in the next period.',
  resubmit: () =>
    'This proposal has come and gone so often that it is full. Please withdraw it, and propose the change anew.',
};

const words: Words = {
  malformed: ({ issues }) =>
    issues.length === 0
      ? `Something in this request could not be read. ${nothingChanged}`
      : `Please check what you entered: ${issues.map((i) => `${i.path} ${i.message}`.trim()).join('; ')}.`,
  'caller.unknown': () => 'You are not set up in Assured yet. Please ask your trust’s administrator to add you.',
  notFound: () => 'There is nothing here, or it is not yours to see.',
  notAllowed: () => 'Your role in the trust does not include this.',
  'command.reused': () => `This was sent before for something else. Please reload and try again. ${nothingChanged}`,
  'calendar.unknown-term': () => 'The trust’s calendar has no such term or period.',
  'review.unknown-area': () => 'This area is not part of the trust’s framework.',
  'review.unknown-level': () => 'This level is not one that the area is judged on.',
  'review.unknown-kpi': () => 'This area has no such measure.',
  'review.not-applicable': () => 'This area does not apply to this academy, so it is not judged.',
  'review.rationale-needed': ({ why }) =>
    why === 'differs-from-suggestion'
      ? 'This judgement differs from what the measures suggest, so please say why.'
      : 'This level calls for intervention, so please say why.',
  'review.area-changed': ({ by, at }, nameOf) =>
    `${nameOf(by)} judged this area on ${formatInstant(at)}, after you opened it. Please look at that judgement before you save yours.`,
  'review.incomplete': ({ missing }) =>
    `${count(missing.length, 'area')} ${missing.length === 1 ? 'is' : 'are'} not judged yet. Judge every area that applies, then send the review.`,
  'review.unexplained': ({ areas }) =>
    `${count(areas.length, 'judgement')} ${areas.length === 1 ? 'differs' : 'differ'} from what the measures now suggest and ${areas.length === 1 ? 'has' : 'have'} no reason yet. Please say why, then send the review.`,
  'review.wrong-state': ({ state }) =>
    `This cannot be done now: the review is ${reviewStates[state]}. ${nothingChanged}`,
  'review.already-signed-off': ({ by, at }, nameOf) =>
    `Already signed off by ${nameOf(by)} on ${formatInstant(at)}. ${nothingChanged}`,
  'review.already-queried': ({ by, at }, nameOf) =>
    `Already queried by ${nameOf(by)} on ${formatInstant(at)}. ${nothingChanged}`,
  'review.sent-again': () => `This card is out of date: the review has been sent again since. ${nothingChanged}`,
  'review.already-agreed': ({ by, at }, nameOf) =>
    `Already agreed by ${nameOf(by)} on ${formatInstant(at)}. ${nothingChanged}`,
  'review.keeps-model': () => `This record was sent on the model it was judged by, and stays on it. ${nothingChanged}`,
  'review.model-changed': () =>
    `The trust has changed its model since you opened this. Please look at it again, then decide. ${nothingChanged}`,
  'framework.not-stored': () => 'The trust has not stored this version of a model.',
  'framework.has-mistakes': ({ mistakes }) =>
    `This version cannot be used: it has ${count(mistakes, 'mistake')}. Please store a corrected one under the next version number.`,
  'framework.in-use-already': () => 'The year uses this version already.',
  'framework.other-period': () =>
    `The year has records already, and this version judges in other periods than they were made for. Please choose it for a year without records. ${nothingChanged}`,
  'framework.changed-since': () =>
    `What this would affect has changed since you looked at it. Please read it again, then decide. ${nothingChanged}`,
  'framework.lacks-columns': ({ areas }) =>
    `The trust’s lists in SharePoint have no column yet for ${count(areas, 'area')} of this version. Please run the provisioning step, then try again. ${nothingChanged}`,
  'historic.in-future': () => 'This date is in the future. Please enter the day on which it happened.',
  'historic.unknown-level': ({ levels }) =>
    `The trust’s model does not have this word for a self-evaluation. Please choose one of: ${levels.join(', ')}.`,
  'historic.too-many': () => `As many entries as one academy can hold are recorded already. ${nothingChanged}`,
  'historic.not-recorded': () => 'There is no such entry for this academy.',
  'category.unknown': () => 'This category is not part of the trust’s framework.',
  'category.same': () => 'The academy is in this category already.',
  'category.none-yet': () => 'The academy has no category yet.',
  'category.already-open': () =>
    'A change of category is already open for this academy. Only one can be open at a time.',
  'category.own-proposal': () => 'You proposed this change, so somebody else must take this step.',
  'category.not-your-step': () => `This step is not yours to take. ${nothingChanged}`,
  'category.step-taken': ({ by, at, outcome }, nameOf) =>
    `Already ${outcome} by ${nameOf(by)} on ${formatInstant(at)}. ${nothingChanged}`,
  'category.wrong-state': ({ state }) =>
    `This cannot be done now: the change is ${changeStates[state]}. ${nothingChanged}`,
  'category.proposed-again': () =>
    `This card is out of date: the change has been proposed again since. ${nothingChanged}`,
  'category.meeting-in-future': () =>
    'The meeting’s date is in the future. A change is confirmed after the Board has met.',
  'category.dates-overlap': ({ after }) =>
    `The academy’s present category began on ${formatDay(after)}. Choose a later date for this change.`,
  'category.academy-left': ({ lastDay }) =>
    `The academy’s last day in the trust is ${formatDay(lastDay)}. A change cannot begin after it.`,
  'category.unknown-route': () => 'The trust’s framework has no such route. Please choose one of its routes.',
  'category.wrong-date': ({ occasion, from, to }) =>
    occasion === 'yearEnd'
      ? `On this route a change takes effect on the first day of an academic year. Choose ${formatDay(from)}.`
      : `On this route a change takes effect in the autumn term. Choose a day from ${formatDay(from)} to ${formatDay(to)}.`,
  'category.evidence-changed': () =>
    'Levels have changed since you last looked at this, so nothing was decided. Please look at what has changed, then decide.',
  'category.evidence-needed': () =>
    'A proposal takes a copy of the academy’s row with it. Please choose the period whose row that is.',
  'category.row-not-settled': () =>
    'This row is still being judged, and only settled rows are yours to read. Please choose an earlier period.',
  'category.override-reason-needed': ({ suggested }) =>
    `The judgements suggest ${suggested}. Please say why you propose something else.`,
  'category.comment-needed': ({ why }) => commentNeeded[why],
  'category.not-changeable': () =>
    `This step confirms what was proposed, or returns or rejects it; it cannot confirm anything else. ${nothingChanged}`,
  'calendar.changed-since': () =>
    `Somebody else has changed these dates meanwhile. Please look at both versions, then decide. ${nothingChanged}`,
  'calendar.not-next': ({ expected }) =>
    `The trust’s calendar has no gaps: the next year to add is ${expected}. ${nothingChanged}`,
  'calendar.wrong-dates': ({ issues }) => `${issues.map(({ message }) => message).join(' ')} ${nothingChanged}`,
  'calendar.has-records': ({ periods }) =>
    `Something is judged already in ${listWords(periods.map(periodLabel))}, so ${periods.length === 1 ? 'its first day stays' : 'their first days stay'} as ${periods.length === 1 ? 'it is' : 'they are'}. ${nothingChanged}`,
  'academies.urn-taken': ({ name }) =>
    `The trust has an academy with this URN already: ${name}. Please check the number. ${nothingChanged}`,
  'academies.changed-since': () =>
    `Somebody else has changed this academy meanwhile. Please look at both versions, then decide. ${nothingChanged}`,
  'people.already-there': ({ name }) =>
    `${name} is set up in Assured already. Please change their roles instead. ${nothingChanged}`,
  'people.changed-since': () =>
    `Somebody else has changed this person’s roles or details meanwhile. Please look at both versions, then decide. ${nothingChanged}`,
  'people.unknown-reach': () =>
    `A role names an academy, a function or a committee that the trust does not have. Please choose another. ${nothingChanged}`,
  'people.last-administrator': () =>
    `This is the trust’s only administrator. Please make somebody else an administrator first. ${nothingChanged}`,
  'people.same': () => 'This is the same person. Please choose somebody else to take over.',
  'people.too-many-roles': () =>
    'Nobody can hold more than 20 roles. Please choose somebody else to take over, or share the roles out in the People list.',
  'store.conflict': () => 'Several people saved at the same moment. Please try again.',
  'store.too-large': ({ act, over }) => `${noRoom[act ?? 'any'](over)} ${nothingChanged}`,
  'store.edited-by-hand': () =>
    'This record was changed outside Assured, so it is not used until the administrator has looked at it.',
  'handEdit.changed-since': () =>
    `Somebody has changed this item in SharePoint again. Please compare the two versions once more. ${nothingChanged}`,
  'handEdit.not-kept': () =>
    `SharePoint keeps no version of this item that Assured wrote, so there is nothing to put back. If somebody added it by hand, delete it in SharePoint. ${nothingChanged}`,
  'handEdit.taken': () =>
    `This cannot be put back while another item has its key, or its academy another open change. Please look for that item in SharePoint. ${nothingChanged}`,
  'delivery.changed-since': () =>
    `Somebody else has changed these settings meanwhile. Please look at them again. ${nothingChanged}`,
};

/** What a person reads when the product says no. `nameOf` turns a person's id into a name. */
export const refusalWords = (refusal: Refusal, nameOf: (id: PersonId) => string): string => {
  const say = words[refusal.code] as (refusal: Refusal, nameOf: (id: PersonId) => string) => string;
  return say(refusal, nameOf);
};
