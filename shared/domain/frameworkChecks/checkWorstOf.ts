import type { Area, Framework, Scale } from '../../schema/framework';
import type { CategorySuggestion } from '../../schema/suggestion';
import { checkLevelOf, worthIn } from './checkAreas';
import type { FrameworkMistake } from './mistake';
import { unknownReference } from './mistake';

const path = 'categorySuggestion';

/** Areas named by a rule; all of them where it names none. */
export const areasOf = ({ areas }: Framework, named: readonly string[]): Area[] =>
  named.length === 0 ? areas : areas.filter(({ code }) => named.includes(code));

export const unknownAreas = ({ areas }: Framework, named: readonly string[], at: string): FrameworkMistake[] =>
  named.flatMap((to, i) =>
    unknownReference({ path: `${at}.${i}`, says: 'The rule looks at', kind: 'area', to, among: areas }),
  );

/** A scale and a level that a rule names. */
export const unknownLevel = (
  { scales }: Framework,
  { scale: to, level }: { readonly scale: string; readonly level: string },
  at: string,
): FrameworkMistake[] => {
  const scale = scales.find(({ code }) => code === to);
  if (!scale)
    return unknownReference({ path: `${at}.scale`, says: 'The rule looks at', kind: 'scale', to, among: scales });
  return checkLevelOf(scale, level, `${at}.level`, 'The rule');
};

type WorstOf = Extract<CategorySuggestion, { rule: 'worstOf' }>;

const checkLines = (framework: Framework, rule: WorstOf): FrameworkMistake[] =>
  rule.levels.flatMap((line, i) => {
    const at = `${path}.levels.${i}`;
    const first = rule.levels.findIndex(({ scale, level }) => scale === line.scale && level === line.level);
    const used = areasOf(framework, rule.areas).some(({ scale }) => scale === line.scale);
    const name = `The level '${line.level}' of the scale '${line.scale}'`;
    const mistakes = unknownLevel(framework, line, at);
    if (mistakes.length > 0) return mistakes;
    if (first !== i)
      return [{ path: at, message: `${name} already has a category at ${path}.levels.${first}; keep one of them.` }];
    const message = `${name} is never met, since the rule looks at no area on this scale; leave the line out, or name such an area.`;
    return used ? [] : [{ path: at, message }];
  });

const missingLines = (scale: Scale, rule: WorstOf): FrameworkMistake[] =>
  scale.levels
    .filter(({ code }) => !rule.levels.some((line) => line.scale === scale.code && line.level === code))
    .map(({ code }) => ({
      path: `${path}.levels`,
      message: `The level '${code}' of the scale '${scale.code}' suggests no category; add a line for it.`,
    }));

/** From worst to best, as this area reads the scale, the category must not ask for more support again. */
const checkRising = (framework: Framework, rule: WorstOf, scale: Scale, highIsBad: boolean): FrameworkMistake[] => {
  const lines = rule.levels
    .flatMap((line, i) => {
      const worth = worthIn(scale, { highIsBad }, line.level);
      const category = framework.categories.find(({ code }) => code === line.category);
      return line.scale === scale.code && worth !== undefined && category ? [{ line, i, worth, category }] : [];
    })
    .sort((a, b) => a.worth - b.worth);
  return lines.flatMap(({ line, i, worth, category }, k) => {
    const before = lines[k - 1];
    if (!before || before.worth === worth || before.category.order <= category.order) return [];
    const why = highIsBad ? ' where high is bad' : '';
    const message = `The level '${line.level}' is better than '${before.line.level}'${why}, yet suggests '${category.code}', which has more support than '${before.category.code}'; exchange their categories${highIsBad ? ', or give these areas a scale of their own' : ''}.`;
    return [{ path: `${path}.levels.${i}`, message }];
  });
};

/** `worstOf`: a line for every level that can be met, and a better level never with more support. */
export const checkWorstOf = (framework: Framework, rule: WorstOf): FrameworkMistake[] => {
  const scope = areasOf(framework, rule.areas);
  const scales = framework.scales.filter(({ code }) => scope.some(({ scale }) => scale === code));
  return [
    ...unknownAreas(framework, rule.areas, `${path}.areas`),
    ...checkLines(framework, rule),
    ...scales.flatMap((scale) => missingLines(scale, rule)),
    ...scales.flatMap((scale) =>
      [false, true].flatMap((highIsBad) =>
        scope.some((area) => area.scale === scale.code && area.highIsBad === highIsBad)
          ? checkRising(framework, rule, scale, highIsBad)
          : [],
      ),
    ),
  ];
};
