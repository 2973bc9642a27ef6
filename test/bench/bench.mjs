/** `npm run bench -- store [--smoke]`, `delivery`, `tab` or `cold-start`: makes the certificate that Node must trust from its start, then runs the bench. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, projectRoot } from '../../local/install.mjs';
import { ensureBrowser } from '../support/browser.mjs';

const benches = {
  store: path.join('test', 'bench', 'storeBench.ts'),
  delivery: path.join('test', 'bench', 'deliveryBench.ts'),
  tab: path.join('test', 'bench', 'tabBench.ts'),
  'cold-start': path.join('test', 'bench', 'coldStart.ts'),
};

const [name = '', ...options] = process.argv.slice(2);
if (!(name in benches)) {
  console.error(`Which bench? ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
ensureInstalled();
const workDir = mkdtempSync(path.join(tmpdir(), 'assured-bench-'));

const run = (args, env = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  }).status ?? 1;

const made = run([path.join('test', 'support', 'prepare.ts'), workDir]);
const status =
  made === 0
    ? run([benches[name], ...options], {
        NODE_EXTRA_CA_CERTS: path.join(workDir, 'certificate.pem'),
        ASSURED_TEST_CA_DIR: workDir,
        ...(name === 'tab' && { ASSURED_BROWSER: ensureBrowser() }),
      })
    : made;
rmSync(workDir, { recursive: true, force: true });
process.exit(status);
