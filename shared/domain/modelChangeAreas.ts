import type { Area, Framework, Level, Scale } from '../schema/framework';
import { findGroup, scaleOf } from './framework';
import {
  about,
  changedIn,
  namesOf,
  pairedByCode,
  quoted,
  renamedLines,
  type Paired,
  type Sentences,
} from './modelDifference';

const scaleName = (framework: Framework, area: Area): string => quoted(scaleOf(framework, area)?.name ?? area.scale);
const groupName = (framework: Framework, { group }: Area): string => quoted(findGroup(framework, group)?.name ?? group);

/** What happens to one area that both versions have, besides its name. */
const areaLines = (from: Framework, to: Framework, [before, after]: readonly [Area, Area]): string[] => {
  const name = quoted(after.name);
  const rescaled = before.scale !== after.scale;
  const regrouped = before.group !== after.group;
  const turned = before.highIsBad !== after.highIsBad;
  return [
    ...(rescaled ? [`${name} is judged on ${scaleName(to, after)} instead of ${scaleName(from, before)}.`] : []),
    ...(regrouped ? [`${name} moves from ${groupName(from, before)} to ${groupName(to, after)}.`] : []),
    ...(turned ? [`A high level of ${name} is now ${after.highIsBad ? 'bad' : 'good'}.`] : []),
  ];
};

/** Areas that are judged or no longer judged, and what they are judged on. */
export const areaChanges = (from: Framework, to: Framework): Sentences => {
  const { added, removed, both } = pairedByCode(from.areas, to.areas);
  const applying = changedIn(both, ({ notApplicableIn, within }) => [notApplicableIn, within]);
  return {
    title: 'Areas',
    lines: [
      ...about(added, (areas) => `New: ${namesOf(areas)}.`),
      ...about(removed, (areas) => `No longer judged: ${namesOf(areas)}.`),
      ...renamedLines(both),
      ...both.flatMap((pair) => areaLines(from, to, pair)),
      ...about(
        applying,
        (areas) => `To which academies it applies, or of what it is a part, differs: ${namesOf(areas)}.`,
      ),
      ...about(
        changedIn(both, ({ criteria }) => criteria),
        (areas) => `Other descriptors: ${namesOf(areas)}.`,
      ),
    ],
  };
};

const inOrder = (levels: readonly Level[]): string[] =>
  [...levels].sort((a, b) => a.order - b.order).map(({ code }) => code);

const orderLine = (name: string, both: Paired<Level>['both']): string[] => {
  const [before, after] = [both.map(([level]) => level), both.map(([, level]) => level)];
  return inOrder(before).join() === inOrder(after).join() ? [] : [`The levels of ${name} stand in another order.`];
};

const scaleLines = ([before, after]: readonly [Scale, Scale]): string[] => {
  const name = quoted(after.name);
  const { added, removed, both } = pairedByCode(before.levels, after.levels);
  const meant = changedIn(both, (level) => [level.name, level.tone, level.symbol, level.order]);
  return [
    ...about(added, (levels) => `New on ${name}: ${namesOf(levels)}.`),
    ...about(removed, (levels) => `No longer on ${name}: ${namesOf(levels)}.`),
    ...renamedLines(both),
    ...about(
      changedIn(both, ({ tone, symbol }) => [tone, symbol]),
      (levels) => `Another colour or symbol: ${namesOf(levels)}.`,
    ),
    ...about(
      changedIn(both, (level) => level.needsIntervention),
      (levels) => `Whether intervention is needed differs: ${namesOf(levels)}.`,
    ),
    ...orderLine(name, both),
    ...about(
      meant,
      (levels) => `Not compared with judgements before, because it means something else now: ${namesOf(levels)}.`,
    ),
  ];
};

const used = ({ scales, areas }: Framework): Scale[] =>
  scales.filter(({ code }) => areas.some(({ scale }) => scale === code));

/** Levels of the scales that areas are judged on in both versions. */
export const levelChanges = (from: Framework, to: Framework): Sentences => ({
  title: 'Levels',
  lines: pairedByCode(used(from), used(to)).both.flatMap(scaleLines),
});

const kpisOf = ({ areas }: Framework) => areas.flatMap(({ kpis }) => kpis);

/** Measures and the bands that suggest a level. */
export const measureChanges = (from: Framework, to: Framework): Sentences => {
  const { added, removed, both } = pairedByCode(kpisOf(from), kpisOf(to));
  const bands = changedIn(both, (kpi) => [kpi.bands, kpi.inTwoBands, kpi.better]);
  return {
    title: 'Measures',
    lines: [
      ...about(added, (kpis) => `New: ${namesOf(kpis)}.`),
      ...about(removed, (kpis) => `No longer measured: ${namesOf(kpis)}.`),
      ...renamedLines(both),
      ...about(bands, (kpis) => `Other bands, which may suggest other levels: ${namesOf(kpis)}.`),
      ...about(
        changedIn(both, ({ unit }) => unit),
        (kpis) => `Another unit, so please check its values: ${namesOf(kpis)}.`,
      ),
    ],
  };
};
