import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { jsonFaults } from '../../shared/domain/frameworkDocument/jsonFaults';
import { checkArchive } from '../../shared/application/checkArchive';
import type { CheckedArchive } from '../../shared/application/checkArchive';
import type { Archive } from '../../shared/schema/archive';

/** A whole trust, with any number of spaces between. */
const mostBytes = 500_000_000;

const wrong = (words: string): CheckedArchive => ({ mistakes: [words] });

const unusable = (file: string): string | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return `There is no file ${file}; check the name and the folder.`;
  if (stat.isDirectory()) return `${file} is a folder; name the archive in it.`;
  if (stat.size > mostBytes) return `${file} has ${Math.round(stat.size / 1_000_000)} MB and is no archive of a trust.`;
  return undefined;
};

const jsonMistake = (text: string): string => {
  const [fault] = jsonFaults(text);
  const where = fault ? ` (line ${fault.line}, column ${fault.column}: ${fault.message})` : '';
  return `The archive is not whole: its JSON cannot be read${where}. Please use another copy.`;
};

/** Reads an archive's file and finds everything that is wrong with it. */
export const examineArchive = (file: string): CheckedArchive => {
  const words = unusable(file);
  if (words !== undefined) return wrong(words);
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) return wrong('The archive is not saved as UTF-8. Please use another copy.');
  const text = new TextDecoder().decode(bytes);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return wrong(jsonMistake(text));
  }
  return checkArchive(given);
};

/** An archive is never written over. */
export const isTaken = (file: string): boolean => existsSync(file);

/**
 * Whole or not at all, and for its owner's eyes only, because it names people. One line to read for a person at the
 * head of it; the rest is for machines.
 */
export const writeArchive = (file: string, archive: Archive): void => {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(archive)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, file);
  } catch (fault) {
    rmSync(unfinished, { force: true });
    throw fault;
  }
};
