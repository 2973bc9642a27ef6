import type { Category, Framework } from '../schema/framework';
import type { AreaCode, CategoryCode, GroupCode } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import type { CadenceWhen, Entitlement } from '../schema/support';
import { findCategory } from './framework';
import { judgedLevel } from './judgedLevel';
import { comparePeriods } from './periods';

interface Walk {
  readonly framework: Framework;
  /** The categories on the way to this one, so that a loop in the data ends. */
  readonly path: readonly CategoryCode[];
}

/** Puts a category in front of everything that it includes; whatever was met before stays where it is. */
const withIncluded = (walk: Walk, found: readonly Category[], code: CategoryCode): readonly Category[] => {
  const category = findCategory(walk.framework, code);
  const known = walk.path.includes(code) || found.some((met) => met.code === code);
  if (!category || known) return found;
  const inner = { ...walk, path: [...walk.path, code] };
  const rest = category.includes.reduceRight((met, included) => withIncluded(inner, met, included), found);
  return [category, ...rest];
};

/**
 * The support that a category brings: its own, then that of the categories it includes, each code once. A category's
 * own figures win over those of a category that it includes; of two unrelated ones the first named wins.
 */
export const entitlementsOf = (framework: Framework, category: CategoryCode): Entitlement[] => {
  const all = withIncluded({ framework, path: [] }, [], category).flatMap(({ support }) => support);
  return all.filter((item, at) => all.findIndex(({ code }) => code === item.code) === at);
};

/** What is weak: the areas at a level that needs intervention, and the groups with such an area. */
export interface Weak {
  readonly areas: readonly AreaCode[];
  readonly groups: readonly GroupCode[];
}

/**
 * What is weak by the latest judgement of each area, each read as the model it was made on meant it. An area that the
 * latest record to name it calls not applicable is not weak.
 */
export const weakIn = (framework: Framework, frameworks: readonly Framework[], records: readonly ReviewRow[]): Weak => {
  const latestFirst = records
    .filter((record) => record.framework.code === framework.code)
    .sort((a, b) => comparePeriods(b, a));
  const weak = framework.areas.filter((area) => {
    const names = (record: ReviewRow) => record.notApplicable.includes(area.code) || area.code in record.levels;
    const record = latestFirst.find(names);
    const level = record && !record.notApplicable.includes(area.code) ? record.levels[area.code] : undefined;
    return record && level && judgedLevel(framework, frameworks, record.framework, area, level).level.needsIntervention;
  });
  return { areas: weak.map(({ code }) => code), groups: [...new Set(weak.map(({ group }) => group))] };
};

const fits = ({ weakAreas, weakGroups }: CadenceWhen, weak: Weak): boolean =>
  weakAreas.some((area) => weak.areas.includes(area)) || weakGroups.some((group) => weak.groups.includes(group));

/** The line for weak areas that is in force, if any: the first one that fits. */
export const lineInForce = ({ when }: Pick<Entitlement, 'when'>, weak: Weak): CadenceWhen | undefined =>
  when.find((line) => fits(line, weak));

export type Figures = Pick<Entitlement, 'cadence' | 'days'>;

/** How often and how many days, as things stand: what the line in force leaves out stays as it usually is. */
export const figuresInForce = (entitlement: Entitlement, weak: Weak): Figures => {
  const line = lineInForce(entitlement, weak);
  const cadence = line?.cadence ?? entitlement.cadence;
  const days = line?.days ?? entitlement.days;
  return { ...(cadence && { cadence }), ...(days && { days }) };
};
