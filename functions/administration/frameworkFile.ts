import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { jsonFaults } from '../../shared/domain/frameworkDocument/jsonFaults';
import { placeWords } from '../../shared/domain/frameworkDocument/place';
import { readFrameworkDocument } from '../../shared/domain/frameworkDocument/readFrameworkDocument';
import type { Framework } from '../../shared/schema/framework';

/** A framework that cannot be used, with every reason. */
export class BadFramework extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`This framework cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'BadFramework';
  }
}

/** Where in the file, and a sentence that says what is wrong and what would be right. */
export interface FileMistake {
  readonly place: string;
  readonly message: string;
}

export type FileReading =
  | { readonly framework: Framework; readonly mistakes: readonly [] }
  | { readonly framework?: undefined; readonly mistakes: readonly FileMistake[] };

/** Far above the 55,000 characters of the largest framework, with any number of spaces between them. */
const mostBytes = 2_000_000;

const fileWords = (file: string): string | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 'There is no such file; check the name and the folder.';
  if (stat.isDirectory()) return 'This is a folder; name the JSON file in it.';
  if (stat.size > mostBytes)
    return `This file has ${(stat.size / 1_000_000).toFixed(1)} MB and is no framework: the largest one that can be stored has 55,000 characters.`;
  return undefined;
};

/** The text of a file, without a byte order mark; undefined where it is in another encoding than UTF-8. */
const textIn = (file: string): string | undefined => {
  const bytes = readFileSync(file);
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : undefined;
};

const wrong = (place: string, message: string): FileReading => ({ mistakes: [{ place, message }] });

const readText = (text: string): FileReading => {
  const faults = jsonFaults(text);
  if (faults.length > 0)
    return {
      mistakes: faults.map(({ line, column, message }) => ({ place: `line ${line}, column ${column}`, message })),
    };
  const document: unknown = JSON.parse(text);
  const { framework, mistakes } = readFrameworkDocument(document);
  if (framework) return { framework, mistakes: [] };
  return { mistakes: mistakes.map(({ path, message }) => ({ place: placeWords(document, path), message })) };
};

/** Reads a framework's file and finds everything that is wrong with it: the file, its JSON, its shape, its references. */
export const examineFramework = (file: string): FileReading => {
  try {
    const unusable = fileWords(file);
    if (unusable !== undefined) return wrong(file, unusable);
    const text = textIn(file);
    return text === undefined
      ? wrong(file, "This file is not saved as UTF-8; save it again with the encoding 'UTF-8'.")
      : readText(text);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === undefined) throw fault;
    return wrong(file, `This file cannot be read ('${code}'); check that it may be opened.`);
  }
};

/** The framework of a file that is in order. Throws `BadFramework` with every mistake where it is not. */
export const readFramework = (file: string): Framework => {
  const { framework, mistakes } = examineFramework(file);
  if (!framework) throw new BadFramework(mistakes.map(({ place, message }) => `${place}: ${message}`));
  return framework;
};
