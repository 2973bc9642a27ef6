import { z } from 'zod';
import { checkColumn, isRowColumn } from '../../functions/adapters/graph/columns';
import type { GraphStore } from '../../functions/adapters/graph/graphStore';
import { lists } from '../../functions/adapters/graph/lists';
import { expecting, measure, middleOf } from './measure';
import type { Line } from './measure';
import type { World } from './world';

const times = 3;
const largestPage = 5_000;
const columns = [...lists.reviews.columns.map(({ name }) => name).filter(isRowColumn), checkColumn.name];

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** The very pages that ours asks for, read and parsed as JSON and no more: what the local Graph itself takes for them. */
const barePages = async (world: World): Promise<number> => {
  const items = `/sites/${world.siteId}/lists/${await world.listId('reviews')}/items`;
  const options = `$top=${largestPage}&$select=id,eTag,lastModifiedDateTime&$expand=fields($select=${columns.join(',')})`;
  const authorization = `Bearer ${await world.tokens()()}`;
  let next: string | undefined = `${world.origin}/v1.0${items}?${options}`;
  let count = 0;
  while (next !== undefined) {
    const page: z.infer<typeof Page> = Page.parse(await (await fetch(next, { headers: { authorization } })).json());
    count += page.value.length;
    next = page['@odata.nextLink'];
  }
  return count;
};

export interface ColdReads {
  readonly lines: readonly Line[];
  /** One that has read the list. */
  readonly store: GraphStore;
}

/**
 * (a) a process that has just started reads the whole list: when it has been told to prepare itself, as the product's
 * does when it starts, and when it has not. Beside them the same pages without any store. In turns, a few times each.
 */
export const coldReads = async (world: World, task: string, size: number): Promise<ColdReads> => {
  const [whole, hindered] = [expecting(size), 'real conditions'] as const;
  const runs: Record<'ours' | 'ours, unprepared' | 'floor, fetched', Line[]> = {
    ours: [],
    'ours, unprepared': [],
    'floor, fetched': [],
  };
  const reading = (store: GraphStore) => () => whole(async () => (await store.rows('reviews')).length);
  let last = world.store({ freshFor: 0 });
  for (let i = 0; i < times; i += 1) {
    last = world.store({ freshFor: 0 });
    await last.prepare();
    runs.ours.push(await measure(world, { task, who: 'ours', hindered }, reading(last)));
    const bare = () => whole(() => barePages(world));
    runs['floor, fetched'].push(await measure(world, { task, who: 'floor, fetched', hindered }, bare));
    const unprepared = reading(world.store({ freshFor: 0 }));
    runs['ours, unprepared'].push(await measure(world, { task, who: 'ours, unprepared', hindered }, unprepared));
  }
  return { lines: Object.values(runs).flatMap(middleOf), store: last };
};
