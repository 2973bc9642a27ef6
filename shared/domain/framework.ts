import type { Academy } from '../schema/people';
import type { Area, AreaGroup, Category, Framework, FrameworkRef, Level, Scale } from '../schema/framework';
import type { AreaCode, CategoryCode, GroupCode, LevelCode } from '../schema/ids';

/** An area by its code: of a framework, or of the copy of one that a record keeps. */
export const findArea = <A extends Pick<Area, 'code'>>(
  framework: { readonly areas: readonly A[] },
  code: AreaCode,
): A | undefined => framework.areas.find((area) => area.code === code);

export const findGroup = (framework: Framework, code: GroupCode): AreaGroup | undefined =>
  framework.groups.find((group) => group.code === code);

export const findCategory = (framework: Framework, code: CategoryCode): Category | undefined =>
  framework.categories.find((category) => category.code === code);

type Scales = { readonly scales: readonly Scale[] };
type OnScale = { readonly scale: string };

export const scaleOf = (framework: Scales, area: OnScale): Scale | undefined =>
  framework.scales.find((scale) => scale.code === area.scale);

export const findLevel = (scale: Scale | undefined, code: LevelCode | undefined): Level | undefined =>
  scale?.levels.find((level) => level.code === code);

/** The level of an area by its code, on that area's own scale. */
export const levelOf = (framework: Scales, area: OnScale, code: LevelCode | undefined): Level | undefined =>
  findLevel(scaleOf(framework, area), code);

export const sameFramework = (a: FrameworkRef, b: FrameworkRef): boolean =>
  a.code === b.code && a.version === b.version;

/** Areas that do not apply to an academy: by its phase, or by the trust's word for this academy. */
export const notApplicableTo = (framework: Framework, academy: Academy): AreaCode[] =>
  framework.areas
    .filter((area) => area.notApplicableIn.includes(academy.phase) || academy.notApplicable.includes(area.code))
    .map((area) => area.code);

/** The areas of a framework in the order in which people read them: by function, as the framework lists them. */
export const areasByGroup = <A extends Pick<Area, 'group'>>(framework: {
  readonly groups: readonly AreaGroup[];
  readonly areas: readonly A[];
}): { group: AreaGroup; areas: A[] }[] =>
  framework.groups.map((group) => ({ group, areas: framework.areas.filter((area) => area.group === group.code) }));
