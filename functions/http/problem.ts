import { outOfReachWords } from '../../shared/application/outOfReachWords';
import type { Refusal, RefusalCode } from '../../shared/domain/refusal';
import { refusalWords } from '../../shared/domain/refusalWords';
import type { PersonId } from '../../shared/schema/ids';
import type { Problem } from '../../shared/schema/views';

interface Heading {
  readonly status: 400 | 403 | 404 | 409 | 412 | 413;
  readonly title: string;
}

const badRequest = (title: string): Heading => ({ status: 400, title });
const conflict = (title: string): Heading => ({ status: 409, title });

/** The status and title of every refusal: a new code does not compile until it has a line here. */
export const headings = {
  malformed: badRequest('The request could not be read'),
  'caller.unknown': { status: 403, title: 'You are not set up in Assured' },
  notFound: { status: 404, title: 'Not found' },
  notAllowed: { status: 403, title: 'Not yours to do' },
  'command.reused': conflict('Sent before for something else'),
  'calendar.unknown-term': { status: 404, title: 'No such term' },
  'review.unknown-area': badRequest('No such area'),
  'review.unknown-level': badRequest('No such level'),
  'review.unknown-kpi': badRequest('No such measure'),
  'review.not-applicable': conflict('The area does not apply'),
  'review.rationale-needed': badRequest('A reason is needed'),
  'review.area-changed': { status: 412, title: 'Somebody judged this area meanwhile' },
  'review.incomplete': conflict('Areas are still to be judged'),
  'review.unexplained': conflict('Judgements are still to be explained'),
  'review.wrong-state': conflict('Not possible in this state'),
  'review.already-signed-off': conflict('Already signed off'),
  'review.already-queried': conflict('Already queried'),
  'review.already-agreed': conflict('Already agreed'),
  'review.sent-again': conflict('Sent again since'),
  'review.keeps-model': conflict('Stays on its model'),
  'review.model-changed': { status: 412, title: 'The model has changed meanwhile' },
  'framework.not-stored': { status: 404, title: 'No such version' },
  'framework.has-mistakes': conflict('This version has mistakes'),
  'framework.in-use-already': conflict('In use already'),
  'framework.other-period': conflict('Judged in other periods'),
  'framework.changed-since': { status: 412, title: 'Something has changed meanwhile' },
  'framework.lacks-columns': conflict('Columns are missing'),
  'historic.in-future': badRequest('A date in the future'),
  'historic.unknown-level': badRequest('No such self-evaluation'),
  'historic.too-many': conflict('No room for more'),
  'historic.not-recorded': { status: 404, title: 'No such entry' },
  'category.unknown': badRequest('No such category'),
  'category.same': badRequest('In this category already'),
  'category.none-yet': conflict('No category yet'),
  'category.already-open': conflict('A change is already open'),
  'category.own-proposal': conflict('Your own proposal'),
  'category.not-your-step': conflict('Not your step'),
  'category.step-taken': conflict('This step was taken already'),
  'category.wrong-state': conflict('Not possible in this state'),
  'category.proposed-again': conflict('Proposed again since'),
  'category.meeting-in-future': badRequest('The meeting has not taken place'),
  'category.dates-overlap': conflict('The dates overlap'),
  'category.academy-left': conflict('The academy has left by then'),
  'category.unknown-route': badRequest('No such route'),
  'category.wrong-date': badRequest('Not a day for this route'),
  'category.evidence-needed': badRequest('Evidence is needed'),
  'category.evidence-changed': { status: 412, title: 'Levels have changed meanwhile' },
  'category.row-not-settled': conflict('The row is still being judged'),
  'category.override-reason-needed': badRequest('A reason is needed'),
  'category.comment-needed': badRequest('A comment is needed'),
  'category.not-changeable': conflict('Only what was proposed can be confirmed'),
  'calendar.changed-since': { status: 412, title: 'Somebody changed these dates meanwhile' },
  'calendar.not-next': conflict('Not the next year'),
  'calendar.wrong-dates': badRequest('Dates that do not fit'),
  'calendar.has-records': conflict('Something is judged there already'),
  'academies.urn-taken': conflict('The URN is taken'),
  'academies.changed-since': { status: 412, title: 'Somebody changed this academy meanwhile' },
  'people.already-there': conflict('Set up already'),
  'people.changed-since': { status: 412, title: 'Somebody changed this person meanwhile' },
  'people.unknown-reach': badRequest('Nothing for this role to reach'),
  'people.last-administrator': conflict('The only administrator'),
  'people.same': { status: 409, title: 'The same person' },
  'people.too-many-roles': { status: 409, title: 'Too many roles' },
  'store.conflict': { status: 412, title: 'Somebody changed this meanwhile' },
  'store.too-large': { status: 413, title: 'Too much for one record' },
  'store.edited-by-hand': conflict('Changed outside Assured'),
  'handEdit.changed-since': { status: 412, title: 'Changed again meanwhile' },
  'handEdit.not-kept': conflict('Nothing to put back'),
  'handEdit.taken': conflict('Another item has its place'),
  'delivery.changed-since': { status: 412, title: 'Changed again meanwhile' },
} as const satisfies Record<RefusalCode, Heading>;

