import path from 'node:path';
import { runChild } from '../../../local/childProcess';
import { apps, functionsEnvironment, portsFrom } from '../../../local/settings';
import type { TestSystem } from './system';

/** Changes an item of a list by hand, past the product; in a process of its own, which trusts this system's certificate. */
export const editInSharePoint = async (
  { dataDir }: TestSystem,
  firstPort: number,
  { list, key, fields }: { list: string; key: string; fields: Readonly<Record<string, string>> },
): Promise<void> => {
  const { id, secret } = apps.provisioning;
  const environment = functionsEnvironment({ ports: portsFrom(firstPort), dataDir });
  await runChild({
    name: 'Editing in SharePoint',
    args: ['--import', 'tsx', path.join(__dirname, 'editItem.ts'), list, key, JSON.stringify(fields)],
    environment: { ...environment, PROVISION_CLIENT_ID: id, PROVISION_CLIENT_SECRET: secret },
  });
};
