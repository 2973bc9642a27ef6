import type { Area, Framework, Kpi, Scale } from '../../schema/framework';
import { Phase } from '../../schema/framework';
import { checkBands } from './checkBands';
import type { FrameworkMistake } from './mistake';
import { quoted, repeated, sameWord, unknownReference } from './mistake';

/** How good each level of a scale is for an area: where high is bad, its order is turned round. */
export const worthIn = (scale: Scale, { highIsBad }: Pick<Area, 'highIsBad'>, code: string): number | undefined => {
  const level = scale.levels.find((other) => other.code === code);
  return level && (highIsBad ? -level.order : level.order);
};

/** A level that a scale does not have, with those it has. */
export const checkLevelOf = (scale: Scale, level: string, path: string, what: string): FrameworkMistake[] =>
  scale.levels.some(({ code }) => code === level)
    ? []
    : [
        {
          path,
          message: `${what} names the level '${level}', which the scale '${scale.code}' does not have; it has ${quoted(scale.levels.map((l) => l.code))}.`,
        },
      ];

const checkKpi = (kpi: Kpi, area: Area, scale: Scale, path: string): FrameworkMistake[] => {
  const { code, bands, better, inTwoBands, unit } = kpi;
  const known = bands.flatMap((band) => {
    const rank = worthIn(scale, area, band.level);
    return rank === undefined ? [] : [{ band, rank, leadsTo: `level '${band.level}'` }];
  });
  const unknown = bands.flatMap(({ level, words }, i) =>
    checkLevelOf(scale, level, `${path}.bands.${i}.level`, `The band '${words}' of the KPI '${code}'`),
  );
  if (unknown.length > 0) return unknown;
  const whose = `The bands of the KPI '${code}'`;
  return checkBands({
    path: `${path}.bands`,
    whose,
    bands: known,
    better,
    inTwoBands,
    negative: unit === 'pounds',
  });
};

const checkWithin = ({ areas }: Framework, area: Area, path: string): FrameworkMistake[] => {
  if (area.within === undefined) return [];
  const whole = areas.find(({ code }) => code === area.within);
  const at = `${path}.within`;
  if (!whole)
    return unknownReference({
      path: at,
      says: `The area '${area.code}' is a part of`,
      kind: 'area',
      to: area.within,
      among: areas,
    });
  if (whole === area)
    return [{ path: at, message: `The area '${area.code}' is a part of itself; leave out 'within'.` }];
  if (whole.within !== undefined)
    return [
      {
        path: at,
        message: `The area '${area.code}' is a part of '${whole.code}', which is itself a part of '${whole.within}'; areas have parts one level deep, so name '${whole.within}' instead.`,
      },
    ];
  const mistakes: FrameworkMistake[] = [];
  if (whole.group !== area.group)
    mistakes.push({
      path: `${path}.group`,
      message: `The area '${area.code}' is a part of '${whole.code}' and must stand in the same group; say '${whole.group}' instead of '${area.group}'.`,
    });
  if (whole.name.length + area.name.length + 2 > 80)
    mistakes.push({
      path: `${path}.name`,
      message: `The names '${whole.name}' and '${area.name}' are shown together and are too long for that; use at most 78 characters for both.`,
    });
  return mistakes;
};

const checkPhases = ({ code, notApplicableIn }: Area, path: string): FrameworkMistake[] => [
  ...repeated(`${path}.notApplicableIn`, `In the area '${code}' the phase`, notApplicableIn),
  ...(Phase.options.every((phase) => notApplicableIn.includes(phase))
    ? [
        {
          path: `${path}.notApplicableIn`,
          message: `The area '${code}' applies in no phase, so nobody can be judged on it; leave out a phase, or the area.`,
        },
      ]
    : []),
];

const checkArea = (framework: Framework, area: Area, i: number): FrameworkMistake[] => {
  const path = `areas.${i}`;
  const says = `The area '${area.code}'`;
  const { groups, scales } = framework;
  const scale = scales.find(({ code }) => code === area.scale);
  return [
    ...unknownReference({
      path: `${path}.group`,
      says: `${says} belongs to`,
      kind: 'group',
      to: area.group,
      among: groups,
    }),
    ...unknownReference({
      path: `${path}.scale`,
      says: `${says} is judged on`,
      kind: 'scale',
      to: area.scale,
      among: scales,
    }),
    ...checkWithin(framework, area, path),
    ...checkPhases(area, path),
    ...(scale
      ? Object.keys(area.criteria).flatMap((level) =>
          checkLevelOf(scale, level, `${path}.criteria.${level}`, `A criterion of the area '${area.code}'`),
        )
      : []),
    ...(scale ? area.kpis.flatMap((kpi, k) => checkKpi(kpi, area, scale, `${path}.kpis.${k}`)) : []),
  ];
};

/** KPI values of a review are kept by KPI code alone, so a code may be used once in the whole framework. */
const checkKpiCodes = ({ areas }: Framework): FrameworkMistake[] => {
  const places = areas.flatMap((area, i) => area.kpis.map(({ code }, k) => ({ code, path: `areas.${i}.kpis.${k}` })));
  return places.flatMap(({ code, path }, i) => {
    const first = places.findIndex((place) => sameWord(place.code, code));
    if (first === i) return [];
    const message = `The KPI code '${code}' is already used at ${places[first]?.path}; KPI codes are unique in the whole framework.`;
    return [{ path, message }];
  });
};

/** Parts of different areas, and areas of different groups, may share a name: it is always read with the other's. */
const checkNames = ({ areas }: Framework): FrameworkMistake[] =>
  areas.flatMap(({ name, group, within }, i) => {
    const first = areas.findIndex(
      (other) => other.group === group && other.within === within && sameWord(other.name, name),
    );
    if (first === i) return [];
    const message = `The area name '${name}' is already used at areas.${first}; choose another.`;
    return [{ path: `areas.${i}`, message }];
  });

const checkKpiNames = ({ areas }: Framework): FrameworkMistake[] =>
  areas.flatMap(({ code, kpis }, i) =>
    repeated(
      `areas.${i}.kpis`,
      `In the area '${code}' the KPI name`,
      kpis.map(({ name }) => name),
    ),
  );

/** What is judged: the areas with their criteria, measures and parts. */
export const checkAreas = (framework: Framework): FrameworkMistake[] => [
  ...repeated(
    'areas',
    'The area code',
    framework.areas.map(({ code }) => code),
  ),
  ...checkNames(framework),
  ...framework.areas.flatMap((area, i) => checkArea(framework, area, i)),
  ...checkKpiCodes(framework),
  ...checkKpiNames(framework),
];
