import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn } from '../../local/settings';

/** What `npm test` prepares once for all of a run, because Node reads `NODE_EXTRA_CA_CERTS` only when it starts. */
export const preparedFiles = (): ReturnType<typeof filesIn> => {
  const dir = process.env.ASSURED_TEST_CA_DIR;
  if (dir === undefined) throw new Error('ASSURED_TEST_CA_DIR is not set: run the tests with npm test.');
  return filesIn(dir);
};

/** Puts what was prepared into a folder: the certificate that this process trusts, and a tenant's keys. */
export const prepareDataDir = (dataDir: string): void => {
  mkdirSync(dataDir, { recursive: true });
  const [from, to] = [preparedFiles(), filesIn(dataDir)];
  for (const name of ['certificate', 'certificateKey', 'database'] as const) copyFileSync(from[name], to[name]);
};

/** A prepared data folder of its own for a local Microsoft 365. */
export const newDataDir = (): string => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-test-data-'));
  prepareDataDir(dataDir);
  return dataDir;
};
