import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, projectRoot } from '../projectRoot';
import { bundleForNode, bundleInParts } from './nodeBundle';
import { runStep } from './stamp';
import type { BuildStep } from './stamp';
import { viteBuild } from './viteBuild';

const always = [inProject('package-lock.json'), inProject('local', 'build'), inProject('tsconfig.json')];
const functionsOutput = inProject('dist', 'functions');
const notInProduction = ['local', 'test'];

/** What the build makes, for those who start it. */
export const built = {
  functionsMain: path.join(functionsOutput, 'main.mjs'),
  administer: path.join(functionsOutput, 'administer.cjs'),
  tab: inProject('dist', 'tabs'),
  teamsPage: inProject('dist', 'teams-page'),
  functionsHost: inProject('dist', 'local', 'functionsHost.cjs'),
} as const;

/** Writes a file of the deployment package, and answers its name. */
const packed = async (name: string, text: string): Promise<string> => {
  await writeFile(path.join(functionsOutput, name), text);
  return name;
};

const bundleFunctions = async (): Promise<void> => {
  const bundle = { root: projectRoot, forbidden: notInProduction };
  const written = new Set([
    ...(await bundleInParts({ ...bundle, entry: 'functions/main.ts', outdir: functionsOutput })),
    ...(await bundleForNode({ ...bundle, entry: 'functions/administer.ts', outfile: built.administer })),
    await packed('host.json', await readFile(inProject('functions', 'host.json'), 'utf8')),
    // The folder is the deployment package: the platform finds the entry point through this file.
    await packed('package.json', `${JSON.stringify({ name: 'assured', main: path.basename(built.functionsMain) })}\n`),
  ]);
  // A part is called after what is in it: those of builds before are nobody's.
  for (const name of await readdir(functionsOutput))
    if (!written.has(name)) await rm(path.join(functionsOutput, name), { recursive: true });
};

const functionsStep: BuildStep = {
  name: 'the Functions app',
  inputs: [...always, inProject('functions'), inProject('bot'), inProject('shared')],
  outputs: [built.functionsMain, built.administer, path.join(functionsOutput, 'host.json')],
  stampFile: inProject('dist', 'functions.sha256'),
  run: bundleFunctions,
};

const tabStep: BuildStep = {
  name: 'the tab',
  inputs: [...always, inProject('tabs'), inProject('shared')],
  outputs: [path.join(built.tab, 'index.html')],
  stampFile: inProject('dist', 'tabs.sha256'),
  run: () => viteBuild(projectRoot, inProject('tabs')),
};

const teamsPageStep: BuildStep = {
  name: 'the Teams page',
  inputs: [...always, inProject('local', 'teams'), inProject('shared')],
  outputs: [path.join(built.teamsPage, 'index.html')],
  stampFile: inProject('dist', 'teams-page.sha256'),
  run: () => viteBuild(projectRoot, inProject('local', 'teams', 'page')),
};

const hostStep: BuildStep = {
  name: 'the Functions host',
  inputs: [...always, inProject('local', 'functionsHost')],
  outputs: [built.functionsHost],
  stampFile: inProject('dist', 'local', 'functionsHost.sha256'),
  run: async () => {
    const entry = 'local/functionsHost/preload.ts';
    await bundleForNode({ root: projectRoot, entry, outfile: built.functionsHost, forbidden: [] });
  },
};

/** Each builds one thing unless it is up to date, and says which. */
export const buildFunctions = () => runStep(functionsStep, projectRoot);
export const buildTab = () => runStep(tabStep, projectRoot);
export const buildTeamsPage = () => runStep(teamsPageStep, projectRoot);
export const buildHost = () => runStep(hostStep, projectRoot);

/** Builds everything that is out of date, one after the other: two at once are slower on a small machine. */
export const buildAll = async (report: (line: string) => void = () => undefined): Promise<void> => {
  for (const step of [functionsStep, hostStep, tabStep, teamsPageStep]) {
    const startedAt = performance.now();
    const outcome = await runStep(step, projectRoot);
    if (outcome === 'built') report(`Built ${step.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  }
};
