import type { Area, Framework, Level } from '../../schema/framework';
import type { AreaCode, LevelCode } from '../../schema/ids';
import type { Mark } from '../../schema/card';
import { areasByGroup, levelOf } from '../framework';

export const markOf = ({ name, symbol, tone }: Pick<Level, 'name' | 'symbol' | 'tone'>): Mark => ({
  word: name,
  symbol,
  tone,
});

type Levels = Partial<Record<AreaCode, LevelCode>>;
interface Judged {
  readonly area: Area;
  readonly level: Level;
}

const judgedAreas = (framework: Framework, areas: readonly Area[], levels: Levels): Judged[] =>
  areas.flatMap((area) => {
    const level = levelOf(framework, area, levels[area.code]);
    return level ? [{ area, level }] : [];
  });

/** How many areas stand at each level, the best first, as people read them. */
export const countMarks = (judged: readonly Judged[]): { mark: Mark; count: number }[] => {
  const levels = [...new Map(judged.map(({ level }) => [level.code, level])).values()].sort(
    (a, b) => b.order - a.order,
  );
  return levels.map((level) => ({
    mark: markOf(level),
    count: judged.filter((j) => j.level.code === level.code).length,
  }));
};

export interface LevelSummary {
  readonly counts: { mark: Mark; count: number }[];
  readonly groups: { name: string; counts: { mark: Mark; count: number }[] }[];
  readonly intervention: { area: string; mark: Mark }[];
}

/** The levels of a row in a card's words: per function, and the areas that need intervention by name. */
export const summarise = (framework: Framework, levels: Levels): LevelSummary => {
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
export const changesBetween = (framework: Framework, before: Levels, now: Levels): LevelChange[] =>
  framework.areas
    .flatMap((area): LevelChange[] => {
      const from = levelOf(framework, area, before[area.code]);
      const to = levelOf(framework, area, now[area.code]);
      if (!from || !to || from.code === to.code) return [];
      const direction = to.order > from.order ? 'better' : 'worse';
      return [{ area: area.name, from: markOf(from), to: markOf(to), direction }];
    })
    .sort((a, b) => b.direction.localeCompare(a.direction));
