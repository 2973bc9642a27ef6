import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildTab, built } from '../build/steps';
import { inProject } from '../projectRoot';
import { appPackage } from './appPackage';
import { HostingValues, ManifestValues, readEnvironmentFile, valuesFor } from './environmentFile';
import { functionsPackage, writeTab } from './hosting';

export const usage = `What an installation of Assured needs, made from infra/env/.env.NAME:
  npm run package -- --env NAME             the app for Teams, dist/package/assured-NAME.zip
  npm run package -- --env NAME --hosting   what goes to Azure, dist/package/functions.zip and dist/package/tab
  --out DIR                                 another folder`;

export interface PackageCommand {
  readonly environment: string;
  readonly hosting: boolean;
  /** The folder to write into. */
  readonly out: string;
}

/** Reads the arguments; undefined where help is asked for. Throws, in plain words, when they make no sense. */
export const readPackageCommand = (args: readonly string[], from: string): PackageCommand | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      env: { type: 'string' },
      hosting: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.env === undefined) throw new Error(`Which environment? Name it.\n${usage}`);
  const out = values.out === undefined ? inProject('dist', 'package') : path.resolve(from, values.out);
  return { environment: values.env, hosting: values.hosting, out };
};

const writeHosting = async (given: Readonly<Record<string, string>>, out: string): Promise<readonly string[]> => {
  const values = valuesFor(HostingValues, given);
  await buildFunctions();
  await buildTab();
  const functions = path.join(out, 'functions.zip');
  const tab = path.join(out, 'tab');
  writeTab(values, { bundle: built.tab, target: tab });
  writeFileSync(functions, functionsPackage(path.dirname(built.functionsMain)));
  return [functions, tab];
};

/** Writes what is asked for and answers with the paths. Throws, in plain words, where values are missing or wrong. */
export const runPackage = async (
  { environment, hosting, out }: PackageCommand,
  folder?: string,
): Promise<readonly string[]> => {
  const given = readEnvironmentFile(environment, folder);
  mkdirSync(out, { recursive: true });
  if (hosting) return writeHosting(given, out);
  const file = path.join(out, `assured-${environment}.zip`);
  writeFileSync(file, await appPackage(valuesFor(ManifestValues, given)));
  return [file];
};
