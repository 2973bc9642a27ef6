import type { PersonId } from '../schema/ids';
import type { Matrix } from '../schema/matrixViews';
import type { PeriodRef } from '../schema/views';
import { buildStageMatrix, mayReadMatrix, mayReadStage } from '../domain/matrix';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkFor, readCaller } from './trust';

/**
 * The matrix of a period for a meeting's stage: settled levels, the same for everybody who may look. Whoever may see a
 * part of the matrix only may not. Refusals: `notAllowed`, `calendar.unknown-term`.
 */
export const readStageMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period }: PeriodRef): Promise<Result<Matrix>> => {
    const [found, reviews, changes] = await Promise.all([
      readCaller(deps, actor),
      deps.store.rows('reviews'),
      deps.store.rows('categoryChanges'),
    ]);
    if (!found.ok) return found;
    const { person, settings, academies, periods, frameworks, today, now: asAt } = found.value;
    if (!mayReadMatrix(person, settings)) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(found.value, { year, period });
    if (!framework.ok) return framework;
    if (!mayReadStage(person, settings, framework.value)) return refused({ code: 'notAllowed' });
    return accepted(
      buildStageMatrix({
        year,
        period,
        framework: framework.value,
        settings,
        periods,
        frameworks,
        academies,
        reviews: reviews.map(({ row }) => row),
        changes: changes.map(({ row }) => row),
        today,
        asAt,
      }),
    );
  };
