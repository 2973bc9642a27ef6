/**
 * `npm test`: installs what is missing, builds, and runs every test. Arguments go to jest; `--pictures` leaves pictures of
 * the stories in `test-output/screenshots`. Plain JavaScript, because it is what installs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, projectRoot } from '../../local/install.mjs';
import { ensureBrowser } from './browser.mjs';

ensureInstalled();
const picturesFlag = '--pictures';
const chosen = process.argv.slice(2).filter((argument) => argument !== picturesFlag);
const workDir = mkdtempSync(path.join(tmpdir(), 'assured-test-'));
const graphCalls = path.join(workDir, 'graph-calls.txt');

const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env } }).status ??
  1;

/** Runs one part of the tests and answers how many passed and failed. */
const jest = (name, args, env) => {
  const outputFile = path.join(workDir, `${name}.json`);
  const flags = ['--json', `--outputFile=${outputFile}`, '--silent=false', ...args];
  const status = node([path.join('node_modules', 'jest', 'bin', 'jest.js'), ...flags], env);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(outputFile, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && (status !== 0 || numFailedTestSuites > 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const run = () => {
  const browser = ensureBrowser();
  if (node([path.join('local', 'build', 'build.mjs')]) !== 0) return [{ passed: 0, failed: 1 }];
  if (node(['--import', 'tsx', path.join('test', 'support', 'prepare.ts'), workDir]) !== 0)
    return [{ passed: 0, failed: 1 }];
  const env = {
    NODE_EXTRA_CA_CERTS: path.join(workDir, 'certificate.pem'),
    ASSURED_TEST_CA_DIR: workDir,
    ASSURED_BROWSER: browser,
    NODE_NO_WARNINGS: '1',
    ASSURED_GRAPH_CALLS: graphCalls,
    ...(process.argv.includes(picturesFlag) && { ASSURED_PICTURES: '1' }),
  };
  if (chosen.length > 0) return [jest('chosen', chosen, env)];
  // Whole systems, browsers and processes wait a good deal, so three files share two cores.
  return [
    jest('unit', ['--testPathIgnorePatterns', 'test/e2e/', '/node_modules/', '--maxWorkers=3'], env),
    jest('e2e', ['test/e2e/', '--maxWorkers=3'], env),
  ];
};

/** Holds every call to Graph that the product made in this run against the documented permissions. */
const graphPermissions = () => {
  const whole = chosen.length > 0 ? [] : ['--whole'];
  const status = node(['--import', 'tsx', path.join('test', 'support', 'checkGraphCalls.ts'), graphCalls, ...whole]);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
};

const results = [...run(), graphPermissions()];
rmSync(workDir, { recursive: true, force: true });
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
