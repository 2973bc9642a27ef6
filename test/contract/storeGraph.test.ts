import { provision } from '../../functions/adapters/graph/provision';
import { framework } from './documents';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { describeStore } from './store';

jest.setTimeout(60_000);

let graph: LocalGraph;

describeStore('The store on SharePoint lists', async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
  return {
    store: graph.store(),
    handEdit: (kind, key) => graph.edit(kind, key, { Title: 'Changed in SharePoint' }),
  };
});

afterAll(() => graph.close());
