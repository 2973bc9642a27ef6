import type { Area, Framework, FrameworkRef, Level } from '../schema/framework';
import type { AreaCode, LevelCode } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import { findArea, levelOf, sameFramework } from './framework';

/** A level that no stored version of the model explains: shown by its code, with no claim to good or bad. */
const unexplained = (code: LevelCode): Level => ({
  code,
  name: code,
  order: 1,
  tone: 'steady',
  symbol: '?',
  needsIntervention: false,
});

const sameMeaning = (a: Level, b: Level): boolean =>
  a.name === b.name && a.tone === b.tone && a.symbol === b.symbol && a.order === b.order;

export interface JudgedLevel {
  readonly level: Level;
  /** Whether the active model has the same level for this area; only then can two be compared. */
  readonly comparable: boolean;
}

/** A level of a record as the version of the model that it was judged on means it. */
export const judgedLevel = (
  active: Framework,
  frameworks: readonly Framework[],
  judgedOn: FrameworkRef,
  area: Area,
  code: LevelCode,
): JudgedLevel => {
  const today = levelOf(active, area, code);
  if (sameFramework(active, judgedOn) && today) return { level: today, comparable: true };
  const version = frameworks.find((framework) => sameFramework(framework, judgedOn));
  const then = version && findArea(version, area.code);
  const level = (version && then && levelOf(version, then, code)) ?? unexplained(code);
  return { level, comparable: today !== undefined && sameMeaning(today, level) };
};

/** The levels of an earlier record that mean the same in a model: those that may stand beside the levels of today. */
export const comparableLevels = (
  active: Framework,
  frameworks: readonly Framework[],
  row: Pick<ReviewRow, 'framework' | 'levels'>,
): ReviewRow['levels'] => {
  const levels: Partial<Record<AreaCode, LevelCode>> = {};
  for (const area of active.areas) {
    const code = row.levels[area.code];
    if (code && judgedLevel(active, frameworks, row.framework, area, code).comparable) levels[area.code] = code;
  }
  return levels;
};
