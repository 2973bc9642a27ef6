import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface BuildStep {
  readonly name: string;
  /** Files and folders the output is made from. One that does not exist counts as empty. */
  readonly inputs: readonly string[];
  /** Files that must exist afterwards. */
  readonly outputs: readonly string[];
  /** Where the hash of the inputs is kept, beside the output. */
  readonly stampFile: string;
  readonly run: () => Promise<void>;
}

const filesUnder = async (entry: string): Promise<string[]> => {
  const found = await stat(entry).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [entry];
  const inside = await readdir(entry, { recursive: true, withFileTypes: true });
  return inside.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
};

/** A hash over the names and contents of all files, the same on every machine and in every order. */
export const hashOf = async (inputs: readonly string[], root: string): Promise<string> => {
  const files = (await Promise.all(inputs.map(filesUnder))).flat();
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    const name = path.relative(root, file).replaceAll(path.sep, '/');
    hash
      .update(name)
      .update('\0')
      .update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      );
  }
  return hash.digest('hex');
};

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Runs the step unless its outputs exist and were made from the same inputs. Says which it was. */
export const runStep = async (step: BuildStep, root: string): Promise<'built' | 'unchanged'> => {
  const hash = await hashOf(step.inputs, root);
  const known = await readFile(step.stampFile, 'utf8').catch(() => '');
  const present = (await Promise.all(step.outputs.map(exists))).every(Boolean);
  if (present && known === hash) return 'unchanged';
  await rm(step.stampFile, { force: true });
  await step.run();
  const missing = [];
  for (const output of step.outputs) if (!(await exists(output))) missing.push(path.relative(root, output));
  if (missing.length > 0) throw new Error(`The build of ${step.name} did not make ${missing.join(', ')}.`);
  await mkdir(path.dirname(step.stampFile), { recursive: true });
  await writeFile(step.stampFile, hash);
  return 'built';
};
