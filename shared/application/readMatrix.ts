import type { PersonId } from '../schema/ids';
import type { Matrix } from '../schema/matrixViews';
import type { PeriodRef } from '../schema/views';
import { buildMatrix, mayReadMatrix } from '../domain/matrix';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkFor, readCaller } from './trust';

/** The Academy Risk Assessment Matrix of a term, from memory. Refusals: `notAllowed`, `calendar.unknown-term`. */
export const readMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period }: PeriodRef): Promise<Result<Matrix>> => {
    // All at once: where the memory has to be refreshed, it is one round and not two.
    const [found, reviews, changes] = await Promise.all([
      readCaller(deps, actor),
      deps.store.rows('reviews'),
      deps.store.rows('categoryChanges'),
    ]);
    if (!found.ok) return found;
    const caller = found.value;
    if (!mayReadMatrix(caller.person, caller.settings)) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(caller, { year, period });
    if (!framework.ok) return framework;
    const { settings, academies, person: reader, today, now: asAt } = caller;
    return accepted(
      buildMatrix({
        year,
        period,
        framework: framework.value,
        settings,
        periods: caller.periods,
        frameworks: caller.frameworks,
        academies,
        reviews: reviews.map(({ row }) => row),
        changes: changes.map(({ row }) => row),
        reader,
        today,
        asAt,
      }),
    );
  };
