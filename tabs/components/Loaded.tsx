import type { UseQueryResult } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { fluentPart } from './fluentPart';
import css from './Loaded.module.css';
import { PageSkeleton } from './PageSkeleton';
import { PlainProblem } from './PlainProblem';

/** Failures are rare: what says them is fetched when the first one happens. */
const ProblemNotice = fluentPart(async () => (await import('./ProblemNotice')).ProblemNotice, PlainProblem);

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being fetched: 'Loading the matrix'. */
  readonly waiting: string;
  readonly children: (value: T) => ReactNode;
}

/** A read on its way, failed, or here. What was read before stays in sight when a later read fails, and says so. */
export const Loaded = <T,>({ query, waiting, children }: LoadedProps<T>) => {
  const tryAgain = (): void => {
    void query.refetch();
  };
  if (query.data !== undefined)
    return (
      <>
        {query.error && (
          <div className={css.stale}>
            <Suspense>
              <ProblemNotice
                problem={asProblem(query.error)}
                title="This could not be brought up to date; it may have changed since."
                onTryAgain={tryAgain}
              />
            </Suspense>
          </div>
        )}
        {children(query.data)}
      </>
    );
  if (query.error) {
    const problem = asProblem(query.error);
    return (
      <Suspense fallback={<PageSkeleton waiting={waiting} />}>
        {/* A refusal stays a refusal however often it is asked for. */}
        <ProblemNotice problem={problem} wholePage onTryAgain={problem.mayTryAgain ? tryAgain : undefined} />
      </Suspense>
    );
  }
  return <PageSkeleton waiting={waiting} />;
};
