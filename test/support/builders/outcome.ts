import type { RefusalCode } from '../../../shared/domain/refusal';
import type { Result } from '../../../shared/domain/result';

/** 'accepted', or the code of the refusal: what a table of outcomes compares. */
export const outcomeOf = <T>(result: Result<T>): RefusalCode | 'accepted' =>
  result.ok ? 'accepted' : result.refusal.code;

/** The value of an accepted result; a refusal fails the test with its code. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

/** The refusal of a refused result; an accepted one fails the test. */
export const refusalOf = <T>(result: Result<T>) => {
  if (result.ok) throw new Error('Accepted where a refusal was expected.');
  return result.refusal;
};

/** Nothing in it can be changed any more: a rule that changes its input throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};
