import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { startAzurite } from './azurite';
import { buildAll, built } from './build/steps';
import { ensureCertificate } from './certificate';
import { runChild } from './childProcess';
import { assertDataFolderFree, claimDataFolder } from './dataFolder';
import { createFunctionsProcess } from './functionsProcess';
import type { FunctionsProcess } from './functionsProcess';
import { namedFaults, type FaultName } from './graph/faultNames';
import { applyOrder, FaultOrder } from './graph/faultOrder';
import { startPlatform } from './platform';
import type { Platform } from './platform';
import { assertPortsFree } from './ports';
import { inProject } from './projectRoot';
import { defaultSample, type SampleCode } from './sample/codes';
import { sampleOf } from './sample/samples';
import { apps, functionsEnvironment, originOf } from './settings';
import type { LocalSettings } from './settings';

export interface StartOptions extends LocalSettings {
  /** Whose sample trust is shown. */
  readonly framework?: SampleCode;
  /** Empties the data folder first. Refused while an instance runs on it. */
  readonly reset?: boolean;
  /** Troubles that Graph has once everything runs: preparing is not what they are for. */
  readonly faults?: readonly FaultName[];
  /** Says nothing about its progress. */
  readonly quiet?: boolean;
  /** Added to what the Functions app reads. */
  readonly environment?: Record<string, string>;
  /** Ends the start where it is; everything already started is stopped before it rejects. */
  readonly signal?: AbortSignal;
}

export interface LocalSystem extends Platform {
  /** The address a person opens. */
  readonly origin: string;
  /** The name of the framework whose sample trust is shown. */
  readonly sample: string;
  readonly functions: FunctionsProcess;
  /** Stops everything in order; a second call waits for the first. */
  stop(): Promise<void>;
}

/** What to undo, last thing first. One failure does not keep the others from being undone. */
const createUndo = () => {
  const steps: (() => Promise<void>)[] = [];
  let undoing: Promise<void> | undefined;
  const undo = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (let step = steps.pop(); step; step = steps.pop()) await step().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
  };
  return {
    /** What was started while everything is being stopped is stopped at once. */
    later: (step: () => Promise<void>): void => {
      if (undoing) void step().catch(() => undefined);
      else steps.push(step);
    },
    all: () => (undoing ??= undo()),
  };
};
type Undo = ReturnType<typeof createUndo>;

const openLog = async (dataDir: string, name: string, undo: Undo) => {
  await mkdir(path.join(dataDir, 'logs'), { recursive: true });
  const log = createWriteStream(path.join(dataDir, 'logs', `${name}.log`));
  undo.later(() => finished(log.end()));
  return log;
};

/** Provisioning may run at every start; the sample comes once. Both are children: they trust the certificate. */
const prepare = async (
  { framework, ...options }: StartOptions & { framework: SampleCode },
  isNew: boolean,
  report: (line: string) => void,
): Promise<void> => {
  const environment = { ...functionsEnvironment(options), ...options.environment };
  const { id, secret } = apps.provisioning;
  const provisioning = { ...environment, PROVISION_CLIENT_ID: id, PROVISION_CLIENT_SECRET: secret };
  const packs = (await readdir(inProject('shared', 'frameworks'))).filter((file) => file.endsWith('.json'));
  const files = packs.map((file) => inProject('shared', 'frameworks', file));
  await runChild({ name: 'Provisioning', args: [built.administer, 'provision', ...files], environment: provisioning });
  if (!isNew) return;
  report('Loading the sample.');
  const load = ['--import', 'tsx', inProject('local', 'sample', 'load.ts'), framework];
  await runChild({ name: 'Loading the sample', args: load, environment });
};

const startParts = async (options: StartOptions, undo: Undo, report: (line: string) => void): Promise<LocalSystem> => {
  const { ports, dataDir, framework = defaultSample, reset = false, environment = {} } = options;
  // Before the ports, which a second start on the same folder would find taken by the first.
  await assertDataFolderFree(dataDir);
  await assertPortsFree(ports);
  const folder = await claimDataFolder(dataDir, { sample: framework, reset });
  undo.later(() => folder.release());
  await buildAll(report);
  await ensureCertificate(dataDir);

  const azurite = await startAzurite({ ports, dataDir, log: await openLog(dataDir, 'azurite', undo) });
  undo.later(() => azurite.stop());
  const platform = await startPlatform({ ports, dataDir }, sampleOf(framework));
  const { microsoft365, teams } = platform;
  undo.later(() => platform.close());
  await prepare({ ...options, framework }, folder.isNew, report);

  const log = await openLog(dataDir, 'functions', undo);
  const functions = createFunctionsProcess({ ports, dataDir, environment, log, report });
  undo.later(() => functions.stop());
  await functions.start();
  await teams.installForEveryone();
  await folder.markReady();
  for (const name of options.faults ?? []) {
    applyOrder(microsoft365.faults, FaultOrder.parse(namedFaults[name].order));
    report(`The local Graph has troubles, “${name}”: ${namedFaults[name].words}.`);
  }
  const { page: origin } = originOf(ports);
  const { name: sample } = sampleOf(framework);
  return { origin, sample, microsoft365, teams, functions, stop: () => undo.all() };
};

const abortOf = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('The start was stopped.')), { once: true });
  });

/**
 * Starts the whole of Assured on this machine and resolves when all of it answers. Rejects, with
 * everything stopped again, when a port is taken, the data folder is in use, or a part does not start.
 */
export const startLocal = async (options: StartOptions): Promise<LocalSystem> => {
  const report = options.quiet ? () => undefined : (line: string) => console.log(line);
  const undo = createUndo();
  try {
    return await Promise.race([startParts(options, undo, report), abortOf(options.signal)]);
  } catch (fault) {
    await undo.all().catch((another: unknown) => report(String(another)));
    throw fault;
  }
};
