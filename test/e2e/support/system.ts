import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { inProject, projectRoot } from '../../../local/projectRoot';
import type { SampleCode } from '../../../local/sample/codes';

const Answer = z.union([
  z.object({ ready: z.string() }),
  z.object({ id: z.int(), ok: z.boolean(), fault: z.string().optional() }),
]);

export interface TestSystem {
  readonly origin: string;
  readonly functionsOrigin: string;
  order(what: Record<string, unknown> & { do: string }): Promise<void>;
  stop(): Promise<void>;
  /** The data folder, for a second start. */
  readonly dataDir: string;
}

/** Starts the product as `npm start` does, on its own ports and in its own folder. */
export const startSystem = async (
  firstPort: number,
  {
    dataDir = mkdtempSync(path.join(tmpdir(), 'assured-e2e-')),
    framework = 'combinedAssurance',
  }: { dataDir?: string; framework?: SampleCode } = {},
): Promise<TestSystem> => {
  const { NODE_EXTRA_CA_CERTS: _own, ...env } = process.env;
  const child = fork(inProject('test', 'e2e', 'support', 'runSystem.ts'), [String(firstPort), dataDir, framework], {
    cwd: projectRoot,
    execArgv: ['--import', 'tsx'],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: () => void; reject: (fault: Error) => void }>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The local product ended (${code}).`)));
    child.on('message', (message) => {
      const answer = Answer.parse(message);
      if ('ready' in answer) return resolve(answer.ready);
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve();
      else asked?.reject(new Error(answer.fault));
    });
  });
  let next = 0;
  const order: TestSystem['order'] = (what) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      child.send({ ...what, id });
    });
  const origin = await ready;
  return {
    origin,
    functionsOrigin: `http://localhost:${firstPort + 2}`,
    order,
    dataDir,
    stop: async () => {
      child.send({ id: next++, do: 'stop' });
      await ended;
    },
  };
};

export const forget = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });
