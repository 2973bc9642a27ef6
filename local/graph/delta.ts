import { z } from 'zod';
import { GraphFault, invalidRequest } from './errors';
import { itemsChangedAfter, lastChange } from './itemRows';
import { pageSize } from './itemQuery';
import { deletedShape, itemShaper, itemsContext, textsIn, type ItemContext } from './itemShape';
import { fieldsWanted, queryOptions, type FieldsWanted, type QueryOptions } from './queryOptions';
import type { StoredItem } from './storedItem';
import type { Unsettled } from './unsettled';
import { pastStates } from './versions';
import type { LocalDatabase } from '../database';

/** Graph keeps delta tokens for about a month. */
const tokenLifetimeMs = 30 * 24 * 60 * 60 * 1000;

const DeltaToken = z.object({
  list: z.string(),
  /** The last change that was told. */
  after: z.number(),
  /** A first reading skips what was already deleted when it began. */
  startedAt: z.number(),
  issued: z.number(),
  /** The options of the first call: its links carry them on. */
  query: z.string(),
});
type DeltaToken = z.infer<typeof DeltaToken>;

export interface DeltaRequest {
  readonly database: LocalDatabase;
  readonly context: ItemContext;
  readonly search: URLSearchParams;
  /** Tokens issued at or before this moment have expired (milliseconds since 1970). */
  readonly expiredUntil: number;
  /** How old a change must be before it is told, in milliseconds. */
  readonly lagMs: number;
  readonly unsettled: Pick<Unsettled, 'deltaFields' | 'deltaPage' | 'deltaRepeats' | 'resyncCode'>;
}

const encode = (token: DeltaToken): string => Buffer.from(JSON.stringify(token)).toString('base64url');

const decode = (text: string): DeltaToken => {
  try {
    return DeltaToken.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw invalidRequest('The provided token is not valid.');
  }
};

const deltaUrl = ({ origin, site, list }: ItemContext): string =>
  `${origin}/v1.0/sites/${site.id}/lists/${list.id}/items/delta`;

/** An expired token: read everything again, from the address in `Location`. */
const resync = ({ context, unsettled }: DeltaRequest): GraphFault =>
  new GraphFault(410, unsettled.resyncCode, 'Resync required. Replace any local items with the server version.', {
    headers: { Location: deltaUrl(context) },
  });

const optionNames = ['$select', '$expand', '$top', 'select', 'expand', 'top'];

const optionsOf = (search: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...search].filter(([name]) => optionNames.includes(name)));

const startToken = ({ database, context, search, lagMs }: DeltaRequest): DeltaToken => {
  const now = Date.now();
  const last = lastChange(database, context.list.id, now - lagMs);
  const latest = search.get('token') === 'latest';
  return {
    list: context.list.id,
    after: latest ? last : 0,
    startedAt: last,
    issued: now,
    query: optionsOf(search).toString(),
  };
};

const continueToken = (request: DeltaRequest): DeltaToken => {
  const token = decode(request.search.get('token') ?? '');
  if (token.list !== request.context.list.id) throw invalidRequest('The provided token is not valid.');
  if (token.issued <= request.expiredUntil || Date.now() - token.issued > tokenLifetimeMs) throw resync(request);
  const own = optionsOf(request.search).toString();
  return own === '' ? token : { ...token, query: own };
};

const optionsFor = (token: DeltaToken): QueryOptions => queryOptions(new URLSearchParams(token.query));

/** Cheaper with a token than without (facts/graph.md 2.1). */
export const continuesDelta = (search: URLSearchParams): boolean => {
  const token = search.get('token');
  return token !== null && token !== 'latest';
};

const linkTo = (context: ItemContext, token: DeltaToken): string => `${deltaUrl(context)}?token=${encode(token)}`;

const changesAfter = (request: DeltaRequest, token: DeltaToken, limit: number, fields: FieldsWanted): StoredItem[] =>
  itemsChangedAfter(request.database, request.context.list.id, {
    change: token.after,
    limit,
    before: Date.now() - request.lagMs,
    texts: textsIn(request.context.columns, fields),
  });

/** Whether `fields` come without being asked for is not established. */
const deltaFields = ({ unsettled }: DeltaRequest, options: QueryOptions): FieldsWanted => {
  if (unsettled.deltaFields === 'never') return 'none';
  const asked = fieldsWanted(options);
  return unsettled.deltaFields === 'always' && asked === 'none' ? 'all' : asked;
};

/** An item may appear more than once, its latest state last: here twice, if it has older states. */
const told = ({ database, context, unsettled }: DeltaRequest, items: readonly StoredItem[]): StoredItem[] => {
  if (!unsettled.deltaRepeats) return [...items];
  const older = items.flatMap((item) => (item.deleted ? [] : pastStates(database, context, item).slice(1, 2)));
  return [...older, ...items];
};

/** `items/delta`: the latest state of each changed item, one page, and the link to go on with. */
export const readDelta = (request: DeltaRequest): object => {
  const { context, search } = request;
  const token = continuesDelta(search) ? continueToken(request) : startToken(request);
  const options = optionsFor(token);
  const fields = deltaFields(request, options);
  const size = pageSize(options.top, request.unsettled.deltaPage);
  const found = changesAfter(request, token, size + 1, fields);
  const page = found.slice(0, size);
  const next = { ...token, after: page.at(-1)?.change ?? token.after, issued: Date.now() };
  const link =
    found.length > size
      ? { '@odata.nextLink': linkTo(context, next) }
      : { '@odata.deltaLink': linkTo(context, { ...next, startedAt: 0 }) };
  const shape = itemShaper(context, { select: options.select, fields });
  const news = page.filter((item) => !item.deleted || item.change > token.startedAt);
  return {
    '@odata.context': itemsContext(context),
    ...link,
    value: told(request, news).map((item) => (item.deleted ? deletedShape(context, item) : shape(item))),
  };
};
