import type { z } from 'zod';
import { refusalOf, startClientProcess, type Failure } from './clientProcess';
import type { LocalGraph } from './localGraph';

/** PnPjs in a process of its own, as the product. What it can do is listed in `pnpClientProcess.ts`. */
export interface PnpClient {
  /** Does one operation and parses its answer. */
  ask<T>(shape: z.ZodType<T>, kind: string, order?: object): Promise<T>;
  /** Resolves to what PnPjs threw; fails when it did not throw. */
  refusal(kind: string, order?: object): Promise<Failure>;
  stop(): void;
}

export const startPnpClient = async (local: LocalGraph, as: 'product' | 'administrator'): Promise<PnpClient> => {
  const { system, dataDir, siteId } = local;
  const token = await local[as].token('https://graph.microsoft.com/.default');
  const setup = { origin: system.origin, token, siteId };
  const client = await startClientProcess('pnpClientProcess.ts', { dataDir, setup });
  return {
    ask: async (shape, kind, order = {}) => shape.parse(await client.call({ ...order, kind })),
    refusal: (kind, order = {}) => refusalOf(client.call({ ...order, kind })),
    stop: () => client.stop(),
  };
};
