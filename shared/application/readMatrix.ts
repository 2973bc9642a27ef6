import type { PersonId } from '../schema/ids';
import type { Matrix } from '../schema/matrixViews';
import type { TermRef } from '../schema/views';
import { buildMatrix, mayReadMatrix } from '../domain/matrix';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkFor, readCaller } from './trust';

/** The Academy Risk Assessment Matrix of a term, from memory. Refusals: `notAllowed`, `calendar.unknown-term`. */
export const readMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, term }: TermRef): Promise<Result<Matrix>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    if (!mayReadMatrix(caller.person, caller.settings)) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(caller, { year, term });
    if (!framework.ok) return framework;
    const [reviews, changes] = await Promise.all([deps.store.rows('reviews'), deps.store.rows('categoryChanges')]);
    const { settings, academies, person: reader, today, now: asAt } = caller;
    return accepted(
      buildMatrix({
        year,
        term,
        framework: framework.value,
        settings,
        years: settings.years,
        academies,
        reviews: reviews.map(({ row }) => row),
        changes: changes.map(({ row }) => row),
        reader,
        today,
        asAt,
      }),
    );
  };
