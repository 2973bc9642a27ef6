import type { Problem } from '../../shared/schema/views';

/** A request that did not succeed: the server's own problem, or one of ours with status 0 where no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds, as the server asked. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** True where the server may have done what was asked although no answer says so. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** True where it is only not known who asks: nothing was done, and signing in again may mend it. */
  get needsSignIn(): boolean {
    return this.status === 401 || signInCodes.has(this.code);
  }

  /** A refusal stays a refusal however often it is asked for. */
  get mayTryAgain(): boolean {
    return this.outcomeUnknown || this.needsSignIn;
  }
}

const signInCodes = new Set(['tab.no-token', 'tab.no-consent', 'tab.sign-in-closed', 'tab.switched-off']);

const ours = (code: string, title: string, detail: string, correlationId?: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title, status: 0, detail, code, ...(correlationId && { correlationId }) });

export const unreachable = (correlationId: string): ApiProblem =>
  ours(
    'tab.unreachable',
    'No answer',
    'Assured could not be reached. Check your connection, then try again. Trying again is safe: nothing is done twice.',
    correlationId,
  );

export const unreadable = (correlationId: string): ApiProblem =>
  ours(
    'tab.unreadable',
    'Unexpected answer',
    'Assured answered in a way this page does not understand. Reload the page; if it happens again, tell your administrator.',
    correlationId,
  );

const signInProblems: readonly (readonly [RegExp, string, string, string])[] = [
  [
    /consent|AADSTS65001|interaction_required|invalid_grant/i,
    'tab.no-consent',
    'Consent is missing',
    'Your organisation has not yet agreed that Assured may know who you are. An administrator of Microsoft Teams can agree for everybody: in the Teams admin centre, under Manage apps, Assured, Permissions. Ask them, then try again.',
  ],
  [
    /resourceDisabled|app.*(disabled|blocked)/i,
    'tab.switched-off',
    'Assured is switched off',
    'Your organisation has switched Assured off for your account. Ask your administrator to allow it in the Teams admin centre, then try again.',
  ],
  [
    /cancel|popup|FailedToOpenWindow|closed/i,
    'tab.sign-in-closed',
    'Sign-in was not finished',
    'The window in which Microsoft asks who you are was closed or blocked. Sign in again, and allow that window if you are asked.',
  ],
];

/** Teams gave no token. Its reasons are words without a fixed list: what is not known is said in general. */
export const notSignedIn = (reason?: unknown): ApiProblem => {
  const words = reason instanceof Error ? reason.message : typeof reason === 'string' ? reason : '';
  const known = signInProblems.find(([pattern]) => pattern.test(words));
  if (known) return ours(known[1], known[2], known[3]);
  return ours(
    'tab.no-token',
    'Not signed in',
    'Teams did not confirm who you are. Check your connection, then sign in again. If it happens again, close Assured and open it anew.',
  );
};

/** Any failure as a problem that can be shown. Never shows the text of an unexpected error. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : ours('tab.unexpected', 'Something went wrong', 'Something went wrong on this page. Reload it and try again.');
