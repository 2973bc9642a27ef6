import { count } from '../../shared/domain/words';
import type { ApiProblem } from '../api/problem';

/** 'about 40 seconds', 'about 3 minutes'. */
const waitWords = (seconds: number): string =>
  seconds < 90 ? count(Math.max(1, Math.ceil(seconds)), 'second') : `about ${Math.ceil(seconds / 60)} minutes`;

/** How long the server asks to be left alone, where it says so. */
export const retryWords = ({ retryAfter, status }: ApiProblem): string | undefined =>
  retryAfter === undefined || (status !== 429 && status !== 503)
    ? undefined
    : `It can be tried again in ${waitWords(retryAfter)}.`;

/** What the button does that tries once more. */
export const againWords = ({ needsSignIn, code }: ApiProblem): string =>
  needsSignIn && code !== 'tab.no-consent' && code !== 'tab.switched-off' ? 'Sign in again' : 'Try again';

/** Only a fault of the server is found again by its reference; that no answer came is in nobody's log. */
export const referenceOf = ({ problem, outcomeUnknown, status }: ApiProblem): string | undefined =>
  outcomeUnknown && (status > 0 || problem.code === 'tab.unreadable') ? problem.correlationId : undefined;

/** Nothing that this page does can mend it; a fresh one may. */
export const needsReload = ({ code }: ApiProblem): boolean => code === 'tab.unreadable' || code === 'tab.unexpected';

/** Not this person's to see or do, or gone: the way on leads elsewhere. */
export const leadsNowhere = ({ status }: ApiProblem): boolean => status === 403 || status === 404;
