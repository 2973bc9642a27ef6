import type { Area, Category, Framework, Kpi, Scale } from '../schema/framework';
import { bandGaps } from './bandGaps';
import { listWords } from './words';

/** What is wrong with a framework: the place in its document (`areas.3.kpis.0`), and a sentence that says how to mend it. */
export interface FrameworkMistake {
  readonly path: string;
  readonly message: string;
}

const quoted = (codes: readonly string[]): string => listWords(codes.map((code) => `'${code}'`)) || 'none';

/** Things of one kind that must differ in `value`; SharePoint's column names do not tell capitals from small letters. */
const repeated = (path: string, what: string, values: readonly (string | number)[]): FrameworkMistake[] =>
  values.flatMap((value, i) => {
    const first = values.findIndex((other) => String(other).toLowerCase() === String(value).toLowerCase());
    if (first === i) return [];
    return [
      { path: `${path}.${i}`, message: `${what} '${value}' is already used at ${path}.${first}; choose another.` },
    ];
  });

const checkScale = ({ code, levels }: Scale, i: number): FrameworkMistake[] => {
  const path = `scales.${i}.levels`;
  return [
    ...repeated(
      path,
      `In the scale '${code}' the level code`,
      levels.map((level) => level.code),
    ),
    ...repeated(
      path,
      `In the scale '${code}' the level name`,
      levels.map((level) => level.name),
    ),
    ...repeated(
      path,
      `In the scale '${code}' the order`,
      levels.map((level) => level.order),
    ),
    ...repeated(
      path,
      `In the scale '${code}' the symbol`,
      levels.map((level) => level.symbol),
    ),
  ];
};

const checkLevelOf = (scale: Scale, level: string, path: string, what: string): FrameworkMistake[] =>
  scale.levels.some(({ code }) => code === level)
    ? []
    : [
        {
          path,
          message: `${what} names the level '${level}', which the scale '${scale.code}' does not have; it has ${quoted(scale.levels.map((l) => l.code))}.`,
        },
      ];

const checkKpi = (kpi: Kpi, scale: Scale, path: string): FrameworkMistake[] => [
  ...kpi.bands.flatMap(({ level, words }, i) =>
    checkLevelOf(scale, level, `${path}.bands.${i}.level`, `The band '${words}' of the KPI '${kpi.code}'`),
  ),
  ...bandGaps(kpi.bands).map((gap) => ({
    path: `${path}.bands`,
    message: `The bands of the KPI '${kpi.code}': ${gap}`,
  })),
];

const checkArea = (framework: Framework, area: Area, i: number): FrameworkMistake[] => {
  const path = `areas.${i}`;
  const scale = framework.scales.find(({ code }) => code === area.scale);
  const mistakes: FrameworkMistake[] = [];
  if (!framework.groups.some(({ code }) => code === area.group))
    mistakes.push({
      path: `${path}.group`,
      message: `The area '${area.code}' belongs to the group '${area.group}', which does not exist; the groups are ${quoted(framework.groups.map((g) => g.code))}.`,
    });
  if (!scale)
    return [
      ...mistakes,
      {
        path: `${path}.scale`,
        message: `The area '${area.code}' is judged on the scale '${area.scale}', which does not exist; the scales are ${quoted(framework.scales.map((s) => s.code))}.`,
      },
    ];
  return [
    ...mistakes,
    ...Object.keys(area.criteria).flatMap((level) =>
      checkLevelOf(scale, level, `${path}.criteria.${level}`, `A criterion of the area '${area.code}'`),
    ),
    ...area.kpis.flatMap((kpi, k) => checkKpi(kpi, scale, `${path}.kpis.${k}`)),
  ];
};

/** KPI values of a review are kept by KPI code alone, so a code may be used once in the whole framework. */
const checkKpiCodes = ({ areas }: Framework): FrameworkMistake[] => {
  const places = areas.flatMap((area, i) => area.kpis.map(({ code }, k) => ({ code, path: `areas.${i}.kpis.${k}` })));
  return places.flatMap(({ code, path }, i) => {
    const first = places.findIndex((place) => place.code.toLowerCase() === code.toLowerCase());
    if (first === i) return [];
    const message = `The KPI code '${code}' is already used at ${places[first]?.path}; KPI codes are unique in the whole framework.`;
    return [{ path, message }];
  });
};

const checkCategory = ({ code, support }: Category, i: number): FrameworkMistake[] =>
  support.flatMap((item, s) => {
    const first = support.findIndex(({ strand, text }) => strand === item.strand && text === item.text);
    if (first === s) return [];
    const message = `The category '${code}' lists the support '${item.text}' twice; keep one of them.`;
    return [{ path: `categories.${i}.support.${s}`, message }];
  });

const checkCategories = ({ categories, scales }: Framework): FrameworkMistake[] => [
  ...repeated(
    'categories',
    'The category code',
    categories.map((category) => category.code),
  ),
  ...repeated(
    'categories',
    'The category name',
    categories.map((category) => category.name),
  ),
  ...repeated(
    'categories',
    'The order',
    categories.map((category) => category.order),
  ),
  ...repeated(
    'categories',
    'The symbol',
    categories.map((category) => category.symbol),
  ),
  ...categories.flatMap(({ code, symbol }, i) =>
    scales.some(({ levels }) => levels.some((level) => level.symbol === symbol))
      ? [
          {
            path: `categories.${i}.symbol`,
            message: `The category '${code}' has the symbol '${symbol}' of a level; choose another.`,
          },
        ]
      : [],
  ),
  ...categories.flatMap(checkCategory),
];

const checkRoute = ({ categoryRoute: { steps, proposers, proposerMayApprove } }: Framework): FrameworkMistake[] => {
  const last = steps.at(-1);
  const mistakes = repeated('categoryRoute.proposers', 'The proposer', proposers);
  if (last?.kind === 'discuss')
    mistakes.push({
      path: `categoryRoute.steps.${steps.length - 1}`,
      message: `The route ends with the step 'discuss', which decides nothing; let it end with 'approve' or 'confirm'.`,
    });
  steps.slice(0, -1).forEach(({ kind }, i) => {
    if (kind === 'confirm')
      mistakes.push({
        path: `categoryRoute.steps.${i}`,
        message: `The step 'confirm' makes a change final, yet another step follows; let it be the last.`,
      });
  });
  if (proposerMayApprove && last?.kind !== 'confirm')
    mistakes.push({
      path: 'categoryRoute.proposerMayApprove',
      message: `Proposers may approve their own proposal, yet nobody confirms it; end the route with 'confirm' or say false.`,
    });
  return mistakes;
};

/**
 * What the schema cannot see: references that lead nowhere, codes used twice, KPI values that no band holds, a route
 * that decides nothing. An empty answer means that the framework can be used.
 */
export const checkFramework = (framework: Framework): readonly FrameworkMistake[] => [
  ...repeated(
    'scales',
    'The scale code',
    framework.scales.map((scale) => scale.code),
  ),
  ...framework.scales.flatMap(checkScale),
  ...repeated(
    'groups',
    'The group code',
    framework.groups.map((group) => group.code),
  ),
  ...framework.groups.flatMap(({ code }, i) =>
    framework.areas.some(({ group }) => group === code)
      ? []
      : [{ path: `groups.${i}`, message: `The group '${code}' has no area; give it one or leave it out.` }],
  ),
  ...repeated(
    'areas',
    'The area code',
    framework.areas.map((area) => area.code),
  ),
  ...framework.areas.flatMap((area, i) => checkArea(framework, area, i)),
  ...checkKpiCodes(framework),
  ...checkCategories(framework),
  ...checkRoute(framework),
];
