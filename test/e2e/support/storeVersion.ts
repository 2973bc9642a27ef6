import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { built } from '../../../local/build/steps';
import { runChild } from '../../../local/childProcess';
import { apps, functionsEnvironment, portsFrom } from '../../../local/settings';
import { Framework } from '../../../shared/schema/framework';
import type { TestSystem } from './system';

/** Stores a changed pack as the administrator's command does, under the next version number. */
export const storeNextVersion = async (
  { dataDir }: TestSystem,
  firstPort: number,
  pack: string,
  change: (framework: Framework) => Framework,
): Promise<void> => {
  const root = path.resolve(__dirname, '../../..');
  const framework = Framework.parse(
    JSON.parse(readFileSync(path.join(root, 'shared/frameworks', `${pack}.json`), 'utf8')),
  );
  const file = path.join(dataDir, 'next-version.json');
  writeFileSync(file, JSON.stringify({ ...change(framework), version: framework.version + 1 }));
  const { id, secret } = apps.provisioning;
  const environment = functionsEnvironment({ ports: portsFrom(firstPort), dataDir });
  await runChild({
    name: 'Storing a version',
    args: [built.administer, 'framework', file],
    environment: { ...environment, PROVISION_CLIENT_ID: id, PROVISION_CLIENT_SECRET: secret },
  });
};
