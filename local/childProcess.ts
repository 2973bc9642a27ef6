import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';
import { inProject } from './projectRoot';

/** Lines of a child's output that are kept for the message when it fails. */
const keptLines = 60;
const usualPatience = 10_000;

export interface ChildOptions {
  readonly name: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly environment?: Record<string, string>;
  /** Gets all output too, for instance a log file. */
  readonly log?: Writable | undefined;
  /** Milliseconds between asking it to end and ending it. */
  readonly patience?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly pid: number | undefined;
  readonly running: boolean;
  readonly ended: Promise<Ended>;
  /** The last lines it wrote. */
  lastLines(): string;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end and, when it does not, ends it. */
  stop(): Promise<void>;
}

/** Only what any program needs: no proxies and no options of the person's shell reach a child. */
const inherited = [
  'PATH',
  'Path',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

const childEnvironment = (own: Record<string, string>): Record<string, string> => {
  const environment: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return { ...environment, TZ: 'UTC', ...own };
};

const collectLines = (child: ChildProcess, log: Writable | undefined): (() => string) => {
  let kept: string[] = [];
  const collect = (chunk: Buffer): void => {
    log?.write(chunk);
    kept = [
      ...kept,
      ...chunk
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ].slice(-keptLines);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return () => kept.join('\n');
};

const endedOf = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });

/**
 * Starts a Node program that ends when this process ends, however that happens. It is not in the
 * terminal's group, so that Ctrl-C reaches it through `stop` and in the right order.
 */
export const startChild = ({ args, environment = {}, log, patience = usualPatience }: ChildOptions): Child => {
  const child = spawn(process.execPath, ['--require', inProject('local', 'endWithParent.cjs'), ...args], {
    cwd: inProject(),
    env: childEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const lastLines = collectLines(child, log);
  const ended = endedOf(child);
  let running = true;
  void ended.then(() => (running = false));
  return {
    pid: child.pid,
    get running() {
      return running;
    },
    ended,
    lastLines,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      if (!running) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(force);
    },
  };
};

/** Runs a program to its end. Rejects with its last lines when it fails. */
export const runChild = async (options: ChildOptions): Promise<void> => {
  const child = startChild(options);
  const { code, signal } = await child.ended;
  if (code !== 0) throw new Error(`${options.name} failed (${signal ?? `code ${code}`}).\n${child.lastLines()}`);
};
