import { archiveKinds, countsOf, countsWords, listNames } from '../../shared/domain/archive';
import { count, formatInstant } from '../../shared/domain/words';
import { exportTrust } from '../../shared/application/exportTrust';
import { importTrust } from '../../shared/application/importTrust';
import type { Imported } from '../../shared/application/importTrust';
import type { Everything, HandEdit, Kind, Store } from '../../shared/application/ports/store';
import type { Archive } from '../../shared/schema/archive';
import { lists } from '../adapters/graph/lists';
import type { Provisioned } from '../adapters/graph/provision';
import { examineArchive, isTaken, writeArchive } from './archiveFile';
import { hasList, provisionFor } from './frameworks';
import { otherKeyWords } from './otherKey';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';

/** As many as somebody reads; of the rest only how many they are. */
const shown = 20;
export const someOf = (lines: readonly string[]): readonly string[] =>
  lines.length <= shown ? lines : [...lines.slice(0, shown), `… and ${lines.length - shown} more.`];

const clock = { now: () => new Date().toISOString() };

/** Why nothing was done. Only an export can do without them. */
export const editedWords = (deed: 'exported' | 'written', edits: readonly HandEdit[]): readonly string[] => {
  const foreign = otherKeyWords(edits);
  if (foreign.length > 0) return [`Nothing was ${deed}.`, ...foreign];
  const orElse = deed === 'exported' ? ', or leave them out with --leave-out-edited' : '';
  return [
    `Nothing was ${deed}: ${count(edits.length, 'record was', 'records were')} changed outside Assured and cannot be believed.`,
    ...someOf(edits.map(({ kind, key }) => `  ${listNames[kind]}: ${key}`)),
    `Please put them right on Assured’s Administration page first${orElse}.`,
  ];
};

/** By their titles. */
export const missingLists = async (parts: AdministrationParts): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const kind of archiveKinds) if (!(await hasList(parts, lists[kind].title))) missing.push(lists[kind].title);
  return missing;
};

export const noLists = (missing: readonly string[]): Provisioned =>
  wrong(
    `The site lacks ${count(missing.length, 'list')}: ${missing.join(', ')}.`,
    'If one was deleted, restore it from the site’s recycle bin, where SharePoint keeps it for 93 days; or from a backup: import --missing',
    'On a new site, run: provision',
  );

/** Writes the whole trust to a new file. */
export const exportToFile = async (
  parts: AdministrationParts,
  file: string,
  { leaveOutEdited }: { readonly leaveOutEdited: boolean },
): Promise<Provisioned> => {
  if (isTaken(file)) return wrong(`${file} is there already, and is not written over. Please name another file.`);
  const missing = await missingLists(parts);
  if (missing.length > 0) return noLists(missing);
  const exported = await exportTrust({ ...parts, clock })({ by: `App registration ${parts.appId}`, leaveOutEdited });
  if (exported.status === 'notSetUp')
    return wrong('There is no trust on this site yet: the Settings list has no settings of one.');
  if (exported.status === 'editedByHand') return wrong(...editedWords('exported', exported.edits));
  writeArchive(file, exported.archive);
  const { trustName, counts, leftOut } = exported.archive;
  return done(
    `Exported ${trustName} to ${file}: ${countsWords(counts)}.`,
    ...(leftOut.length > 0 ? [`Left out, because they were changed outside Assured: ${leftOut.length}.`] : []),
    'The file names people and what was judged: please keep it as you keep the trust’s other confidential records.',
  );
};

export const headWords = ({ trustName, exportedAt, counts, leftOut }: Archive): readonly string[] => [
  `${trustName}, exported on ${formatInstant(exportedAt)}: ${countsWords(counts)}.`,
  ...(leftOut.length > 0 ? [`The archive is without ${count(leftOut.length, 'record')} changed outside Assured.`] : []),
];

const inUse = (found: readonly string[]): readonly string[] => [
  'This site holds other records, so nothing was written:',
  ...someOf(found.map((line) => `  ${line}`)),
  'Please take a site that is empty, or that this same command with the same file has begun to fill. To bring back what',
  'a site in use lacks, and change nothing else there, run: import --missing',
];

