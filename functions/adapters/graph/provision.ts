import { z } from 'zod';
import type { Framework } from '../../../shared/schema/framework';
import type { SiteAddress } from '../../environment';
import { kinds } from '../aggregates';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';
import { areaColumnsOf } from './areaColumns';
import { checkColumn, documentColumn } from './columns';
import { lists } from './lists';
import type { Column } from './columns';
import { createSite } from './site';
import type { Site } from './site';

const Made = z.object({ id: z.string() });
const Present = z.object({
  id: z.string(),
  name: z.string(),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  text: z.object({ allowMultipleLines: z.boolean().default(false) }).optional(),
  number: z.object({}).optional(),
});
type Present = z.infer<typeof Present>;
const PresentPage = z.object({ value: z.array(Present), '@odata.nextLink': z.string().optional() });

/** What was done, or is wrong, in words for the administrator. `ok` is false where something must be put right by hand. */
export interface Provisioned {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const facetOf = ({ type }: Column): object => {
  switch (type) {
    case 'line':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'text':
      return {
        text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6, appendChangesToExistingText: false },
      };
    case 'number':
      return { number: { decimalPlaces: 'none', displayAs: 'number' } };
  }
};

/** Indexes are made with the column: a list that has grown long no longer takes them (facts 1.3). */
const definitionOf = (column: Column): object => ({
  name: column.name,
  displayName: column.displayName,
  ...facetOf(column),
  ...((column.indexed || column.unique) && { indexed: true }),
  ...(column.unique && { enforceUniqueValues: true }),
});

const typeOf = (present: Present): Column['type'] | undefined => {
  if (present.number !== undefined) return 'number';
  if (present.text === undefined) return undefined;
  return present.text.allowMultipleLines ? 'text' : 'line';
};

const readColumns = async (client: GraphClient, list: string): Promise<ReadonlyMap<string, Present>> => {
  const found = new Map<string, Present>();
  let next: string | undefined = `${list}/columns`;
  while (next !== undefined) {
    const page: z.infer<typeof PresentPage> = await client.get(next, PresentPage);
    for (const column of page.value) found.set(column.name, column);
    next = page['@odata.nextLink'];
  }
  return found;
};

/** Makes something, and where the answer was lost or another run was quicker, accepts that it is there. */
const make = async (act: () => Promise<unknown>, isThere: () => Promise<boolean>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    const mayBeThere =
      error instanceof GraphFault && (error.outcomeUnknown || error.status === 409 || error.status === 400);
    if (!mayBeThere || !(await isThere())) throw error;
  }
};

/** What an existing column lacks of its index and of its uniqueness. */
const lackOf = ({ indexed, unique }: Column, present: Present) => ({
  ...((indexed || unique) && !present.indexed && { indexed: true }),
  ...(unique && !present.enforceUniqueValues && { indexed: true, enforceUniqueValues: true }),
});

const completeColumn = async (
  client: GraphClient,
  list: string,
  title: string,
  column: Column,
  present: Present,
): Promise<Provisioned> => {
  const label = `the column ${column.name} of the list ${title}`;
  if (typeOf(present) !== column.type) {
    const words = `Not right: ${label} is of another kind than Assured needs. Please rename or remove it, then run this again.`;
    return { ok: false, lines: [words] };
  }
  const lack = lackOf(column, present);
  if (Object.keys(lack).length === 0) return { ok: true, lines: [] };
  await client.patch(`${list}/columns/${present.id}`, lack, Made);
  return { ok: true, lines: [`Completed ${label}: ${'enforceUniqueValues' in lack ? 'no value twice' : 'index'}.`] };
};

const ensureColumns = async (
  client: GraphClient,
  list: string,
  title: string,
  columns: readonly Column[],
): Promise<Provisioned> => {
  const lines: string[] = [];
  let ok = true;
  const there = await readColumns(client, list);
  for (const column of columns) {
    const present = there.get(column.name);
    if (present !== undefined) {
      const done = await completeColumn(client, list, title, column, present);
      lines.push(...done.lines);
      ok &&= done.ok;
      continue;
    }
    await make(
      () => client.post(`${list}/columns`, definitionOf(column), Made),
      async () => (await readColumns(client, list)).has(column.name),
    );
    lines.push(`Made the column ${column.name} of the list ${title}.`);
  }
  return { ok, lines };
};

const ensureList = async (
  client: GraphClient,
  site: Site,
  title: string,
  description: string,
  columns: readonly Column[],
): Promise<Provisioned> => {
  const there = await site.listPath(title);
  if (there !== undefined) {
    const done = await ensureColumns(client, there, title, columns);
    return done.lines.length === 0 ? { ok: done.ok, lines: [`The list ${title} is complete.`] } : done;
  }
  const isThere = async (): Promise<boolean> => {
    site.reset();
    return (await site.listPath(title)) !== undefined;
  };
  const body = {
    displayName: title,
    description,
    list: { template: 'genericList' },
    columns: columns.map(definitionOf),
  };
  await make(async () => client.post(`${await site.path()}/lists`, body, Made), isThere);
  const made = (await isThere()) ? await site.listPath(title) : undefined;
  if (made === undefined)
    return { ok: false, lines: [`Not right: the list ${title} was made but cannot be found. Please run this again.`] };
  // What the service left out of the definition is added now.
  const rest = await ensureColumns(client, made, title, columns);
  return { ok: rest.ok, lines: [`Made the list ${title}.`, ...rest.lines] };
};

/**
 * Makes the lists, columns and indexes that are missing, and changes nothing that is there. May be run again, also
 * after a run that broke off. Needs an app that may manage the site's lists, which the product itself may not.
 */
export const provision = async (
  client: GraphClient,
  address: SiteAddress,
  frameworks: readonly Framework[],
): Promise<Provisioned> => {
  const site = createSite(client, address);
  const lines: string[] = [];
  let ok = true;
  for (const kind of kinds) {
    const { title, description, columns, areaColumns } = lists[kind];
    const all = [...columns, documentColumn, checkColumn, ...(areaColumns ? areaColumnsOf(frameworks) : [])];
    const done = await ensureList(client, site, title, description, all);
    lines.push(...done.lines);
    ok &&= done.ok;
  }
  return { ok, lines };
};
