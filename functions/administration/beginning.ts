import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonFaults } from '../../shared/domain/frameworkDocument/jsonFaults';
import { beginningContents, beginningMistakes } from '../../shared/domain/beginning';
import { Beginning } from '../../shared/schema/beginning';
import type { Provisioned } from '../adapters/graph/provision';
import { fillSite, planSite } from './archives';
import { readFramework } from './frameworkFile';
import type { AdministrationParts } from './parts';
import { wrong } from './parts';

type Reading =
  | { readonly beginning: Beginning; readonly mistakes: readonly [] }
  | { readonly beginning?: undefined; readonly mistakes: readonly string[] };

// Classic zod, for its words in English.
const words = (error: z.core.$ZodError): readonly string[] =>
  error.issues.map(({ path, message }) => `${path.length > 0 ? path.join(' › ') : 'the file'}: ${message}`);

const readBeginning = (file: string): Reading => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { mistakes: ['There is no such file, or it may not be read; check the name and the folder.'] };
  }
  const [fault] = jsonFaults(text);
  if (fault) return { mistakes: [`line ${fault.line}, column ${fault.column}: ${fault.message}`] };
  const parsed = z.safeParse(Beginning, JSON.parse(text));
  if (!parsed.success) return { mistakes: words(parsed.error) };
  const mistakes = beginningMistakes(parsed.data);
  return mistakes.length > 0 ? { mistakes } : { beginning: parsed.data, mistakes: [] };
};

const begunAlready = [
  'This site holds other records, so nothing was written: a trust was begun here already, and none is written over.',
  'Please check SITE_PATH. Where this same command broke off, run it again with the same two files, unchanged.',
];

/**
 * Begins a trust on an empty site: lists, the model, the first year and the first administrator, who enters the rest in
 * the tab. Run again after it broke off it completes what is missing; where anything else stands it writes nothing.
 */
export const beginTrust = async (
  parts: AdministrationParts,
  file: string,
  frameworkFile: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Provisioned> => {
  const { beginning, mistakes } = readBeginning(file);
  if (!beginning) return wrong(`${file} cannot be used:`, ...mistakes.map((mistake) => `  - ${mistake}`));
  const framework = readFramework(frameworkFile);
  const { trustName, year, administrator } = beginning;
  const heading = [
    `${trustName} begins with ${year} on ${framework.name}, version ${framework.version}. Its administrator is ${administrator.name}.`,
  ];
  const contents = beginningContents(beginning, framework);
  return (dryRun ? planSite : fillSite)(parts, { contents, inUse: begunAlready }, heading);
};
