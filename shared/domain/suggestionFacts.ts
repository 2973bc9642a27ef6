import type { Area, Framework, Level } from '../schema/framework';
import type { AreaCode, LevelCode, ScaleCode } from '../schema/ids';
import { levelOf } from './framework';
import { turnedCode } from './inPlay';
import { listWords } from './words';

/** An area with the level that it was judged at. */
export interface JudgedArea {
  readonly area: Area;
  readonly level: Level;
}

/** What a rule has to go by: the areas of its scope that apply, judged or by name still to be judged. */
export interface Facts {
  readonly judged: readonly JudgedArea[];
  readonly missing: readonly string[];
}

/** A rule names the scale as it is written; an area where high is bad stands on the turned copy of it. */
export const sameScale = (named: ScaleCode, ofArea: ScaleCode): boolean =>
  named === ofArea || turnedCode(named) === ofArea;

interface Row {
  readonly levels: Readonly<Partial<Record<AreaCode, LevelCode>>>;
  readonly notApplicable: readonly AreaCode[];
}

/** The areas of a scope in the framework's order; a level that the area's scale does not have counts as not judged. */
export const judgedIn = (framework: Framework, scope: readonly AreaCode[], row: Row): Facts => {
  const areas = framework.areas.filter(({ code }) => scope.includes(code) && !row.notApplicable.includes(code));
  const judged = areas.flatMap((area): JudgedArea[] => {
    const level = levelOf(framework, area, row.levels[area.code]);
    return level ? [{ area, level }] : [];
  });
  const missing = areas.filter((area) => !judged.some((each) => each.area.code === area.code)).map(({ name }) => name);
  return { judged, missing };
};

const most = 5;

/** 'a, b and c'; of a long list the first few and how many more. */
export const listSome = (words: readonly string[]): string =>
  words.length <= most + 1 ? listWords(words) : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
