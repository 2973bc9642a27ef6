import { matrixSheet } from '../domain/exports/matrixSheet';
import type { MatrixSheet } from '../domain/exports/sheet';
import { filtersOfQuery } from '../domain/matrixQuery';
import { accepted, type Result } from '../domain/result';
import type { PersonId } from '../schema/ids';
import type { MatrixQuery } from '../schema/matrixFilters';
import type { PeriodRef } from '../schema/views';
import type { Deps } from './deps';
import { readMatrix } from './readMatrix';
import { readCaller } from './trust';

/**
 * The matrix of a period to take away: exactly what `readMatrix` gives this person, filtered as on the screen, with who
 * took it and when. Refusals: those of `readMatrix`.
 */
export const exportMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period, ...query }: PeriodRef & MatrixQuery): Promise<Result<MatrixSheet>> => {
    const [caller, matrix] = await Promise.all([readCaller(deps, actor), readMatrix(deps)(actor, { year, period })]);
    if (!caller.ok) return caller;
    if (!matrix.ok) return matrix;
    const { person, settings, now } = caller.value;
    const taking = { trustName: settings.trustName, by: person, at: now };
    return accepted(matrixSheet(matrix.value, filtersOfQuery(query), taking));
  };
