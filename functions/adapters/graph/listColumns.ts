import { z } from 'zod';
import type { Kind } from '../../../shared/application/ports/store';
import { isAreaColumn } from './areaColumns';
import type { GraphClient } from './client';
import { isRowColumn, titleColumn } from './columns';
import { lists } from './lists';

const Columns = z.object({
  value: z.array(z.object({ name: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

/** The columns that a list has for what we keep; those of the judged areas are found out by asking once. */
export interface ListColumns {
  /** The few that rows are read from. */
  readonly ofRows: readonly string[];
  names(): Promise<readonly string[]>;
  /** Looks for area columns made since; true where there are new ones, so that what was read must be judged again. */
  learn(): Promise<boolean>;
}

const readAreaColumns = async (client: GraphClient, list: string): Promise<readonly string[]> => {
  const names: string[] = [];
  let next: string | undefined = `${list}/columns?$select=name`;
  while (next !== undefined) {
    const page: z.infer<typeof Columns> = await client.get(next, Columns);
    names.push(...page.value.map(({ name }) => name).filter(isAreaColumn));
    next = page['@odata.nextLink'];
  }
  return names;
};

export const createListColumns = (kind: Kind, client: GraphClient, path: () => Promise<string>): ListColumns => {
  const { columns, areaColumns } = lists[kind];
  const fixed = [titleColumn, ...columns.map(({ name }) => name)];
  let asked: Promise<readonly string[]> | undefined;
  const areas = (): Promise<readonly string[]> => {
    if (!areaColumns) return Promise.resolve([]);
    asked ??= path()
      .then((list) => readAreaColumns(client, list))
      .catch((error: unknown) => {
        asked = undefined;
        throw error;
      });
    return asked;
  };
  return {
    ofRows: fixed.filter(isRowColumn),
    names: async () => [...fixed, ...(await areas())],
    async learn() {
      const before = await areas();
      asked = undefined;
      return (await areas()).some((name) => !before.includes(name));
    },
  };
};
