import { provision } from '../adapters/graph/provision';
import type { Provisioned } from '../adapters/graph/provision';
import { lists } from '../adapters/graph/lists';
import { createSite } from '../adapters/graph/site';
import { StoredFramework } from '../../shared/schema/settings';
import type { Framework } from '../../shared/schema/framework';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';
import { readFramework } from './frameworkFile';
import { stillToSet } from './versions';

export const hasList = async ({ client, site }: AdministrationParts, title: string): Promise<boolean> =>
  (await createSite(client, site).listPath(title)) !== undefined;

/** Those in Settings; none where the list is still to be made. */
const storedFrameworks = async (parts: AdministrationParts): Promise<readonly Framework[]> => {
  if (!(await hasList(parts, lists.settings.title))) return [];
  return (await parts.store.rows('settings')).flatMap(({ row }) => ('framework' in row ? [row.framework] : []));
};

/** Lists, columns and indexes for the frameworks stored before and the `further` ones; and what new lists still need. */
export const provisionFor = async (
  parts: AdministrationParts,
  further: readonly Framework[],
  options: { readonly dryRun?: boolean } = {},
): Promise<Provisioned> => {
  const all = [...(await storedFrameworks(parts)), ...further];
  const provisioned = await provision(parts.client, parts.site, all, options);
  return provisioned.newLists ? { ...provisioned, lines: [...provisioned.lines, stillToSet] } : provisioned;
};

/** Makes the columns of a framework's areas first: a framework that can be chosen must be one that can be judged on. */
export const storeFramework = async (parts: AdministrationParts, file: string): Promise<Provisioned> => {
  const framework = readFramework(file);
  const provisioned = await provisionFor(parts, [framework]);
  if (!provisioned.ok) return provisioned;
  const name = `framework:${framework.code}@${framework.version}`;
  const created = await parts.store.create('settings', StoredFramework.parse({ name, framework }));
  switch (created.status) {
    case 'created':
      return done(...provisioned.lines, `Stored the framework ${framework.name}, version ${framework.version}.`);
    case 'exists':
      return wrong(
        `Version ${framework.version} of the framework ${framework.code} is stored already, and a version never changes: ` +
          'reviews refer to it. Please give the changed framework the next version number.',
      );
    case 'tooLarge':
      return wrong('This framework is too large for one record. Please shorten its texts.');
  }
};
