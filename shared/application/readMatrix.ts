import type { PersonId } from '../schema/ids';
import type { Matrix } from '../schema/matrixViews';
import type { PeriodRef } from '../schema/views';
import { buildMatrix } from '../domain/matrix';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readMatrixInput } from './matrixInput';

/** The Academy Risk Assessment Matrix of a term, from memory. Refusals: `notAllowed`, `calendar.unknown-term`. */
export const readMatrix =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, ref: PeriodRef): Promise<Result<Matrix>> => {
    const found = await readMatrixInput(deps, actor, ref);
    return found.ok ? accepted(buildMatrix({ ...found.value.input, reader: found.value.person })) : found;
  };
