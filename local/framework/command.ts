import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FileMistake } from '../../functions/administration/frameworkFile';
import { examineFramework } from '../../functions/administration/frameworkFile';
import { describeFramework, frameworkSummary } from '../../shared/domain/frameworkDescription/describeFramework';
import { count } from '../../shared/domain/words';
import { inProject } from '../projectRoot';
import { frameworkSchemaText } from './schemaText';

export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

export const usage = `A trust's school improvement model as data:
  npm run framework -- check FILE      finds every mistake in a framework's JSON file
  npm run framework -- describe FILE   shows the framework as a page to read (Markdown)
  npm run framework -- schema          writes the JSON Schema that editors use, docs/framework/framework.schema.json
`;

const mistakesText = (file: string, mistakes: readonly FileMistake[]): string =>
  [
    `${file}: ${count(mistakes.length, 'mistake')}.`,
    ...mistakes.map(({ place, message }, i) => `${i + 1}. ${place}\n   ${message}`),
    '',
  ].join('\n\n');

const check = (file: string, from: string): Answer => {
  const { framework, mistakes } = examineFramework(path.resolve(from, file));
  if (!framework) return { ok: false, text: mistakesText(file, mistakes) };
  const { name, version } = framework;
  return { ok: true, text: `${file} is in order: ${name}, version ${version}, with ${frameworkSummary(framework)}.\n` };
};

const describe = (file: string, from: string): Answer => {
  const { framework, mistakes } = examineFramework(path.resolve(from, file));
  return framework
    ? { ok: true, text: describeFramework(framework) }
    : { ok: false, text: mistakesText(file, mistakes) };
};

const writeSchema = (): Answer => {
  const file = inProject('docs', 'framework', 'framework.schema.json');
  writeFileSync(file, frameworkSchemaText());
  return { ok: true, text: `Written: ${path.relative(inProject(), file)}\n` };
};

/** A command with the number of files that it takes. */
interface Command {
  readonly files: number;
  readonly run: (file: string, from: string) => Answer;
}

const help: Command = { files: 0, run: () => ({ ok: true, text: usage }) };

const commands: Readonly<Record<string, Command>> = {
  check: { files: 1, run: check },
  describe: { files: 1, run: describe },
  schema: { files: 0, run: writeSchema },
  help,
  '--help': help,
  '-h': help,
};

/** Runs one command; file names are meant from the folder `from`. */
export const runFramework = ([name = '', ...files]: readonly string[], from: string): Answer => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command?.files === files.length ? command.run(files[0] ?? '', from) : { ok: false, text: usage };
};
