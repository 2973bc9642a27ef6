import type { Area, Framework } from '../../schema/framework';
import type { CategorySuggestion } from '../../schema/suggestion';
import { worthIn } from './checkAreas';
import { areasOf, unknownAreas, unknownLevel } from './checkWorstOf';
import type { FrameworkMistake } from './mistake';
import { quoted, repeated } from './mistake';

type Counts = Extract<CategorySuggestion, { rule: 'counts' }>;
type Line = Counts['lines'][number];
type Condition = Line['when'][number];

/** The areas that a condition can count, each with the worth at which it stops counting. */
const reaches = (framework: Framework, { areas, orWorse }: Condition): ReadonlyMap<string, number> =>
  new Map(
    areasOf(framework, areas).flatMap((area): [string, number][] => {
      const worth = worthOfRef(framework, area, orWorse);
      return worth === undefined ? [] : [[area.code, worth]];
    }),
  );

const worthOfRef = ({ scales }: Framework, area: Area, orWorse: Condition['orWorse']): number | undefined => {
  const scale = scales.find(({ code }) => code === area.scale);
  const ref = orWorse.find((other) => other.scale === area.scale);
  return scale && ref && worthIn(scale, area, ref.level);
};

const isBest = ({ scales }: Framework, area: Area, worth: number): boolean => {
  const scale = scales.find(({ code }) => code === area.scale);
  return !!scale && scale.levels.every(({ code }) => (worthIn(scale, area, code) ?? worth) <= worth);
};

const checkReach = (framework: Framework, condition: Condition, at: string): FrameworkMistake[] => {
  const reach = reaches(framework, condition);
  const { atLeast, areas } = condition;
  const idle = areas.filter((code) => framework.areas.some((area) => area.code === code) && !reach.has(code));
  const always = framework.areas.filter((area) => {
    const worth = reach.get(area.code);
    return worth !== undefined && isBest(framework, area, worth);
  });
  const mistakes: FrameworkMistake[] = [];
  if (idle.length > 0)
    mistakes.push({
      path: `${at}.areas`,
      message: `This condition names ${quoted(idle)}, but no level of their scale in 'orWorse', so they never count; add a level, or leave them out.`,
    });
  if (always.length > 0)
    mistakes.push({
      path: `${at}.orWorse`,
      message: `This condition counts every level of ${quoted(always.map(({ code }) => code))}, the best one too, so it says nothing; name a worse level.`,
    });
  if (reach.size < atLeast)
    mistakes.push({
      path: `${at}.atLeast`,
      message: `This condition asks for '${atLeast}' areas and can count '${reach.size}' only, so it never holds; ask for fewer.`,
    });
  return mistakes;
};

const checkCondition = (framework: Framework, condition: Condition, at: string): FrameworkMistake[] => {
  const { areas, orWorse } = condition;
  const mistakes = [
    ...unknownAreas(framework, areas, `${at}.areas`),
    ...repeated(`${at}.areas`, 'In this condition the area', areas),
    ...orWorse.flatMap((ref, i) => unknownLevel(framework, ref, `${at}.orWorse.${i}`)),
    ...repeated(
      `${at}.orWorse`,
      'In this condition the scale',
      orWorse.map(({ scale }) => scale),
    ),
  ];
  return mistakes.length > 0 ? mistakes : checkReach(framework, condition, at);
};

/** Whether the second condition holds whenever the first does. */
const implies = (framework: Framework, first: Condition, second: Condition): boolean => {
  const wider = reaches(framework, second);
  return (
    second.atLeast <= first.atLeast &&
    [...reaches(framework, first)].every(([area, worth]) => (wider.get(area) ?? -Infinity) >= worth)
  );
};

const outdoneBy = (framework: Framework, earlier: Line, later: Line): boolean =>
  earlier.when.every((wide) => later.when.some((narrow) => implies(framework, narrow, wide)));

/** Lines must run from most support to least: only then does a better level never suggest more. */
const checkOrder = ({ categories }: Framework, { lines, otherwise }: Counts): FrameworkMistake[] => {
  const path = 'categorySuggestion';
  const places = [
    ...lines.map(({ category }, i) => ({ at: `${path}.lines.${i}`, category })),
    { at: `${path}.otherwise`, category: otherwise },
  ];
  const known = places.flatMap(({ at, category }) => {
    const found = categories.find(({ code }) => code === category);
    return found ? [{ at, found }] : [];
  });
  return known.flatMap(({ at, found }, i) => {
    const before = known[i - 1]?.found;
    if (!before || before.order <= found.order) return [];
    const message = `This suggests '${found.code}', which has more support than '${before.code}' of the line before; let the lines run from most support to least.`;
    return [{ path: at, message }];
  });
};

/** `counts`: conditions that can hold, lines that can be reached, from most support to least. */
export const checkCounts = (framework: Framework, rule: Counts): FrameworkMistake[] => {
  const inLines = rule.lines.flatMap(({ when }, i) =>
    when.flatMap((condition, k) => checkCondition(framework, condition, `categorySuggestion.lines.${i}.when.${k}`)),
  );
  const unreached = rule.lines.flatMap((line, i) => {
    const first = rule.lines.slice(0, i).findIndex((earlier) => outdoneBy(framework, earlier, line));
    if (first < 0) return [];
    const message = `This line for '${line.category}' is never reached, since categorySuggestion.lines.${first} holds whenever it does; ask for less in it, or leave it out.`;
    return [{ path: `categorySuggestion.lines.${i}`, message }];
  });
  return [...inLines, ...checkOrder(framework, rule), ...(inLines.length === 0 ? unreached : [])];
};
