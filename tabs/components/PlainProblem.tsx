import type { ApiProblem } from '../api/problem';
import { useSurfaces } from './surfaces';

interface PlainProblemProps {
  readonly problem: ApiProblem;
  readonly title?: string;
  readonly onTryAgain?: (() => void) | undefined;
  readonly wholePage?: boolean;
}

/** What a problem looks like where the connection is too poor even to fetch the notice that would say it better. */
export const PlainProblem = ({ problem, title, onTryAgain }: PlainProblemProps) => {
  const surfaces = useSurfaces();
  return (
    <div role="alert" className={surfaces.card}>
      <strong>{title ?? problem.problem.title}</strong> {problem.problem.detail}{' '}
      {onTryAgain && (
        <button type="button" onClick={onTryAgain}>
          Try again
        </button>
      )}
    </div>
  );
};
