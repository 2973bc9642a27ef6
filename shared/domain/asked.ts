import type { AskedModel } from '../schema/asked';
import type { Area, Framework } from '../schema/framework';
import type { AreaCode, KpiCode, LevelCode } from '../schema/ids';

type Levels = Partial<Record<AreaCode, LevelCode>>;

const askedArea = (area: Area, level: LevelCode | undefined, measured: readonly KpiCode[]): AskedModel['areas'][0] => {
  const { code, name, group, scale, within } = area;
  const criteria = level && area.criteria[level];
  return {
    code,
    name,
    group,
    scale,
    ...(within && { within }),
    criteria: level && criteria ? { [level]: criteria } : {},
    kpis: area.kpis.filter((kpi) => measured.includes(kpi.code)),
  };
};

/**
 * What was asked and how it was judged, as a record keeps it: every area with its scale and function, the criteria of
 * the level that was chosen and the measures that have a value. `framework` is the model as it is in play, with the
 * scales of areas where high is bad already turned round.
 */
export const askedModel = (framework: Framework, levels: Levels, kpiCodes: readonly KpiCode[] = []): AskedModel => ({
  framework: { code: framework.code, version: framework.version },
  frameworkName: framework.name,
  ...(framework.judging && { judging: framework.judging }),
  scales: framework.scales.filter((scale) => framework.areas.some((area) => area.scale === scale.code)),
  groups: framework.groups.filter((group) => framework.areas.some((area) => area.group === group.code)),
  areas: framework.areas.map((area) => askedArea(area, levels[area.code], kpiCodes)),
});
