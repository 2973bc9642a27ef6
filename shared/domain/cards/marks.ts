import type { AskedModel } from '../../schema/asked';
import type { Level } from '../../schema/framework';
import type { AreaCode, LevelCode } from '../../schema/ids';
import type { Mark } from '../../schema/card';
import { areasByGroup, levelOf } from '../framework';

export const markOf = ({ name, symbol, tone }: Pick<Level, 'name' | 'symbol' | 'tone'>): Mark => ({
  word: name,
  symbol,
  tone,
});

type Levels = Partial<Record<AreaCode, LevelCode>>;
/** What the levels mean: a framework, or the copy of one that a record keeps. */
type Model = Pick<AskedModel, 'scales' | 'groups' | 'areas'>;
type Area = Model['areas'][number];
interface Judged {
  readonly area: Area;
  readonly level: Level;
}

const judgedAreas = (framework: Model, areas: readonly Area[], levels: Levels): Judged[] =>
  areas.flatMap((area) => {
    const level = levelOf(framework, area, levels[area.code]);
    return level ? [{ area, level }] : [];
  });

/** Levels of several scales that look and read alike are counted as one; the same code on two scales may not be. */
const lookOf = ({ name, symbol, tone }: Level): string => `${name}|${symbol}|${tone}`;

/** How many areas stand at each level, the best first, as people read them. */
export const countMarks = (judged: readonly { readonly level: Level }[]): { mark: Mark; count: number }[] => {
  const levels = [...new Map(judged.map(({ level }) => [lookOf(level), level])).values()].sort(
    (a, b) => b.order - a.order,
  );
  return levels.map((level) => ({
    mark: markOf(level),
    count: judged.filter((j) => lookOf(j.level) === lookOf(level)).length,
  }));
};

export interface LevelSummary {
  readonly counts: { mark: Mark; count: number }[];
  readonly groups: { name: string; counts: { mark: Mark; count: number }[] }[];
  readonly intervention: { area: string; mark: Mark }[];
}

/** The levels of a row in a card's words: per function, and the areas that need intervention by name. */
export const summarise = (framework: Model, levels: Levels): LevelSummary => {
  const all = areasByGroup(framework).map(({ group, areas }) => ({
    name: group.name,
    judged: judgedAreas(framework, areas, levels),
  }));
  const judged = all.flatMap((group) => group.judged);
  return {
    counts: countMarks(judged),
    groups: all.filter((g) => g.judged.length > 0).map((g) => ({ name: g.name, counts: countMarks(g.judged) })),
    intervention: judged
      .filter(({ level }) => level.needsIntervention)
      .map(({ area, level }) => ({ area: area.name, mark: markOf(level) })),
  };
};

export interface LevelChange {
  readonly area: string;
  readonly from: Mark;
  readonly to: Mark;
  readonly direction: 'better' | 'worse';
}

/** What is not as it was, worse first. */
export const changesBetween = (framework: Model, before: Levels, now: Levels): LevelChange[] =>
  framework.areas
    .flatMap((area): LevelChange[] => {
      const from = levelOf(framework, area, before[area.code]);
      const to = levelOf(framework, area, now[area.code]);
      if (!from || !to || from.code === to.code) return [];
      const direction = to.order > from.order ? 'better' : 'worse';
      return [{ area: area.name, from: markOf(from), to: markOf(to), direction }];
    })
    .sort((a, b) => b.direction.localeCompare(a.direction));
