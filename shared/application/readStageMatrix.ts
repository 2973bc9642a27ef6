import type { PersonId } from '../schema/ids';
import type { Matrix } from '../schema/matrixViews';
import type { PeriodRef } from '../schema/views';
import { buildStageMatrix, mayReadStage } from '../domain/matrix';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readMatrixInput } from './matrixInput';

/**
 * The matrix of a period for a meeting's stage: settled levels, the same for everybody who may look. Whoever may see a
 * part of the matrix only may not. Refusals: `notAllowed`, `calendar.unknown-term`.
 */
export const readStageMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, ref: PeriodRef): Promise<Result<Matrix>> => {
    const found = await readMatrixInput(deps, actor, ref);
    if (!found.ok) return found;
    const { person, input } = found.value;
    if (!mayReadStage(person, input.settings, input.framework)) return refused({ code: 'notAllowed' });
    return accepted(buildStageMatrix(input));
  };
