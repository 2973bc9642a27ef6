import type { Framework } from '../../schema/framework';
import type { AreaCode, LevelCode } from '../../schema/ids';
import { askedModel } from '../asked';
import type { FrameworkMistake } from './mistake';
import { inPlay } from '../inPlay';

/** A stored framework is one list item of at most 60,000 characters, with room for its frame. */
const mostInPack = 55_000;
/** The copy that each record keeps of what was asked: a part of its own 60,000 characters. */
const mostInCopy = 20_000;

const figure = new Intl.NumberFormat('en-GB');

/** The largest copy that a record could have to keep: in each area the level with the longest criteria. */
const longestLevels = ({ areas }: Framework): Partial<Record<AreaCode, LevelCode>> => {
  const chosen: Partial<Record<AreaCode, LevelCode>> = {};
  for (const { code, criteria } of areas) {
    const length = (level: LevelCode) => (criteria[level] ?? []).join('').length;
    const levels = Object.keys(criteria).map((level) => level as LevelCode);
    const longest = levels.sort((a, b) => length(b) - length(a))[0];
    if (longest) chosen[code] = longest;
  }
  return chosen;
};

/** Whether the framework can be stored, and a copy of its areas with every record. */
export const checkSize = (framework: Framework): FrameworkMistake[] => {
  const kpis = framework.areas.flatMap((area) => area.kpis.map(({ code }) => code));
  const pack = JSON.stringify(framework).length;
  const copy = JSON.stringify(askedModel(inPlay(framework), longestLevels(framework), kpis)).length;
  const mistakes: FrameworkMistake[] = [];
  if (pack > mostInPack)
    mistakes.push({
      path: '',
      message: `The framework '${framework.code}' has ${figure.format(pack)} characters without spaces between them; at most ${figure.format(mostInPack)} can be stored, so shorten its texts.`,
    });
  if (copy > mostInCopy)
    mistakes.push({
      path: 'areas',
      message: `The areas of '${framework.code}' with their scales, longest criteria and measures have ${figure.format(copy)} characters, which each record keeps a copy of; at most ${figure.format(mostInCopy)} fit, so shorten the criteria.`,
    });
  return mistakes;
};
