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
}

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

export const notSignedIn = (): ApiProblem =>
  ours(
    'tab.no-token',
    'Not signed in',
    'Teams did not confirm who you are. Close Assured and open it again; if it happens again, tell your administrator.',
  );

/** Any failure as a problem that can be shown. Never shows the text of an unexpected error. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : ours('tab.unexpected', 'Something went wrong', 'Something went wrong on this page. Reload it and try again.');
