// `npm run provision`, `export`, `import` and `status`. Plain JavaScript without dependencies, because it is what
// installs them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, projectRoot } from '../install.mjs';

ensureInstalled();
const main = path.join(projectRoot, 'local', 'administration', 'main.ts');
const tsx = pathToFileURL(path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const { status } = spawnSync(process.execPath, ['--import', tsx, main, ...process.argv.slice(2)], {
  cwd: projectRoot,
  // npm sets INIT_CWD: the folder that a file's name is meant from.
  env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
