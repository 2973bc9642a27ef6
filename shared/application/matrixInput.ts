import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import type { PeriodRef } from '../schema/views';
import { mayReadMatrix, type MatrixInput } from '../domain/matrix';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkFor, readCaller } from './trust';

/** What a matrix is built from, for a reader who may see one at all. */
export interface ReadableMatrix {
  readonly person: Person;
  readonly input: Omit<MatrixInput, 'reader'>;
}

/** Reads what the matrix of a period is built from. Refusals: `notAllowed`, `calendar.unknown-term`. */
export const readMatrixInput = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  actor: PersonId,
  { year, period }: PeriodRef,
): Promise<Result<ReadableMatrix>> => {
  // All at once: where the memory has to be refreshed, it is one round and not two.
  const [found, reviews, changes] = await Promise.all([
    readCaller({ store, clock }, actor),
    store.rows('reviews'),
    store.rows('categoryChanges'),
  ]);
  if (!found.ok) return found;
  const { person, settings, academies, periods, frameworks, today, now: asAt } = found.value;
  if (!mayReadMatrix(person, settings)) return refused({ code: 'notAllowed' });
  const framework = frameworkFor(found.value, { year, period });
  if (!framework.ok) return framework;
  const rows = { reviews: reviews.map(({ row }) => row), changes: changes.map(({ row }) => row) };
  return accepted({
    person,
    input: { year, period, framework: framework.value, settings, periods, frameworks, academies, ...rows, today, asAt },
  });
};
