import type { Area, Framework, Level, Scale } from '../schema/framework';
import { ScaleCode } from '../schema/ids';

export const turnedCode = (code: ScaleCode): ScaleCode => ScaleCode.parse(`${code.slice(0, 20)}Turned`);

/** The scale read the other way: each level keeps its name and takes what its opposite means. */
const turned = (scale: Scale): Scale => {
  const byOrder = [...scale.levels].sort((a, b) => a.order - b.order);
  const opposite = (level: Level): Level => byOrder[byOrder.length - 1 - byOrder.indexOf(level)] ?? level;
  const levels = scale.levels.map((level): Level => {
    const { order, tone, symbol, needsIntervention } = opposite(level);
    return { ...level, order, tone, symbol, needsIntervention };
  });
  return { ...scale, code: turnedCode(scale.code), name: `${scale.name} (high is bad)`, levels };
};

const nameOf = (areas: readonly Area[], area: Area): string => {
  const whole = area.within === undefined ? undefined : areas.find(({ code }) => code === area.within);
  return whole ? `${whole.name}: ${area.name}` : area.name;
};

/** An area behind the one that it is a part of. */
const inOrder = (areas: readonly Area[]): Area[] =>
  areas
    .filter((area) => area.within === undefined)
    .flatMap((area) => [area, ...areas.filter(({ within }) => within === area.code)]);

/**
 * A framework as it is judged by: where high is bad, the area is on a turned scale of its own, so that nobody further on
 * has to think of it; a part of an area follows it and carries its name ('Achievement: Mathematics').
 */
export const inPlay = (framework: Framework): Framework => {
  const turnedScales = framework.scales.filter(({ code }) =>
    framework.areas.some((area) => area.highIsBad && area.scale === code),
  );
  const whole = inOrder(framework.areas);
  const areas = whole.map((area) => ({
    ...area,
    name: nameOf(whole, area),
    ...(area.highIsBad && { scale: turnedCode(area.scale), highIsBad: false }),
  }));
  return { ...framework, scales: [...framework.scales, ...turnedScales.map(turned)], areas };
};
