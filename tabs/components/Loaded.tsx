import { makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { PageSkeleton } from './PageSkeleton';
import { ProblemNotice } from './ProblemNotice';

const useStyles = makeStyles({
  stale: { marginBottom: tokens.spacingVerticalM },
});

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being fetched: 'Loading the matrix'. */
  readonly waiting: string;
  readonly children: (value: T) => ReactNode;
}

/** A read on its way, failed, or here. What was read before stays in sight when a later read fails, and says so. */
export const Loaded = <T,>({ query, waiting, children }: LoadedProps<T>) => {
  const styles = useStyles();
  const tryAgain = (): void => {
    void query.refetch();
  };
  if (query.data !== undefined)
    return (
      <>
        {query.error && (
          <div className={styles.stale}>
            <ProblemNotice
              problem={asProblem(query.error)}
              title="This could not be brought up to date; it may have changed since."
              onTryAgain={tryAgain}
            />
          </div>
        )}
        {children(query.data)}
      </>
    );
  if (query.error) {
    const problem = asProblem(query.error);
    // A refusal stays a refusal however often it is asked for.
    return <ProblemNotice problem={problem} onTryAgain={problem.outcomeUnknown ? tryAgain : undefined} />;
  }
  return <PageSkeleton waiting={waiting} />;
};
