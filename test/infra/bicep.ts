import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a file in `infra`. */
export const infra = (...name: string[]): string => readFileSync(path.resolve('infra', ...name), 'utf8');

const named = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name);

export interface Params {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

export const paramsIn = (bicep: string): Params => ({
  all: named(bicep, /^param (\w+) /gm),
  required: named(bicep, /^param (\w+) \w+$/gm),
});

export const outputsIn = (bicep: string): readonly string[] => named(bicep, /^output (\w+) /gm);

/** Resource types with their API versions. */
export const resourcesIn = (bicep: string): readonly string[] => named(bicep, /^resource \w+ '([^']+)'/gm);

/** The text between a bracket and the one that closes it. */
const inside = (text: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if ('([{'.includes(text[at] ?? '')) depth += 1;
    if (')]}'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) return text.slice(from + 1, at);
  }
  throw new Error('A bracket is not closed.');
};

/** Name and expression of each property that begins a line at the shallowest depth of a block. */
const propertiesIn = (block: string): ReadonlyMap<string, string> => {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const indents = lines.map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return new Map(
    lines.flatMap((line, i) => {
      const [, name, expression] = /^\s*(\w+): (.+)$/.exec(line) ?? [];
      return indents[i] === least && name && expression ? [[name, expression.trim()] as const] : [];
    }),
  );
};

export interface Module {
  readonly file: string;
  readonly params: ReadonlyMap<string, string>;
}

export const modulesIn = (bicep: string): ReadonlyMap<string, Module> =>
  new Map(
    Array.from(bicep.matchAll(/^module (\w+) '([^']+)' = \{/gm), (match) => {
      const [whole, name = '', file = ''] = match;
      const body = inside(bicep, match.index + whole.length - 1);
      const opening = body.indexOf('params: {') + 'params: '.length;
      return [name, { file, params: propertiesIn(inside(body, opening)) }] as const;
    }),
  );

/** The app settings by name, with their expressions: those that are always set, and those set on some condition. */
export const settingsIn = (main: string): ReadonlyMap<string, string> => {
  const text = inside(main, main.indexOf('union(') + 'union'.length);
  const always = text.indexOf('{');
  const conditional = Array.from(text.matchAll(/ \? \{/g), ({ index }) => index + 3);
  return new Map([
    ...propertiesIn(inside(text, always)),
    ...conditional.flatMap((at) => [...propertiesIn(inside(text, at).replaceAll(', ', '\n'))]),
  ]);
};
