import { inPlay } from '../../../shared/domain/inPlay';
import type { Framework } from '../../../shared/schema/framework';
import { line } from './columns';
import type { Column } from './columns';

const areaPrefix = 'Area';

/** The column of an area: its code's first letter becomes a capital, so no two codes share one. */
export const areaColumnName = (area: string): string =>
  `${areaPrefix}${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;

export const isAreaColumn = (name: string): boolean => /^Area[A-Z][A-Za-z0-9]*$/.test(name);

interface NamedArea {
  readonly code: string;
  /** With the name of the area that it is a part of. */
  readonly name: string;
  readonly framework: string;
}

/** One for each code: as the framework that was given last calls it. */
const areasOf = (frameworks: readonly Framework[]): readonly NamedArea[] => [
  ...new Map(
    frameworks.flatMap((framework) =>
      inPlay(framework).areas.map(({ code, name }) => [code, { code, name, framework: framework.name }] as const),
    ),
  ).values(),
];

/** One column for each area that any of the frameworks judges; areas of one name carry their framework's too. */
export const areaColumnsOf = (frameworks: readonly Framework[]): readonly Column[] => {
  const areas = areasOf(frameworks);
  const plain = (name: string): string => name.toLowerCase();
  const isAlone = (name: string): boolean => areas.filter((other) => plain(other.name) === plain(name)).length === 1;
  return areas.map(({ code, name, framework }) =>
    line(areaColumnName(code), isAlone(name) ? name : `${name} (${framework})`),
  );
};
