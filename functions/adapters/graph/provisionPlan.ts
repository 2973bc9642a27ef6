import type { Framework } from '../../../shared/schema/framework';
import { count } from '../../../shared/domain/words';
import { kinds } from '../aggregates';
import { areaColumnsOf } from './areaColumns';
import type { GraphClient } from './client';
import type { Column } from './columns';
import { fixedColumns, lists } from './lists';
import { isLine, isOfType, lackOf, readColumns } from './presentColumns';
import type { Lack, PresentColumn, PresentColumns } from './presentColumns';
import type { Site } from './site';

/** One thing that is missing and can be made; nothing here takes anything away. */
export type Step =
  | {
      readonly do: 'makeList';
      readonly title: string;
      readonly description: string;
      readonly columns: readonly Column[];
    }
  | { readonly do: 'makeColumn'; readonly title: string; readonly list: string; readonly column: Column }
  | {
      readonly do: 'complete';
      readonly title: string;
      readonly list: string;
      readonly column: PresentColumn;
      readonly lack: Lack;
    };

/** What one list needs. Where there are problems, somebody has to put them right in SharePoint first. */
export interface ListPlan {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly problems: readonly string[];
}

/** What SharePoint takes (facts 1.3). */
const mostIndexes = 20;
/** It is reported to take some 270 single lines of text in a list; room is left for the trust's own. */
const mostLines = 250;

interface Wanted {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
}

export const wantedLists = (frameworks: readonly Framework[]): readonly Wanted[] =>
  kinds.map((kind) => {
    const { title, description, areaColumns } = lists[kind];
    return { title, description, columns: [...fixedColumns(kind), ...(areaColumns ? areaColumnsOf(frameworks) : [])] };
  });

/** No two columns of a list are called alike: a later one carries its internal name too. */
const calledApart = (wanted: readonly Column[], present: PresentColumns): readonly Column[] => {
  const taken = new Set([...present.values(), { displayName: 'Title' }].map((each) => each.displayName.toLowerCase()));
  return wanted.map((column) => {
    if (present.has(column.name)) return column;
    const displayName = taken.has(column.displayName.toLowerCase())
      ? `${column.displayName} (${column.name})`
      : column.displayName;
    taken.add(displayName.toLowerCase());
    return { ...column, displayName };
  });
};

const isIndexed = ({ indexed, unique }: Column): boolean => Boolean(indexed ?? unique);

const wrongKinds = (title: string, columns: readonly Column[], present: PresentColumns): readonly string[] =>
  columns.flatMap((column) => {
    const there = present.get(column.name);
    return there === undefined || isOfType(there, column)
      ? []
      : [
          `Not right: the column ${column.name} of the list ${title} is of another kind than Assured needs. ` +
            'Please remove that column in SharePoint, after keeping a copy of what it holds, then run this again.',
        ];
  });

const tooManyIndexes = (title: string, columns: readonly Column[], present: PresentColumns): readonly string[] => {
  const there = [...present.values()].filter(({ indexed }) => indexed).length;
  const missing = columns.filter((column) => isIndexed(column) && !present.get(column.name)?.indexed);
  if (there + missing.length <= mostIndexes) return [];
  return [
    `Not right: the list ${title} has ${count(there, 'indexed column')}, Assured needs ${missing.length} more ` +
      `(${missing.map(({ displayName }) => displayName).join(', ')}), and SharePoint takes ${mostIndexes} in a list. ` +
      `Please remove ${count(there + missing.length - mostIndexes, 'index', 'indexes')} of the trust’s own under ` +
      'List settings, Indexed columns, then run this again. No data is lost by that.',
  ];
};

const tooManyLines = (title: string, columns: readonly Column[], present: PresentColumns): readonly string[] => {
  const there = [...present.values()].filter(isLine).length;
  const missing = columns.filter(({ name, type }) => type === 'line' && !present.has(name)).length;
  if (missing === 0 || there + missing <= mostLines) return [];
  return [
    `Not right: the list ${title} would have ${there + missing} columns of text, and SharePoint does not take many ` +
      `more than ${mostLines} safely. Please remove columns of areas that are judged no more, after keeping a copy, ` +
      'then run this again.',
  ];
};

const stepsFor = (title: string, list: string, columns: readonly Column[], present: PresentColumns): readonly Step[] =>
  columns.flatMap((column): Step[] => {
    const there = present.get(column.name);
    if (there === undefined) return [{ do: 'makeColumn', title, list, column }];
    const lack = lackOf(column, there);
    return Object.keys(lack).length === 0 ? [] : [{ do: 'complete', title, list, column: there, lack }];
  });

/** What a list lacks; `present` is undefined where the site has no such list. */
export const planList = (
  { title, description, columns: wanted }: Wanted,
  there: { readonly list: string; readonly present: PresentColumns } | undefined,
): ListPlan => {
  const present: PresentColumns = there?.present ?? new Map<string, PresentColumn>();
  const columns = calledApart(wanted, present);
  const problems = [wrongKinds, tooManyIndexes, tooManyLines].flatMap((look) => look(title, columns, present));
  const steps: readonly Step[] =
    there === undefined
      ? [{ do: 'makeList', title, description, columns }]
      : stepsFor(title, there.list, columns, present);
  return { title, steps, problems };
};

/** Looks at the site and changes nothing. */
export const readPlan = async (
  client: GraphClient,
  site: Site,
  frameworks: readonly Framework[],
): Promise<readonly ListPlan[]> => {
  const plans: ListPlan[] = [];
  for (const wanted of wantedLists(frameworks)) {
    const list = await site.listPath(wanted.title);
    plans.push(planList(wanted, list === undefined ? undefined : { list, present: await readColumns(client, list) }));
  }
  return plans;
};
