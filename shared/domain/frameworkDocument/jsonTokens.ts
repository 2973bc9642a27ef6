/** A piece of JSON: a mark such as `{`, or a text, a number, `true`, `false`, `null`. `at` counts characters from 0. */
export interface Token {
  readonly kind: 'mark' | 'text' | 'other';
  readonly text: string;
  readonly at: number;
}

export interface JsonFault {
  readonly at: number;
  readonly message: string;
}

/* eslint-disable no-control-regex -- JSON refuses control characters within a text */
const pattern =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|((?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])))/y;
/* eslint-enable no-control-regex */

const faultAt = (text: string, at: number): JsonFault => {
  const sign = text.charAt(at);
  const fault = (message: string) => ({ at, message });
  if (sign === '"')
    return fault(
      "This text is not closed on its line, or holds a backslash that means nothing; end it with '\"' and write '\\\\' for a backslash.",
    );
  if ("\u201c\u201d\u201e\u2018\u2019'".includes(sign))
    return fault(`The sign '${sign}' does not belong here; use straight double quotation marks ('"').`);
  if (sign === '/') return fault("A comment ('//') cannot stand in JSON; take it out.");
  const word = /^[\w.+-]+/.exec(text.slice(at, at + 40))?.[0] ?? sign;
  return fault(`'${word}' does not belong here; a text stands in double quotation marks ('"').`);
};

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly fault?: JsonFault;
}

const tokenOf = ([all, mark, quoted, other]: RegExpExecArray, end: number): Token => {
  const text = mark ?? quoted ?? other ?? all;
  return { kind: mark ? 'mark' : quoted ? 'text' : 'other', text, at: end - text.length };
};

/** The pieces of a JSON text, up to the first that is none. */
export const tokensOf = (text: string): Tokens => {
  const tokens: Token[] = [];
  const rest = /\S/g;
  pattern.lastIndex = 0;
  for (;;) {
    const from = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) {
      rest.lastIndex = from;
      const next = rest.exec(text);
      return next ? { tokens, fault: faultAt(text, next.index) } : { tokens };
    }
    tokens.push(tokenOf(found, pattern.lastIndex));
  }
};
