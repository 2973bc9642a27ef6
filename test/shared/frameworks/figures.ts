import type { Area, Category, Framework } from '../../../shared/schema/framework';
import type { Cadence, DayAllowance, Entitlement } from '../../../shared/schema/support';

/** What the tests of the packs compare: one short line for each item of support, written like the source's figures. */
const cadenceLine = (cadence: Cadence): string => {
  if ('everyWeeks' in cadence) return `every ${cadence.everyWeeks} weeks`;
  if ('everyYears' in cadence) return `every ${cadence.everyYears} years`;
  return `${cadence.times} a ${cadence.per}`;
};
const daysLine = ({ amount, per, upTo }: DayAllowance): string => `${upTo ? 'up to ' : ''}${amount} days a ${per}`;

/** 'every 1 weeks, 30 minutes, by HR team'; empty where the source names neither figure nor leader. */
export const figuresOf = ({ cadence, days, minutes, ledBy, onRequest }: Entitlement): string =>
  [
    ...(cadence ? [cadenceLine(cadence)] : []),
    ...(days ? [daysLine(days)] : []),
    ...(minutes ? [`${minutes} minutes`] : []),
    ...(ledBy ? [`by ${ledBy}`] : []),
    ...(onRequest ? ['on request'] : []),
  ].join(', ');

export const categoryIn = (framework: Framework, code: string): Category => {
  const category = framework.categories.find((each) => each.code === code);
  if (!category) throw new Error(`No category ${code}`);
  return category;
};

/** The figures of a category's own items of support, by their codes, in the pack's order. */
export const supportFigures = (framework: Framework, code: string): [string, string][] =>
  categoryIn(framework, code).support.map((item) => [item.code, figuresOf(item)]);

export const areaIn = (framework: Framework, code: string): Area => {
  const area = framework.areas.find((each) => each.code === code);
  if (!area) throw new Error(`No area ${code}`);
  return area;
};

/** The levels of every scale from worst to best: name, tone, symbol, and whether it needs intervention. */
export const scalesIn = (framework: Framework) =>
  framework.scales.map(({ name, levels }) => [
    name,
    [...levels]
      .sort((a, b) => a.order - b.order)
      .map((level) => [level.name, level.tone, level.symbol, level.needsIntervention]),
  ]);
