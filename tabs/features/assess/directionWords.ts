import { periodShort } from '../../../shared/domain/words';
import type { Direction } from '../../../shared/schema/matrixViews';

export interface DirectionWords {
  readonly arrow: '↗' | '↘' | '→';
  readonly words: string;
}

const arrowOf = (net: number): DirectionWords['arrow'] => {
  if (net === 0) return '→';
  return net > 0 ? '↗' : '↘';
};

/** '3 better, 1 worse since summer': an arrow never stands alone. */
export const directionWords = ({ better, worse, comparedWith }: Direction): DirectionWords => {
  const arrow = arrowOf(better - worse);
  const moves = [...(better > 0 ? [`${better} better`] : []), ...(worse > 0 ? [`${worse} worse`] : [])];
  if (moves.length === 0) return { arrow, words: `as in ${periodShort(comparedWith)}` };
  return { arrow, words: `${moves.join(', ')} since ${periodShort(comparedWith)}` };
};
