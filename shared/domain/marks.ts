import type { Level, Scale, Tone } from '../schema/framework';
import type { LevelCode } from '../schema/ids';
import { findLevel } from './framework';

/** A tone of a level, or one of the two ways of having none. */
export type MarkTone = Tone | 'notJudged' | 'notApplicable';

/** A level as it is shown: never by colour alone. `strong` is drawn with an outline. */
export interface Mark {
  readonly tone: MarkTone;
  readonly symbol: string;
  readonly word: string;
  readonly strong: boolean;
}

export const notJudged: Mark = { tone: 'notJudged', symbol: '·', word: 'Not judged', strong: false };
export const notApplicable: Mark = { tone: 'notApplicable', symbol: '–', word: 'Not applicable', strong: false };

export const markOfLevel = (level: Level | undefined): Mark =>
  level ? { tone: level.tone, symbol: level.symbol, word: level.name, strong: level.needsIntervention } : notJudged;

/** A level's mark by its code on a scale; 'not judged' where there is none. */
export const markOn = (scale: Scale | undefined, code: LevelCode | undefined): Mark =>
  markOfLevel(findLevel(scale, code));

type SymbolAndWord = Pick<Mark, 'symbol' | 'word'>;

/** 'Category 1' says its '1' itself. */
export const saysSymbol = ({ symbol, word }: SymbolAndWord): boolean => word.split(' ').includes(symbol);

/** '✓ Assured', 'Category 1' */
export const markWords = (mark: SymbolAndWord, gap = ' '): string =>
  saysSymbol(mark) ? mark.word : `${mark.symbol}${gap}${mark.word}`;

/** '▲ Improve', 'Category 1' */
export const categoryWords = ({ symbol, name }: { readonly symbol: string; readonly name: string }): string =>
  markWords({ symbol, word: name });

export const sameMark = (a: Mark, b: Mark): boolean => a.word === b.word && a.symbol === b.symbol && a.tone === b.tone;

/** Each level once, best first, as a legend lists them; levels of several scales that look and read alike are one. */
export const legendOf = (scales: readonly Scale[]): Mark[] => {
  const marks = scales.flatMap((scale) => [...scale.levels].sort((a, b) => b.order - a.order).map(markOfLevel));
  return marks.filter((mark, at) => marks.findIndex((other) => sameMark(other, mark)) === at);
};
