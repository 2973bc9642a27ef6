import { provision } from '../../functions/adapters/graph/provision';
import { otherwise } from '../local/support/otherwise';
import { framework } from './documents';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { describeStore } from './store';

jest.setTimeout(60_000);

const graphs: LocalGraph[] = [];

/** The same promises where Graph turns out to be otherwise than we think (docs/local-graph.md). */
const describeUnder = (name: string, turn: (faults: LocalGraph['faults']) => void): void =>
  describeStore(`The store, where ${name},`, async () => {
    const graph = await startLocalGraph();
    graphs.push(graph);
    turn(graph.faults);
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
    return {
      store: graph.store(),
      handEdit: (kind, key) => graph.edit(kind, key, { Title: 'Changed in SharePoint' }),
    };
  });

describeUnder('every open question has its other answer', ({ unsettled }) => void Object.assign(unsettled, otherwise));
describeUnder('delta carries all fields unasked', ({ unsettled }) => void (unsettled.deltaFields = 'always'));

afterAll(() => Promise.all(graphs.map((graph) => graph.close())));
