// Starts one of the programs under `local`. Plain JavaScript without dependencies.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './install.mjs';

/** npm's shell dies of a SIGTERM without passing it on: then we would be left behind. */
const watchNpm = (stop) => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
};

/** A TypeScript file below the project's root as node starts it, with the arguments of this process handed on. */
const program = (main) => ({
  args: [
    '--import',
    pathToFileURL(path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
    path.join(projectRoot, main),
    ...process.argv.slice(2),
  ],
  // npm sets INIT_CWD: the folder that a file's name or a relative --data is meant from.
  options: { cwd: projectRoot, env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() } },
});

/** A command: it ends by itself, and this process with it. */
export const runToEnd = (main) => {
  const { args, options } = program(main);
  const { status } = spawnSync(process.execPath, args, { ...options, stdio: 'inherit' });
  process.exitCode = status ?? 1;
};

/** A program that runs until it is stopped. */
export const launch = (main) => {
  const { args, options } = program(main);
  const child = spawn(process.execPath, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // Ctrl-C reaches the child by itself; waiting for it keeps the prompt away until everything has stopped.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
};
