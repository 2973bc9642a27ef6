import type { Store } from '../../shared/application/ports/store';
import { kinds } from '../adapters/aggregates';
import type { GraphClient } from '../adapters/graph/client';
import { lists } from '../adapters/graph/lists';
import { provision } from '../adapters/graph/provision';
import type { Provisioned } from '../adapters/graph/provision';
import { createSite } from '../adapters/graph/site';
import type { SiteAddress } from '../environment';
import { StoredFramework } from '../../shared/schema/settings';
import type { Framework } from '../../shared/schema/framework';
import { readFramework } from './frameworkFile';

export interface AdministrationParts {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  readonly store: Store;
}

const done = (...lines: readonly string[]): Provisioned => ({ ok: true, lines });
const wrong = (...lines: readonly string[]): Provisioned => ({ ok: false, lines });

const hasList = async ({ client, site }: AdministrationParts, title: string): Promise<boolean> =>
  (await createSite(client, site).listPath(title)) !== undefined;

/** Those in Settings; none where the list is still to be made. */
const storedFrameworks = async (parts: AdministrationParts): Promise<readonly Framework[]> => {
  if (!(await hasList(parts, lists.settings.title))) return [];
  return (await parts.store.rows('settings')).flatMap(({ row }) => ('framework' in row ? [row.framework] : []));
};

/** Lists, columns and indexes for the frameworks stored before and those in `files`. */
const provisionLists = async (parts: AdministrationParts, files: readonly string[]): Promise<Provisioned> => {
  const given = files.map(readFramework);
  const frameworks = [...(await storedFrameworks(parts)), ...given];
  return provision(parts.client, parts.site, frameworks);
};

/** Makes the columns of a framework's areas first: a framework that can be chosen must be one that can be judged on. */
const storeFramework = async (parts: AdministrationParts, [file]: readonly string[]): Promise<Provisioned> => {
  if (file === undefined) return wrong('Please name the file: framework <file.json>');
  const framework = readFramework(file);
  const provisioned = await provisionLists(parts, [file]);
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

/** What is there, in counts: nothing of what it says. */
const readStatus = async (parts: AdministrationParts): Promise<Provisioned> => {
  const lines: string[] = [];
  let ok = true;
  for (const kind of kinds) {
    const { title } = lists[kind];
    const there = await hasList(parts, title);
    ok &&= there;
    lines.push(there ? `${title}: ${(await parts.store.rows(kind)).length} items.` : `${title}: the list is missing.`);
  }
  if (!ok) return wrong(...lines, 'Please run: provision');
  const edits = await parts.store.handEdits();
  return done(...lines, ...edits.map(({ kind, key }) => `Changed outside Assured: ${lists[kind].title} ${key}.`));
};

type Command = (parts: AdministrationParts, args: readonly string[]) => Promise<Provisioned>;

const commands: Readonly<Record<string, Command>> = {
  provision: provisionLists,
  framework: storeFramework,
  status: readStatus,
};

export const usage = `Assured, for administrators:
  provision [framework.json …]  make the lists, columns and indexes that are missing
  framework <file.json>         check a framework and store it as one that can be chosen
  status                        what is there`;

/** Runs one command; `undefined` where there is none of that name. */
export const runCommand = async (
  makeParts: () => AdministrationParts,
  [name = '', ...args]: readonly string[],
): Promise<Provisioned | undefined> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command?.(makeParts(), args);
};
