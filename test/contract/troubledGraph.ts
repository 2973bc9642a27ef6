import { provision } from '../../functions/adapters/graph/provision';
import type { Pace } from '../../functions/adapters/graph/pace';
import type { Store } from '../../shared/application/ports/store';
import { framework, urnOf } from './documents';
import { intercept } from './intercept';
import type { Interception } from './intercept';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

/** A store that never sleeps for real. */
const quickPace = (): Pace => ({ now: () => performance.now(), random: () => 0.5, sleep: async () => undefined });

export const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

/** The request is carried out, and its answer is only this status. */
export const gaveUp = (status: number) => async (send: () => Promise<Response>) => {
  await send();
  return new Response(null, { status });
};

/** A local Graph for the tests of one file, with somebody on the way to it who can lose, repeat or change what is sent. */
export const troubledGraph = () => {
  let graph: LocalGraph | undefined;
  let way: Interception | undefined;
  let used = 5000;
  const started = (): LocalGraph => {
    if (!graph) throw new Error('The local Graph starts before the first test.');
    return graph;
  };
  beforeAll(async () => {
    graph = await startLocalGraph();
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
  });
  afterAll(() => graph?.close());
  beforeEach(() => {
    started().faults.reset();
    way = intercept();
  });
  afterEach(() => way?.restore());
  const fresh = (): number => (used += 1);
  return {
    get graph() {
      return started();
    },
    get way(): Interception {
      if (!way) throw new Error('Nobody is on the way outside a test.');
      return way;
    },
    /** A number, and so an academy, that no other test of this file has used. */
    fresh,
    several: (count: number): readonly number[] => Array.from({ length: count }, fresh),
    /** A store that has read its list once. */
    warmStore: async (options: { pace?: Pace; freshFor?: number } = {}): Promise<Store> => {
      const store = started().store({ pace: quickPace(), ...options });
      await store.prepare();
      await store.rows('reviews');
      return store;
    },
  };
};
