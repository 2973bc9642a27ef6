import type { Mark } from '../../shared/schema/card';
import type { Tone } from '../../shared/schema/framework';
import type { Colour, Element, TextRun } from './adaptiveCard';
import { firstFew, run, runs } from './lines';
import { clip } from './text';

/** Colour only repeats what symbol and word say; the client picks a shade that can be read in its theme. */
const colours = {
  critical: 'attention',
  caution: 'warning',
  steady: 'accent',
  good: 'good',
  exceptional: 'good',
} satisfies Record<Tone, Colour>;

/** A level's or category's name on a card. */
const longestWord = 40;

interface Count {
  readonly mark: Mark;
  readonly count: number;
}

/** '✓ Assured' */
export const markRun = ({ symbol, word, tone }: Mark): TextRun =>
  run(`${symbol} ${clip(word, longestWord)}`, { color: colours[tone], weight: 'bolder' });

const countRuns = (counts: readonly Count[]): TextRun[] =>
  counts.flatMap(({ mark, count }, i) => [
    ...(i > 0 ? [run(' · ')] : []),
    run(`${mark.symbol} ${count} ${clip(mark.word, longestWord)}`, { color: colours[mark.tone] }),
  ]);

/** 'Financial Management: ✓ 4 Assured · ◐ 1 Actions in place' */
export const countsLine = (counts: readonly Count[], of?: string): Element =>
  runs([...(of === undefined ? [] : [run(`${of}: `, { weight: 'bolder' })]), ...countRuns(counts)]);

const mostAreas = 6;

/** '! Attendance: Intervention required', one line for each area. */
export const areaLines = (areas: readonly { readonly area: string; readonly mark: Mark }[]): Element[] =>
  firstFew(
    areas,
    mostAreas,
    ({ area, mark }) =>
      runs([
        run(`${mark.symbol} `, { color: colours[mark.tone], weight: 'bolder' }),
        run(area, { weight: 'bolder' }),
        run(`: ${clip(mark.word, longestWord)}`),
      ]),
    (n) => `and ${n} more areas`,
  );

interface AreaChange {
  readonly area: string;
  readonly from: Mark;
  readonly to: Mark;
  readonly direction: 'better' | 'worse';
}

const arrows = { better: '↗', worse: '↘' } satisfies Record<AreaChange['direction'], string>;

/** '↘ Attendance worse: ◐ Actions in place → ! Intervention required' */
export const changeLines = (changes: readonly AreaChange[]): Element[] =>
  firstFew(
    changes,
    mostAreas,
    ({ area, from, to, direction }) =>
      runs([
        run(`${arrows[direction]} `),
        run(area, { weight: 'bolder' }),
        run(` ${direction}: ${from.symbol} ${clip(from.word, longestWord)} → `),
        markRun(to),
      ]),
    (n) => `and ${n} more changes`,
  );
