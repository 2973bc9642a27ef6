import { ApiProblem, asProblem, notSignedIn, unreachable, unreadable } from '../../../tabs/api/problem';
import { isChunkFault } from '../../../tabs/app/chunkFault';
import { againWords, leadsNowhere, needsReload, referenceOf, retryWords } from '../../../tabs/components/problemWords';

const answer = (status: number, retryAfter?: number): ApiProblem =>
  new ApiProblem({ type: 'x', title: 'No', status, detail: 'No.', code: 'x', correlationId: 'ref-1' }, retryAfter);

/** Each face of a failure, and the way on from it. No row may be empty. */
const wayOn = (problem: ApiProblem): string[] => [
  ...(problem.mayTryAgain ? [againWords(problem)] : []),
  ...(needsReload(problem) ? ['Reload the page'] : []),
  ...(leadsNowhere(problem) ? ['Go to my work'] : []),
];

it.each<[string, ApiProblem, string[]]>([
  ['no network', unreachable('ref-1'), ['Try again']],
  ['throttled', answer(429, 40), ['Try again']],
  ['the store is away', answer(503, 40), ['Try again']],
  ['a fault of the server', answer(500), ['Try again']],
  ['an expired sign-in', answer(401), ['Sign in again']],
  ['Teams gave no token', notSignedIn(new Error('x')), ['Sign in again']],
  ['consent is missing', notSignedIn(new Error('resourceRequiresConsent')), ['Try again']],
  ['switched off', notSignedIn('resourceDisabled'), ['Try again']],
  ['no permission', answer(403), ['Go to my work']],
  ['not there', answer(404), ['Go to my work']],
  ['an answer of another shape', unreadable('ref-1'), ['Try again', 'Reload the page']],
  ['a mistake of the page', asProblem(new TypeError('x')), ['Try again', 'Reload the page']],
])('%s has a way on', (_, problem, ways) => expect(wayOn(problem)).toEqual(ways));

it('says how long to wait, where the server said so', () => {
  expect(retryWords(answer(429, 40))).toBe('It can be tried again in 40 seconds.');
  expect(retryWords(answer(503, 1))).toBe('It can be tried again in 1 second.');
  expect(retryWords(answer(503, 200))).toBe('It can be tried again in about 4 minutes.');
  expect(retryWords(answer(503))).toBeUndefined();
});

it('gives a reference where a log has it', () => {
  expect([answer(500), answer(503), unreadable('ref-1')].map(referenceOf)).toEqual(['ref-1', 'ref-1', 'ref-1']);
  expect([answer(404), answer(412), unreachable('ref-1')].map(referenceOf)).toEqual([undefined, undefined, undefined]);
});

it.each([
  'Failed to fetch dynamically imported module: https://x.example/assets/ReviewPage-1.js',
  'error loading dynamically imported module: https://x.example/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a.css',
])('knows a part that could not be fetched: %s', (words) => {
  expect(isChunkFault(new TypeError(words))).toBe(true);
  expect(isChunkFault(new TypeError('x is not a function'))).toBe(false);
});
