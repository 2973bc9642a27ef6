import type { DeliveryTables } from '../../functions/adapters/storage/deliveryTables';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { runCommand } from '../../functions/administration/commands';
import { faultWords } from '../../functions/administration/faultWords';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

/** For each test a local Graph of its own, and the administrator's commands on it; tables where they are given. */
export const administered = (others: { readonly tables?: DeliveryTables } = {}) => {
  jest.setTimeout(120_000);
  const graph = {} as LocalGraph;
  beforeEach(async () => void Object.assign(graph, await startLocalGraph()));
  afterEach(() => graph.close());

  /** What the administrator's command says, also where it breaks off. */
  const run = async (...args: readonly string[]): Promise<{ ok: boolean; said: string }> => {
    const client = graph.client('provisioning');
    const parts = { client, site: siteAddress, store: createGraphStore({ client, site: siteAddress, checkKey }) };
    try {
      const outcome = await runCommand(() => ({ ...parts, ...others, appId: 'tests' }), args);
      return { ok: outcome?.ok ?? false, said: outcome?.lines.join('\n') ?? 'called otherwise' };
    } catch (fault) {
      return { ok: false, said: faultWords(fault, { site: siteAddress, address: graph.origin }) };
    }
  };
  return { graph, run };
};
