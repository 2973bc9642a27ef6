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

/**
 * Parses the part of OData's `$filter` that SharePoint lists understand: `eq ne lt gt le ge`, `startswith`,
 * `and`, `or` and brackets. Anything else is `Invalid filter clause` (facts/graph.md 1.5).
 */
export const parseFilter = (filter: string): FilterExpression => {
  const tokens = tokensOf(filter);
  let at = 0;
  const take = (type: Token['type']): Token => {
    const token = tokens[at];
    if (token?.type !== type) throw invalidFilter();
    at += 1;
    return token;
  };
  const takeWord = (word: string): boolean => {
    const token = tokens[at];
    if (token?.type !== 'word' || token.text !== word) return false;
    at += 1;
    return true;
  };
  const startsWith = (): FilterExpression => {
    take('(');
    const path = take('word').text;
    take(',');
    const value = take('text').text;
    take(')');
    // OData lets a Boolean function stand alone or be compared with true.
    if (takeWord('eq') && !takeWord('true')) throw invalidFilter();
    return { kind: 'startsWith', path, value };
  };
  const comparison = (): FilterExpression => {
    if (takeWord('startswith')) return startsWith();
    const path = take('word').text;
    const operator = take('word').text;
    const literal = tokens[at];
    if (!isOperator(operator) || !literal) throw invalidFilter();
    at += 1;
    return { kind: 'compare', path, operator, value: literalFrom(literal) };
  };
  const primary = (): FilterExpression => {
    if (tokens[at]?.type !== '(') return comparison();
    take('(');
    const inner = disjunction();
    take(')');
    return inner;
  };
  const conjunction = (): FilterExpression => {
    let left = primary();
    while (takeWord('and')) left = { kind: 'logic', operator: 'and', left, right: primary() };
    return left;
  };
  const disjunction = (): FilterExpression => {
    let left = conjunction();
    while (takeWord('or')) left = { kind: 'logic', operator: 'or', left, right: conjunction() };
    return left;
  };
  const expression = disjunction();
  if (at < tokens.length) throw invalidFilter();
  return expression;
};
