import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/**
 * How far the first start came, and whose sample is in it. A folder that never became ready holds nothing of
 * anybody's; one from before there were several samples names none.
 */
const Progress = z.object({ state: z.enum(['preparing', 'ready']), sample: z.string().optional() });
type Progress = z.infer<typeof Progress>;
const Running = z.object({ pid: z.int(), port: z.int(), token: z.string() });
type Running = z.infer<typeof Running>;

const filesOf = (folder: string) => ({
  progress: path.join(folder, 'assured-local.json'),
  running: path.join(folder, 'running.json'),
});

export interface DataFolder {
  /** True until the first start has come to its end: the sample is loaded only then. */
  readonly isNew: boolean;
  markReady(): Promise<void>;
  release(): Promise<void>;
}

const readJson = async <T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
};

/** A process number can belong to somebody else by now; only the instance itself knows its token. */
const isAlive = ({ port, token }: Running): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('utf8')));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(said === token));
  });

const answerWith = (token: string): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(token);
    });
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The lock has no port.'));
      else resolve({ server, port: address.port });
    });
  });

/** Rejects, naming the process, when an instance runs on the folder. */
export const assertDataFolderFree = async (folder: string): Promise<void> => {
  const running = await readJson(filesOf(folder).running, Running);
  if (!running || !(await isAlive(running))) return;
  throw new Error(
    `Assured is already running with the data folder ${folder} (process ${running.pid}). ` +
      'Stop it first, or choose another folder with --data and other ports with --port.',
  );
};

const entriesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const refuseWhenForeign = async (folder: string): Promise<void> => {
  const entries = await entriesOf(folder);
  if (entries.length === 0 || entries.includes(path.basename(filesOf(folder).progress))) return;
  throw new Error(`The folder ${folder} holds something else than Assured's local data. It was left as it is.`);
};

const refuseOtherSample = (folder: string, progress: Progress | undefined, sample: string): void => {
  if (progress?.state !== 'ready' || progress.sample === sample) return;
  const held = progress.sample === undefined ? 'does not say which sample it holds' : `holds ${progress.sample}`;
  throw new Error(
    `The data folder ${folder} ${held}; ${sample} was asked for. ` +
      'Choose another folder with --data, or empty this one and begin anew with --reset.',
  );
};

export interface Claim {
  /** Whose sample the folder is for. */
  readonly sample: string;
  readonly reset?: boolean;
}

/**
 * Takes the data folder for this process, creating it when needed. `reset`, or a first start that was
 * interrupted, empties it. Refuses a folder that another instance uses, that is not ours, or that holds another sample.
 */
export const claimDataFolder = async (folder: string, { sample, reset = false }: Claim): Promise<DataFolder> => {
  const files = filesOf(folder);
  await assertDataFolderFree(folder);
  await refuseWhenForeign(folder);
  const progress = reset ? undefined : await readJson(files.progress, Progress);
  refuseOtherSample(folder, progress, sample);
  const isNew = progress?.state !== 'ready';
  if (isNew) await rm(folder, { recursive: true, force: true });

  const writeProgress = (state: Progress['state']) =>
    writeFile(files.progress, JSON.stringify({ state, sample } satisfies Progress));
  await mkdir(folder, { recursive: true });
  if (isNew) await writeProgress('preparing');
  const token = randomUUID();
  const { server, port } = await answerWith(token);
  await writeFile(files.running, JSON.stringify({ pid: process.pid, port, token } satisfies Running));

  return {
    isNew,
    markReady: () => writeProgress('ready'),
    release: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(files.running, { force: true });
    },
  };
};
