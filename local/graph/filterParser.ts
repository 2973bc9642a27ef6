import { invalidRequest } from './errors';

export type Literal = string | number | boolean | null;
export type ComparisonOperator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge';

export type FilterExpression =
  | {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly left: FilterExpression;
      readonly right: FilterExpression;
    }
  | { readonly kind: 'compare'; readonly path: string; readonly operator: ComparisonOperator; readonly value: Literal }
  | { readonly kind: 'startsWith'; readonly path: string; readonly value: string };

interface Token {
  readonly type: 'word' | 'text' | 'value' | '(' | ')' | ',';
  readonly text: string;
}

const invalidFilter = () => invalidRequest('Invalid filter clause');

const tokenPattern =
  /\s*(?:'((?:[^']|'')*)'|([(),])|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?|-?\d+(?:\.\d+)?)(?![\w])|([A-Za-z_][\w/@.]*))/y;

const tokenFrom = ([, text, mark, value, word]: RegExpExecArray): Token => {
  if (text !== undefined) return { type: 'text', text: text.replaceAll("''", "'") };
  if (mark === '(' || mark === ')' || mark === ',') return { type: mark, text: mark };
  if (value !== undefined) return { type: 'value', text: value };
  return { type: 'word', text: word ?? '' };
};

const tokensOf = (filter: string): Token[] => {
  const tokens: Token[] = [];
  const source = filter.trim();
  let at = 0;
  while (at < source.length) {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(source);
    if (!match) throw invalidFilter();
    tokens.push(tokenFrom(match));
    at = tokenPattern.lastIndex;
  }
  return tokens;
};

const isOperator = (word: string): word is ComparisonOperator => /^(eq|ne|lt|gt|le|ge)$/.test(word);

const literalFrom = ({ type, text }: Token): Literal => {
  if (type === 'text') return text;
  if (type === 'value') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type !== 'word') throw invalidFilter();
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  throw invalidFilter();
};

interface Cursor {
  readonly peek: () => Token | undefined;
  readonly take: (type: Token['type']) => Token;
  /** Takes the word if it comes next. */
  readonly takeWord: (word: string) => boolean;
  readonly takeLiteral: () => Literal;
}

const cursorOver = (tokens: readonly Token[]): Cursor => {
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const next = (): Token => {
    const token = tokens[at];
    if (!token) throw invalidFilter();
    at += 1;
    return token;
  };
  return {
    peek,
    take: (type) => {
      if (peek()?.type !== type) throw invalidFilter();
      return next();
    },
    takeWord: (word) => {
      const token = peek();
      if (token?.type !== 'word' || token.text !== word) return false;
      at += 1;
      return true;
    },
    takeLiteral: () => literalFrom(next()),
  };
};

const startsWith = (cursor: Cursor): FilterExpression => {
  cursor.take('(');
  const path = cursor.take('word').text;
  cursor.take(',');
  const value = cursor.take('text').text;
  cursor.take(')');
  // OData lets a Boolean function stand alone or be compared with true.
  if (cursor.takeWord('eq') && !cursor.takeWord('true')) throw invalidFilter();
  return { kind: 'startsWith', path, value };
};

const comparison = (cursor: Cursor): FilterExpression => {
  if (cursor.takeWord('startswith')) return startsWith(cursor);
  const path = cursor.take('word').text;
  const operator = cursor.take('word').text;
  if (!isOperator(operator)) throw invalidFilter();
  return { kind: 'compare', path, operator, value: cursor.takeLiteral() };
};

const primary = (cursor: Cursor): FilterExpression => {
  if (cursor.peek()?.type !== '(') return comparison(cursor);
  cursor.take('(');
  const inner = disjunction(cursor);
  cursor.take(')');
  return inner;
};

const conjunction = (cursor: Cursor): FilterExpression => {
  let left = primary(cursor);
  while (cursor.takeWord('and')) left = { kind: 'logic', operator: 'and', left, right: primary(cursor) };
  return left;
};

const disjunction = (cursor: Cursor): FilterExpression => {
  let left = conjunction(cursor);
  while (cursor.takeWord('or')) left = { kind: 'logic', operator: 'or', left, right: conjunction(cursor) };
  return left;
};

/**
 * Parses the part of OData's `$filter` that SharePoint lists understand: `eq ne lt gt le ge`, `startswith`,
 * `and`, `or` and brackets. Anything else is `Invalid filter clause` (facts/graph.md 1.5).
 */
export const parseFilter = (filter: string): FilterExpression => {
  const cursor = cursorOver(tokensOf(filter));
  const expression = disjunction(cursor);
  if (cursor.peek()) throw invalidFilter();
  return expression;
};
