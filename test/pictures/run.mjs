/** `npm run pictures [-- NAME…]`: takes the pictures of the pages in `docs` anew. Plain JavaScript, because it is what installs. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, projectRoot } from '../../local/install.mjs';
import { ensureBrowser } from '../support/browser.mjs';

ensureInstalled();
const browser = ensureBrowser();

const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env } }).status ??
  1;

const built = node([path.join('local', 'build', 'build.mjs')]);
const main = path.join('test', 'pictures', 'main.ts');
process.exitCode =
  built === 0 ? node(['--import', 'tsx', main, ...process.argv.slice(2)], { ASSURED_BROWSER: browser }) : built;
