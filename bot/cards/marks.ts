import { markWords } from '../../shared/domain/marks';
import type { Mark } from '../../shared/schema/card';
import type { Tone } from '../../shared/schema/framework';
import type { Colour, Element, Spacing, TextRun } from './adaptiveCard';
import { boldLine, boldRun, firstFew, run, runs } from './lines';
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
/** Keeps a symbol at its word, where a narrow card breaks the line. */
const nbsp = '\u00a0';

/** '✓ Assured' */
export const markRun = ({ symbol, word, tone }: Mark): TextRun =>
  run(markWords({ symbol, word: clip(word, longestWord) }, nbsp), { color: colours[tone], weight: 'bolder' });

interface Count {
  readonly mark: Mark;
  readonly count: number;
}

const countRuns = (counts: readonly Count[]): TextRun[] =>
  counts.flatMap(({ mark, count }, i) => [
    ...(i > 0 ? [run(' · ')] : []),
    run(`${mark.symbol}${nbsp}${count} ${clip(mark.word, longestWord)}`, { color: colours[mark.tone] }),
  ]);

/** 'Financial Management: ✓ 4 Assured · ◐ 1 Actions in place' */
export const countsLine = (counts: readonly Count[], of: string, spacing: Spacing = 'small'): Element =>
  runs([boldRun(`${of}: `), ...countRuns(counts)], spacing);

interface JudgedArea {
  readonly area: string;
  readonly mark: Mark;
}

/** A name of an area is at most this long on a card, and a line names so many. */
const longestArea = 60;
const mostAreas = 6;
const longestNames = 240;

/** As many names as a line holds, and how many are left. */
const namesOf = (areas: readonly JudgedArea[]): string => {
  const all = areas.map(({ area }) => clip(area, longestArea));
  const [first = '', ...others] = all.slice(0, mostAreas);
  const names = [first];
  for (const name of others) if ([...names, name].join(', ').length <= longestNames) names.push(name);
  const left = all.length - names.length;
  return `${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
};

const sameLevel = (a: Mark, b: Mark): boolean => a.symbol === b.symbol && a.word === b.word;

/** '! Intervention required (2): Attendance, Suspensions', one line for each level. */
export const areaLines = (areas: readonly JudgedArea[]): Element[] => {
  const levels = new Map(areas.map(({ mark }) => [`${mark.symbol} ${mark.word}`, mark]));
  return firstFew([...levels.values()], mostAreas, (mark) => {
    const same = areas.filter((area) => sameLevel(area.mark, mark));
    return runs([markRun(mark), boldRun(` (${same.length}): `), run(namesOf(same), {}, longestNames + longestArea)]);
  });
};

/** How many have which level, and of those that matter most the names instead: no level is said twice. */
export const levelLines = (counts: readonly Count[], named: readonly JudgedArea[], of: string): Element[] => {
  const others = counts.filter(
    ({ mark, count }) => named.filter((area) => sameLevel(area.mark, mark)).length !== count,
  );
  return [others.length > 0 ? countsLine(others, of, 'medium') : boldLine(of, 'medium'), ...areaLines(named)];
};

interface AreaChange {
  readonly area: string;
  readonly from: Mark;
  readonly to: Mark;
  readonly direction: 'better' | 'worse';
}

const arrows = { better: '↗', worse: '↘' } satisfies Record<AreaChange['direction'], string>;
const mostChanges = 4;

/** '↘ Attendance worse: ◐ Actions in place → ! Intervention required' */
export const changeLines = (changes: readonly AreaChange[]): Element[] =>
  firstFew(
    changes,
    mostChanges,
    ({ area, from, to, direction }) =>
      runs([
        run(`${arrows[direction]}${nbsp}`),
        boldRun(area),
        run(` ${direction}: ${from.symbol}${nbsp}${clip(from.word, longestWord)} → `),
        markRun(to),
      ]),
    (n) => `and ${n} more changes`,
  );

interface ChangedLevel {
  readonly area: string;
  readonly then?: Mark | undefined;
  readonly now?: Mark | undefined;
}

const markOrNone = (mark: Mark | undefined): TextRun => (mark ? markRun(mark) : run('not judged'));

/** 'Attendance: ◐ Actions in place → ! Intervention required' */
export const sinceLines = (changed: readonly ChangedLevel[]): Element[] =>
  firstFew(
    changed,
    mostChanges,
    ({ area, then, now }) =>
      runs([boldRun(clip(area, longestArea)), run(': '), markOrNone(then), run(' → '), markOrNone(now)]),
    (n) => `and ${n} more`,
  );
