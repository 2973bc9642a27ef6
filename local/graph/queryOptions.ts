import { badRequest, GraphFault, invalidRequest } from './errors';
import { parseFilter, type FilterExpression } from './filterParser';
import { refuseOtherExpansions } from './shapes';

/** Which fields an answer carries: none, all, or the named ones. */
export type FieldsWanted = 'none' | 'all' | readonly string[];

export interface OrderBy {
  readonly path: string;
  readonly descending: boolean;
}

export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  /** Each expanded name with its own `$select`, if it has one. */
  readonly expand: ReadonlyMap<string, readonly string[] | undefined>;
  readonly filter: FilterExpression | undefined;
  readonly orderBy: readonly OrderBy[];
  readonly top: number | undefined;
  readonly skipToken: string | undefined;
  /** The options as they came, for the link to the next page; without paging tokens. */
  readonly given: ReadonlyMap<string, string>;
}

const known = ['select', 'expand', 'filter', 'orderby', 'top', 'skiptoken', 'skip', 'count', 'search', 'token'];

const names = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Splits at commas that stand outside of brackets. */
const topLevelParts = (text: string): string[] => {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
};

const expandPattern = /^(\w+)(?:\((\$?)select=([^()]*)\))?$/;

const parseExpand = (text: string, dollarRequired: boolean): Map<string, string[] | undefined> =>
  new Map(
    topLevelParts(text).map((part) => {
      const [match, name = '', dollar, selected] = expandPattern.exec(part) ?? [];
      if (match === undefined || (dollarRequired && dollar === ''))
        throw badRequest(`Parsing OData Select and Expand failed: The expression "${part}" is not valid.`);
      return [name, selected === undefined ? undefined : names(selected)];
    }),
  );

const parseOrderBy = (text: string): OrderBy[] =>
  names(text).map((part) => {
    const match = /^([\w/]+)(?:\s+(asc|desc))?$/.exec(part);
    if (!match) throw invalidRequest();
    return { path: match[1] ?? '', descending: match[2] === 'desc' };
  });

const parseTop = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw invalidRequest();
  return Number(text);
};

const refuseUnsupported = (options: ReadonlyMap<string, string>): void => {
  if (options.has('skip'))
    throw invalidRequest('$skip is not supported on this API. Only URLs returned by the API can be used to page.');
  if (options.has('count') || options.has('search')) throw invalidRequest();
};

/** Names with and without `$`; in strict mode only with. Foreign parameters are ignored, as Graph does. */
const optionsIn = (search: URLSearchParams, dollarRequired: boolean): Map<string, string> => {
  const options = new Map<string, string>();
  for (const [key, value] of search) {
    const name = key.replace(/^\$/, '').toLowerCase();
    if (!known.includes(name)) continue;
    if (dollarRequired && name !== 'token' && !key.startsWith('$'))
      throw new GraphFault(400, 'badArgument', `The query option '${key}' must start with '$'.`);
    options.set(name, value);
  }
  return options;
};

const optional = <T>(text: string | undefined, parse: (text: string) => T): T | undefined =>
  text === undefined ? undefined : parse(text);

/** The OData options of a request. `dollarRequired` refuses names without `$` (facts/graph.md 1.5). */
export const queryOptions = (search: URLSearchParams, { dollarRequired = false } = {}): QueryOptions => {
  const options = optionsIn(search, dollarRequired);
  refuseUnsupported(options);
  const given = new Map(options);
  given.delete('skiptoken');
  given.delete('token');
  return {
    select: optional(options.get('select'), names),
    expand: parseExpand(options.get('expand') ?? '', dollarRequired),
    filter: optional(options.get('filter'), parseFilter),
    orderBy: parseOrderBy(options.get('orderby') ?? ''),
    top: optional(options.get('top'), parseTop),
    skipToken: options.get('skiptoken'),
    given,
  };
};

/** Navigations of an item, besides `fields`. */
const otherNavigations = ['versions', 'driveItem', 'permissions', 'analytics', 'documentSetVersions'];

/** What `$expand=fields(…)` asks for; no other expansion of an item is done here. */
export const fieldsWanted = ({ expand }: QueryOptions): FieldsWanted => {
  refuseOtherExpansions(expand, { type: 'listItem', done: ['fields'], others: otherNavigations });
  return expand.has('fields') ? (expand.get('fields') ?? 'all') : 'none';
};

/** The query string that repeats the given options and adds more. */
export const queryString = (given: ReadonlyMap<string, string>, more: Readonly<Record<string, string>>): string =>
  [...[...given].map(([name, value]) => [`$${name}`, value] as const), ...Object.entries(more)]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