const typeOf = (code: string): string => `urn:assured:problem:${code}`;

/** A refusal as RFC 9457, in words for the person who asked. */
export const problemOf = (refusal: Refusal, nameOf: (id: PersonId) => string, correlationId: string): Problem => ({
  type: typeOf(refusal.code),
  ...headings[refusal.code],
  detail: refusalWords(refusal, nameOf),
  code: refusal.code,
  correlationId,
  ...('issues' in refusal && { issues: [...refusal.issues] }),
  ...(refusal.code === 'review.incomplete' && { missing: [...refusal.missing] }),
});

/** What is no refusal of the product's: who asks, how much was sent, and faults, which are shown without detail. */
const edgeProblems = {
  'token.invalid': {
    status: 401,
    title: 'Please sign in',
    detail:
      'Your sign-in could not be checked. Please sign in again; if that does not help, open Assured anew in Teams.',
  },
  'token.other-organisation': {
    status: 403,
    title: 'An account of another organisation',
    detail:
      'Assured shows this to people of the trust only. If the trust has given you an account or invited you as a guest, please join with that one.',
  },
  'body.too-large': {
    status: 413,
    title: 'Too much at once',
    detail: 'More was sent than can be taken at once. Nothing was changed.',
  },
  'body.not-json': {
    status: 400,
    title: 'The request could not be read',
    detail: 'The body is not JSON. Nothing was changed.',
  },
  'rate.limited': {
    status: 429,
    title: 'Too much at once',
    detail: 'That was more than Assured takes from one person in a minute. Nothing was changed. Please wait a moment.',
  },
  'store.unavailable': {
    status: 503,
    title: 'Please try again shortly',
    detail: 'The trust’s records cannot be reached at the moment. Please try again shortly.',
  },
  'store.no-access': { status: 503, ...outOfReachWords.noAccess },
  'store.list-missing': { status: 503, ...outOfReachWords.listMissing },
  'store.other-key': { status: 503, ...outOfReachWords.otherKey },
  'store.settings-edited': { status: 503, ...outOfReachWords.settingsEdited },
  'delivery.unavailable': {
    status: 503,
    title: 'Please try again shortly',
    detail:
      'The list of messages cannot be read at the moment. The trust’s records are well, and what waits is sent later. Please try again shortly.',
  },
  'signIn.unavailable': {
    status: 503,
    title: 'Please try again shortly',
    detail: 'The sign-in service cannot be reached at the moment. Please try again shortly.',
  },
  'trust.not-set-up': {
    status: 503,
    title: 'Not set up yet',
    detail: 'Assured is not set up for this trust yet. Please ask your administrator.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong',
    detail:
      'Something went wrong on our side. Please try again; if it stays, give your administrator the number of this message.',
  },
} as const;
export type EdgeProblem = keyof typeof edgeProblems;

export const edgeProblem = (code: EdgeProblem, correlationId: string): Problem => ({
  type: typeOf(code),
  ...edgeProblems[code],
  code,
  correlationId,
});
