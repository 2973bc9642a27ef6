// Starts everything on this machine: `npm start`, with `--help` for the options. Plain JavaScript
// without dependencies, because it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const leastNode = [20, 19];

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(`Assured needs Node.js ${leastNode.join('.')} or newer. This is ${process.version}.`);
  process.exit(1);
};

const packagesIn = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages ?? {};

/** npm writes what it installed to a second lock file; packages for other systems are missing there. */
const isInstalled = () => {
  const installedFile = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(root, installedFile))) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn('package-lock.json')).every(
    ([name, wanted]) => name === '' || (installed[name] ? installed[name].version === wanted.version : wanted.optional),
  );
};

const install = () => {
  console.log('Installing what Assured is built from (npm ci). This happens once.');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const shell = !npm && process.platform === 'win32';
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status === 0) return;
  console.error('The installation failed. Is this machine online? Try "npm ci" to see more.');
  process.exit(1);
};

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

const start = () => {
  const main = path.join(root, 'local', 'main.ts');
  const tsx = pathToFileURL(path.join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const child = spawn(process.execPath, ['--import', tsx, main, ...process.argv.slice(2)], {
    cwd: root,
    // npm sets INIT_CWD: the folder a relative --data is meant from.
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the child by itself; waiting for it keeps the prompt away until everything has stopped.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
};

checkNode();
if (!isInstalled()) install();
start();
