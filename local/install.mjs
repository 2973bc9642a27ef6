import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Plain JavaScript without dependencies: it is what installs them, for `npm start` and `npm test` alike. */

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const leastNode = [20, 19];

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(`Assured needs Node.js ${leastNode.join('.')} or newer. This is ${process.version}.`);
  process.exit(1);
};

const packagesIn = (file) => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')).packages ?? {};

/** npm writes what it installed to a second lock file; packages for other systems are missing there. */
const isInstalled = () => {
  const installedFile = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(projectRoot, installedFile))) return false;
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
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit', shell });
  if (status === 0) return;
  console.error('The installation failed. Is this machine online? Try "npm ci" to see more.');
  process.exit(1);
};

/** Checks Node.js and installs what is missing or differs from the lock file. Ends the process where it cannot. */
export const ensureInstalled = () => {
  checkNode();
  if (!isInstalled()) install();
};
