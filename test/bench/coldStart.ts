import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { z } from 'zod';
import { buildFunctions, buildHost, built } from '../../local/build/steps';
import { inProject, projectRoot } from '../../local/projectRoot';
import { people } from '../support/builders/people';
import { smallFramework } from '../support/builders/framework';
import { startDeployment } from '../build/deployed';
import type { Deployment } from '../build/deployed';
import { coldStartTable } from './coldStartFigures';
import type { ColdStart } from './coldStartFigures';

/** `--smoke` shows that it runs; its times say nothing. */
const runs = process.argv.includes('--smoke') ? 1 : 9;
const port = 7568;
const Usage = z.object({ user: z.number(), system: z.number() });

/** The same entry beside the project's `node_modules`, as a package that is deployed without bundling would be. */
const unbundle = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, 'main.cjs');
  const entryPoints = [inProject('functions', 'main.ts')];
  await build({
    ...{ absWorkingDir: projectRoot, entryPoints, outfile, bundle: true, packages: 'external' },
    ...{ platform: 'node', format: 'cjs', target: 'node20', loader: { '.json': 'json' }, logLevel: 'error' },
  });
  copyFileSync(inProject('functions', 'host.json'), path.join(folder, 'host.json'));
  return outfile;
};

/** Resolves when health has been answered; anybody may ask it, and Graph and storage are asked for it. */
const firstAnswer = async (child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (answer) throw new Error(`Health was answered ${answer.status}.`);
    await pause(5);
  }
  throw new Error('The process ended before it answered.');
};

const start = async (main: string, environment: Record<string, string>): Promise<ColdStart> => {
  const begun = performance.now();
  const child = fork(main, {
    execArgv: ['--require', inProject('test', 'bench', 'coldStartMeter.cjs'), '--require', built.functionsHost],
    env: { PATH: process.env.PATH, TZ: 'UTC', NODE_NO_WARNINGS: '1', ...environment, FUNCTIONS_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  try {
    await firstAnswer(child);
    const wall = performance.now() - begun;
    child.send('usage');
    const [usage] = (await once(child, 'message')) as unknown[];
    const { user, system } = Usage.parse(usage);
    return { wall, processor: (user + system) / 1000 };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
};

/** Nobody listens there, and nothing is sent before the start is over. */
const insights = {
  APPLICATIONINSIGHTS_CONNECTION_STRING:
    'InstrumentationKey=a55e0000-0000-4000-8000-00000000001c;IngestionEndpoint=https://localhost:9/',
};

const compare = async ({ main, environment }: Deployment, unbundled: string): Promise<string> => {
  const variants = [
    ['Bundled', main, environment],
    ['Unbundled', unbundled, environment],
    ['Reporting', main, { ...environment, ...insights }],
  ] as const;
  const starts = { Bundled: [] as ColdStart[], Unbundled: [] as ColdStart[], Reporting: [] as ColdStart[] };
  // The first of each fills the file system's cache and is not counted.
  for (let run = 0; run <= runs; run += 1)
    for (const [name, file, given] of variants) {
      const taken = await start(file, given);
      if (run > 0) starts[name].push(taken);
    }
  const { Bundled, ...others } = starts;
  return coldStartTable(Bundled, others);
};

await buildFunctions();
await buildHost();
const deployed = await startDeployment(7560, people);
const folder = mkdtempSync(inProject('dist', 'unbundled-'));
try {
  await deployed.provision(smallFramework);
  const table = await compare(deployed, await unbundle(folder));
  console.log(`From the start of the process to its first answer, of ${runs} each the one in the middle:\n${table}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await deployed.stop();
}
