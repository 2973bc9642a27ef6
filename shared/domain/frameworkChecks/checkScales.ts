import type { Framework, Level, Scale } from '../../schema/framework';
import { Tone } from '../../schema/framework';
import { turnedCode } from '../inPlay';
import type { FrameworkMistake } from './mistake';
import { quoted, repeated } from './mistake';

const tones = Tone.options;

const byOrder = (levels: readonly Level[]): Level[] => [...levels].sort((a, b) => a.order - b.order);

/** A better level must look no worse than the one below it, and need no more help. */
const checkDirection = ({ code, levels }: Scale, path: string): FrameworkMistake[] =>
  byOrder(levels).flatMap((level, i, all) => {
    const below = all[i - 1];
    if (!below) return [];
    const at = `${path}.${levels.indexOf(level)}`;
    const where = `In the scale '${code}' the level '${level.code}' is better than '${below.code}'`;
    const mistakes: FrameworkMistake[] = [];
    if (tones.indexOf(level.tone) < tones.indexOf(below.tone))
      mistakes.push({
        path: `${at}.tone`,
        message: `${where}, yet its tone '${level.tone}' is worse than '${below.tone}'; let the tones rise with the order.`,
      });
    if (level.needsIntervention && !below.needsIntervention)
      mistakes.push({
        path: `${at}.needsIntervention`,
        message: `${where}, yet only '${level.code}' needs intervention; say true for '${below.code}' too, or false here.`,
      });
    return mistakes;
  });

/** The parts of one level stand side by side, or a colour between them would belong to another level. */
const checkSubLevels = ({ code, levels }: Scale, path: string): FrameworkMistake[] => {
  const sorted = byOrder(levels);
  const wholes = [...new Set(levels.flatMap(({ subLevelOf }) => subLevelOf ?? []))];
  return wholes.flatMap((whole) => {
    const places = sorted.flatMap((level, i) => (level.subLevelOf === whole ? [i] : []));
    const at = `${path}.${levels.findIndex(({ subLevelOf }) => subLevelOf === whole)}.subLevelOf`;
    if (places.length === 1)
      return [
        {
          path: at,
          message: `In the scale '${code}' the level '${whole}' has one part only; give it a second one, or leave out 'subLevelOf'.`,
        },
      ];
    if ((places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1) return [];
    return [
      {
        path: at,
        message: `In the scale '${code}' other levels stand between the parts of '${whole}'; give the parts orders that follow each other.`,
      },
    ];
  });
};

const checkScale = (scale: Scale, i: number): FrameworkMistake[] => {
  const { code, levels } = scale;
  const path = `scales.${i}.levels`;
  const alike = (what: string, of: (level: Level) => string | number) =>
    repeated(path, `In the scale '${code}' the ${what}`, levels.map(of));
  const direction = alike('order', ({ order }) => order);
  return [
    ...alike('level code', (level) => level.code),
    ...alike('level name', ({ name }) => name),
    ...direction,
    ...alike('symbol', ({ symbol }) => symbol),
    ...(direction.length === 0 ? [...checkDirection(scale, path), ...checkSubLevels(scale, path)] : []),
  ];
};

const usesOfScale = ({ scales, areas }: Framework): FrameworkMistake[] =>
  scales.flatMap(({ code }, i) =>
    areas.some(({ scale }) => scale === code)
      ? []
      : [
          {
            path: `scales.${i}`,
            message: `The scale '${code}' is used by no area, so none of its levels can be reached; let an area use it, or leave it out.`,
          },
        ],
  );

/** Turned scales are named after their own, with room for eight more letters (`inPlay`). */
const roomToTurn = ({ scales, areas }: Framework): FrameworkMistake[] => {
  const isTurned = ({ code }: Scale) => areas.some((area) => area.highIsBad && area.scale === code);
  const turnedWord = ({ code }: Scale) => turnedCode(code).toLowerCase();
  return scales.flatMap((scale, i) => {
    if (!isTurned(scale)) return [];
    const mistakes: FrameworkMistake[] = [];
    const taken = scales.filter(
      (other) =>
        other.code.toLowerCase() === turnedWord(scale) ||
        (other !== scale && isTurned(other) && turnedWord(other) === turnedWord(scale)),
    );
    if (taken.length > 0)
      mistakes.push({
        path: `scales.${i}.code`,
        message: `The scale '${scale.code}' is turned round for an area where high is bad, and its code is then too like that of ${quoted(taken.map(({ code }) => code))}; choose another code.`,
      });
    if (scale.name.length > 40)
      mistakes.push({
        path: `scales.${i}.name`,
        message: `The name '${scale.name}' is too long for a scale that is turned round; use at most 40 characters.`,
      });
    return mistakes;
  });
};

/** Scales and their levels, and the groups that the areas stand in. */
export const checkScales = (framework: Framework): FrameworkMistake[] => {
  const { scales, groups, areas } = framework;
  return [
    ...repeated(
      'scales',
      'The scale code',
      scales.map(({ code }) => code),
    ),
    ...repeated(
      'scales',
      'The scale name',
      scales.map(({ name }) => name),
    ),
    ...scales.flatMap(checkScale),
    ...usesOfScale(framework),
    ...roomToTurn(framework),
    ...repeated(
      'groups',
      'The group code',
      groups.map(({ code }) => code),
    ),
    ...repeated(
      'groups',
      'The group name',
      groups.map(({ name }) => name),
    ),
    ...groups.flatMap(({ code }, i) =>
      areas.some(({ group }) => group === code)
        ? []
        : [{ path: `groups.${i}`, message: `The group '${code}' has no area; give it one or leave it out.` }],
    ),
  ];
};
