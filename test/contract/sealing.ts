import { z } from 'zod';
import { kinds } from '../../functions/adapters/aggregates';
import { checkColumn } from '../../functions/adapters/graph/columns';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import type { GraphStore } from '../../functions/adapters/graph/graphStore';
import { runCommand } from '../../functions/administration/commands';
import type { CheckKeys } from '../../functions/checkKeys';
import type { Store } from '../../shared/application/ports/store';
import { siteAddress } from './localGraph';
import type { LocalGraph } from './localGraph';

/** The key of a trust, the one that it changes to, and one that has nothing to do with it. */
const [first, second, strange] = ['first', 'second', 'strange'].map((name) => `${name}-key-of-the-tests-0123456789abc`);
export const keys = {
  first: { checkKey: first ?? '' },
  second: { checkKey: second ?? '' },
  changing: { checkKey: second ?? '', checkKeyBefore: first ?? '' },
  strange: { checkKey: strange ?? '' },
} satisfies Record<string, CheckKeys>;

const Item = z.object({ id: z.string(), eTag: z.string(), fields: z.record(z.string(), z.unknown()) });
const Page = z.object({ value: z.array(Item) });

/** What changes with every write, whoever writes and whatever. */
const ofTheWrite = ['Modified', 'EditorLookupId', '_UIVersionString', '@odata.etag'];

export interface RawItem {
  readonly name: string;
  readonly eTag: string;
  readonly check: unknown;
  /** Everything else that it holds. */
  readonly holds: Readonly<Record<string, unknown>>;
}

/** Every item of every list as it stands in SharePoint. */
export const rawItems = async (graph: LocalGraph): Promise<readonly RawItem[]> => {
  const found: RawItem[] = [];
  for (const kind of kinds) {
    const from = `${await graph.listPath(kind)}/items?$expand=fields&$top=1000`;
    for (const { id, eTag, fields } of (await graph.client('provisioning').get(from, Page)).value) {
      const { [checkColumn.name]: check, ...rest } = fields;
      const holds = Object.fromEntries(Object.entries(rest).filter(([name]) => !ofTheWrite.includes(name)));
      found.push({ name: `${kind} ${id}`, eTag, check, holds });
    }
  }
  return found;
};

export const everyDocument = async (store: Store): Promise<readonly (readonly string[])[]> =>
  Promise.all(
    kinds.map(async (kind) => (await store.everything(kind)).documents.map((one) => JSON.stringify(one)).sort()),
  );

/** The administrator's commands with these keys, each in a process of its own. */
export const commanding =
  (graph: LocalGraph) =>
  async (given: CheckKeys, ...args: readonly string[]): Promise<{ readonly ok: boolean; readonly said: string }> => {
    const client = graph.client('provisioning');
    const store: GraphStore = createGraphStore({ client, site: siteAddress, ...given, freshFor: 0 });
    const outcome = await runCommand(() => ({ client, site: siteAddress, store, appId: 'tests' }), args);
    return { ok: outcome?.ok ?? false, said: outcome?.lines.join('\n') ?? 'called otherwise' };
  };
