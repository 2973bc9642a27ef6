import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../projectRoot';
import type { HostingValues } from './environmentFile';
import { fillJson } from './placeholders';
import { zip } from './zip';

/** What differs between installations: the tab's address of the API, and the headers it is served with. */
const tabFiles = ['config.json', 'staticwebapp.config.json'] as const;

/** The tab as it is served: the bundle, and beside it what this installation needs. Replaces what was in `target`. */
export const writeTab = (
  values: HostingValues,
  { bundle, target }: { readonly bundle: string; readonly target: string },
): void => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(bundle, target, { recursive: true });
  for (const name of tabFiles)
    writeFileSync(path.join(target, name), fillJson(inProject('infra', 'tab', name), values));
};

/** The administrator's commands run on their own machine, and source maps would only make a cold start longer. */
const isNeeded = (name: string): boolean => !name.endsWith('.map') && !name.startsWith('administer.');

/** The Functions package, from the folder that the build writes. */
export const functionsPackage = (folder: string): Uint8Array => {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && isNeeded(entry.name) ? [entry.name] : [],
  );
  return zip(Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))])));
};