export const metOthersWords = (found: readonly string[]): readonly string[] => [
  'Somebody wrote to this site while it was filled; what they wrote was left as it is:',
  ...someOf(found.map((line) => `  ${line}`)),
  'Please look at these records, then run this again.',
];

/** What a site is filled with; of an archive, what it holds. */
interface Filling extends Pick<Archive, 'contents'> {
  /** Where the site holds something else: what is said of it. */
  readonly inUse?: readonly string[];
}

const importedWords = (imported: Imported, filling: Pick<Filling, 'inUse'>): Provisioned => {
  switch (imported.status) {
    case 'imported':
    case 'checked': {
      const { created, alreadyThere } = imported.counts;
      const verb = imported.status === 'imported' ? 'Wrote' : 'Would write';
      return done(`${verb} ${count(created, 'record')}; ${alreadyThere} were there already.`);
    }
    case 'siteInUse':
      return wrong(...(filling.inUse ?? inUse(imported.found)));
    case 'metOthers':
      return wrong(...metOthersWords(imported.found));
  }
};

export const frameworksOf = ({ contents }: Filling) =>
  contents.settings.flatMap((setting) => ('framework' in setting ? [setting.framework] : []));

/** The store as it is where these lists were never made: they hold nothing. */
const without = (store: Store, gone: readonly Kind[]): Store => ({
  ...store,
  async everything<K extends Kind>(kind: K): Promise<Everything<K>> {
    return gone.includes(kind) ? { documents: [], editedByHand: [] } : store.everything(kind);
  },
});

/** The site's records as far as its lists are there, to be looked at before anything is made. */
export const readableStore = async (parts: AdministrationParts): Promise<Store> => {
  const titles = await missingLists(parts);
  return without(
    parts.store,
    archiveKinds.filter((kind) => titles.includes(lists[kind].title)),
  );
};

/** Says what `fillSite` would do, and changes nothing. `heading` stands first. */
export const planSite = async (
  parts: AdministrationParts,
  filling: Filling,
  heading: readonly string[],
): Promise<Provisioned> => {
  const planned = await provisionFor(parts, frameworksOf(filling), { dryRun: true });
  if (!planned.ok) return planned;
  const all = Object.values(countsOf(filling.contents)).reduce((sum, each) => sum + each, 0);
  const compared =
    (await missingLists(parts)).length === archiveKinds.length
      ? done(`Would write ${count(all, 'record')}.`)
      : importedWords(await importTrust({ store: await readableStore(parts) })(filling, { dryRun: true }), filling);
  return { ok: compared.ok, lines: [...heading, ...planned.lines, ...compared.lines] };
};

/** Makes what the site lacks and fills it; a site that holds anything else is left as it is. */
export const fillSite = async (
  parts: AdministrationParts,
  filling: Filling,
  heading: readonly string[],
): Promise<Provisioned> => {
  const before = await importTrust({ store: await readableStore(parts) })(filling, { dryRun: true });
  if (before.status === 'siteInUse') return importedWords(before, filling);
  const provisioned = await provisionFor(parts, frameworksOf(filling));
  if (!provisioned.ok) return provisioned;
  let written = 0;
  const report = (more: number): void => {
    written += more;
    parts.tell?.(`${written} records written`);
  };
  const imported = importedWords(await importTrust(parts)(filling, { report }), filling);
  return { ok: imported.ok, lines: [...heading, ...provisioned.lines, ...imported.lines] };
};

export const badArchive = (mistakes: readonly string[]): Provisioned =>
  wrong('This archive cannot be used:', ...someOf(mistakes.map((mistake) => `  - ${mistake}`)));

/** Fills an empty site: the archive is checked whole, and the site, before anything is written. */
export const importFromFile = async (
  parts: AdministrationParts,
  file: string,
  options: { readonly dryRun: boolean },
): Promise<Provisioned> => {
  const { archive, mistakes } = examineArchive(file);
  if (!archive) return badArchive(mistakes);
  return (options.dryRun ? planSite : fillSite)(parts, archive, headWords(archive));
};
