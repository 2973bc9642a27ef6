import type { JsonFault, Token } from './jsonTokens';
import { tokensOf } from './jsonTokens';

interface Opened {
  readonly token: Token;
  /** The keys met so far, each with its first place. */
  readonly keys: Map<string, Token>;
}

type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

interface Reader {
  awaited: Awaited;
  before: Token | undefined;
  readonly opened: Opened[];
  readonly faults: JsonFault[];
  readonly lineOf: (at: number) => number;
}

type Step = (reader: Reader, token: Token) => string | undefined;

const isMark = ({ kind, text }: Token, marks: string): boolean => kind === 'mark' && marks.includes(text);

const afterValue = ({ opened }: Reader): Awaited => (opened.length === 0 ? 'nothing' : 'commaOrEnd');

const close: Step = (reader, { text }) => {
  const last = reader.opened.at(-1)?.token;
  if (!last) return `This '${text}' closes nothing; take it out.`;
  if ((last.text === '{') !== (text === '}'))
    return `This '${text}' does not close the '${last.text}' of line ${reader.lineOf(last.at)}; close that one first.`;
  if (reader.before && isMark(reader.before, ','))
    return `A comma stands before this '${text}', yet nothing follows it; take the comma out.`;
  reader.opened.pop();
  reader.awaited = afterValue(reader);
  return undefined;
};

const value: Step = (reader, token) => {
  if (isMark(token, '{[')) {
    reader.opened.push({ token, keys: new Map() });
    reader.awaited = token.text === '{' ? 'keyOrEnd' : 'valueOrEnd';
    return undefined;
  }
  if (isMark(token, '}]') && reader.before && isMark(reader.before, ',')) return close(reader, token);
  if (token.kind === 'mark') return `A value is missing before this '${token.text}'.`;
  reader.awaited = afterValue(reader);
  return undefined;
};

const key: Step = (reader, token) => {
  if (isMark(token, '}]')) return close(reader, token);
  if (token.kind !== 'text') return `A key in double quotation marks is missing before this '${token.text}'.`;
  const keys = reader.opened.at(-1)?.keys;
  const first = keys?.get(token.text);
  const twice = `The key ${token.text.replaceAll('"', "'")} is already given in line ${first ? reader.lineOf(first.at) : 0}, and only one of them can count; keep one.`;
  if (first) reader.faults.push({ at: token.at, message: twice });
  keys?.set(token.text, token);
  reader.awaited = 'colon';
  return undefined;
};

const steps: Readonly<Record<Awaited, Step>> = {
  value,
  valueOrEnd: (reader, token) => (isMark(token, '}]') ? close(reader, token) : value(reader, token)),
  key,
  keyOrEnd: key,
  colon: (reader, token) => {
    if (!isMark(token, ':')) return `A colon (':') is missing before this.`;
    reader.awaited = 'value';
    return undefined;
  },
  commaOrEnd: (reader, token) => {
    if (isMark(token, '}]')) return close(reader, token);
    if (!isMark(token, ',')) return `A comma (',') is missing before this.`;
    reader.awaited = reader.opened.at(-1)?.token.text === '{' ? 'key' : 'value';
    return undefined;
  },
  nothing: (_, { text }) => `The file has ended before this '${text.slice(0, 20)}'; take out what follows.`,
};

/** What is still open when the text ends. */
const atEnd = ({ opened, awaited, lineOf }: Reader, at: number): JsonFault[] => {
  const last = opened.at(-1)?.token;
  if (last)
    return [
      { at, message: `The file ends, yet the '${last.text}' of line ${lineOf(last.at)} is not closed; close it.` },
    ];
  return awaited === 'nothing'
    ? []
    : [{ at, message: `The file is empty; it must hold one part in braces ('{ … }').` }];
};

/** Where a fault is, as every editor counts: lines and columns from 1. */
export interface PlacedFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const placedIn = (text: string) => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (at: number) => starts.findLastIndex((start) => start <= at) + 1;
  return {
    lineOf,
    placed: ({ at, message }: JsonFault): PlacedFault => {
      const line = lineOf(at);
      return { line, column: at - (starts[line - 1] ?? 0) + 1, message };
    },
  };
};

/** Why a text is no JSON: the first place where it goes wrong, and every key that a part has twice before that. */
export const jsonFaults = (text: string): PlacedFault[] => {
  const { lineOf, placed } = placedIn(text);
  const { tokens, fault } = tokensOf(text);
  const reader: Reader = { awaited: 'value', before: undefined, opened: [], faults: [], lineOf };
  for (const token of tokens) {
    const wrong = steps[reader.awaited](reader, token);
    if (wrong !== undefined) return [...reader.faults, { at: token.at, message: wrong }].map(placed);
    reader.before = token;
  }
  return [...reader.faults, ...(fault ? [fault] : atEnd(reader, text.length))].map(placed);
};
