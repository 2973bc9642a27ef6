import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn } from '../../local/settings';

/** What `npm test` prepares once for all of a run, because Node reads `NODE_EXTRA_CA_CERTS` only when it starts. */
export const preparedFiles = (): ReturnType<typeof filesIn> => {
  const dir = process.env.ASSURED_TEST_CA_DIR;
  if (dir === undefined) throw new Error('ASSURED_TEST_CA_DIR is not set: run the tests with npm test.');
  return filesIn(dir);
};

/** A data folder of its own for a local Microsoft 365, with the certificate that this process trusts and a tenant's keys. */
export const newDataDir = (): string => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-test-data-'));
  const [from, to] = [preparedFiles(), filesIn(dataDir)];
  for (const name of ['certificate', 'certificateKey', 'database'] as const) copyFileSync(from[name], to[name]);
  return dataDir;
};
