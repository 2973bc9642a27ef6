import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import { untilAnswering } from './answering';
import { built } from './build/steps';
import { startChild } from './childProcess';
import type { Child, Ended } from './childProcess';
import { functionsEnvironment, originOf } from './settings';
import type { LocalSettings } from './settings';

export interface FunctionsProcess {
  readonly running: boolean;
  readonly pid: number | undefined;
  /** Starts it, or does nothing when it runs; resolves when it answers. Rejects with its last lines. */
  start(): Promise<void>;
  /** Ends it, by default as a power cut would, and leaves it ended until `start`. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export interface FunctionsProcessOptions extends LocalSettings {
  /** Added to, or instead of, what `functionsEnvironment` says. */
  readonly environment?: Record<string, string>;
  readonly log: Writable;
  /** The bundle to run, by default the product's. */
  readonly main?: string;
  readonly report: (line: string) => void;
}

/** Milliseconds before each further attempt; a process that lived longer than `proven` starts over. */
const backOff = [500, 1000, 2000, 5000, 10_000];
const proven = 30_000;

const environmentOf = ({ ports, dataDir, environment }: FunctionsProcessOptions): Record<string, string> => ({
  ...functionsEnvironment({ ports, dataDir }),
  FUNCTIONS_PORT: String(ports.functions),
  CORS_ORIGINS: originOf(ports).page,
  FUNCTIONS_STATE_DIR: path.join(dataDir, 'timers'),
  ...environment,
});

const launch = (options: FunctionsProcessOptions): Child =>
  startChild({
    name: 'The Functions host',
    args: ['--require', built.functionsHost, options.main ?? built.functionsMain],
    environment: environmentOf(options),
    log: options.log,
  });

const untilReady = async (started: Child, port: number): Promise<void> => {
  const stillStarting = () => started.running;
  if (await untilAnswering({ port, path: '/admin/host/status', stillStarting })) return;
  await started.stop();
  throw new Error(`The Functions host did not start.\n${started.lastLines()}`);
};

/** The Functions app in a process of its own, started again with growing pauses when it dies by itself. */
export const createFunctionsProcess = (options: FunctionsProcessOptions): FunctionsProcess => {
  let child: Child | undefined;
  let wanted = false;
  let failures = 0;

  const restart = async ({ code, signal }: Ended, livedFor: number): Promise<void> => {
    failures = livedFor > proven ? 0 : failures;
    const wait = backOff[Math.min(failures, backOff.length - 1)] ?? 0;
    failures += 1;
    options.report(`The Functions host stopped (${signal ?? `code ${code}`}). Starting it again in ${wait / 1000} s.`);
    await pause(wait, undefined, { ref: false });
    if (wanted && !child?.running) supervise();
  };

  const supervise = (): Child => {
    const started = launch(options);
    const startedAt = Date.now();
    child = started;
    void started.ended.then((ended) => {
      if (wanted && child === started) void restart(ended, Date.now() - startedAt);
    });
    return started;
  };

  const end = async (how: (running: Child) => Promise<void>): Promise<void> => {
    wanted = false;
    if (child?.running) await how(child);
  };

  return {
    get running() {
      return child?.running ?? false;
    },
    get pid() {
      return child?.running ? child.pid : undefined;
    },
    start: async () => {
      if (child?.running) return untilReady(child, options.ports.functions);
      await untilReady(supervise(), options.ports.functions);
      wanted = true;
      failures = 0;
    },
    kill: (signal = 'SIGKILL') =>
      end(async (running) => {
        running.kill(signal);
        await running.ended;
      }),
    stop: () => end((running) => running.stop()),
  };
};
