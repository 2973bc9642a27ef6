import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkFramework } from '../../shared/domain/checkFramework';
import { Framework } from '../../shared/schema/framework';

/** A framework that cannot be used, with every reason. */
export class BadFramework extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`This framework cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'BadFramework';
  }
}

const jsonIn = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadFramework([
      `${file} cannot be read as JSON (${error instanceof SyntaxError ? 'it is not JSON' : 'is it there?'}).`,
    ]);
  }
};

/** Reads and checks a framework's file: its shape, then the references between its parts. Throws `BadFramework`. */
export const readFramework = (file: string): Framework => {
  const parsed = Framework.safeParse(jsonIn(file));
  if (!parsed.success) throw new BadFramework([z.prettifyError(parsed.error)]);
  const problems = checkFramework(parsed.data);
  if (problems.length > 0) throw new BadFramework(problems.map(({ path, message }) => `${path}: ${message}`));
  return parsed.data;
};
