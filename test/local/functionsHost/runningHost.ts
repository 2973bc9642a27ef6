import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { untilAnswering } from '../../../local/answering';
import { bundleForNode } from '../../../local/build/nodeBundle';
import { buildHost, built } from '../../../local/build/steps';
import { startChild } from '../../../local/childProcess';
import type { Child } from '../../../local/childProcess';
import { inProject, projectRoot } from '../../../local/projectRoot';
import { storageConnection } from '../../../local/settings';
import type { LocalPorts } from '../../../local/settings';

export const allowedOrigin = 'http://localhost:6299';

export const temporaryFolder = () => mkdtemp(path.join(tmpdir(), 'assured-host-'));

/** The product's host.json, but without its pause between two tries of a message, which nobody needs to sit through. */
const writeHostFile = async (file: string): Promise<void> => {
  const text = await readFile(inProject('functions', 'host.json'), 'utf8');
  const pause = /"visibilityTimeout": "[\d:]+"/;
  if (!pause.test(text)) throw new Error('The product’s host.json has no visibilityTimeout.');
  await writeFile(file, text.replace(pause, '"visibilityTimeout": "00:00:00"'));
};

/** Bundles the fixture app into the folder, with the product's host.json beside it. */
export const bundleFixture = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, 'main.cjs');
  await buildHost();
  const entry = 'test/local/functionsHost/fixtureApp.ts';
  await bundleForNode({ root: projectRoot, entry, outfile, forbidden: [] });
  await writeHostFile(path.join(folder, 'host.json'));
  return outfile;
};

export interface RunningHost {
  readonly origin: string;
  readonly child: Child;
}

export const startHostProcess = (main: string, ports: LocalPorts, own: Record<string, string> = {}): Child =>
  startChild({
    name: 'the host',
    args: ['--require', built.functionsHost, main],
    environment: {
      FUNCTIONS_PORT: String(ports.functions),
      CORS_ORIGINS: allowedOrigin,
      AzureWebJobsStorage: storageConnection(ports),
      FIXTURE_SCHEDULE: '* * * * * *',
      ...own,
    },
  });

/** Starts the host on the fixture app and waits for it. */
export const startHost = async (
  main: string,
  ports: LocalPorts,
  own: Record<string, string> = {},
): Promise<RunningHost> => {
  const child = startHostProcess(main, ports, own);
  const path = '/admin/host/status';
  const ready = await untilAnswering({ port: ports.functions, path, stillStarting: () => child.running });
  if (!ready) throw new Error(child.lastLines());
  return { origin: `http://localhost:${ports.functions}`, child };
};

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Asks until the answer is the wanted one; fails with the last answer. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  milliseconds = 15_000,
): Promise<T> => {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`It stayed ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
