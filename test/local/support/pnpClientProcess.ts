/**
 * Runs PnPjs, unchanged, in a process of its own: each operation is what its users write. Its retries are its own too:
 * three attempts for 429, 503 and 504.
 */
import { DefaultHeaders, DefaultInit, graphfi } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import {
  BrowserFetch,
  BrowserFetchWithRetry,
  DefaultParse,
  HttpRequestError,
  InjectHeaders,
  type Queryable,
} from '@pnp/queryable';
import { z } from 'zod';
import { serveCalls } from './serveCalls';

const Setup = z.object({ origin: z.string(), token: z.string(), siteId: z.string() });
const { origin, token, siteId } = Setup.parse(JSON.parse(process.env.CLIENT_SETUP ?? ''));

const Values = z.record(z.string(), z.unknown());
const Query = z.object({
  expand: z.string().optional(),
  select: z.array(z.string()).optional(),
  filter: z.string().optional(),
  orderBy: z.tuple([z.string(), z.boolean()]).optional(),
  top: z.number().optional(),
  prefer: z.string().optional(),
});

const inList = { list: z.string() };
const onItem = { ...inList, item: z.string() };
const Call = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('siteByUrl'), hostname: z.string(), path: z.string() }),
  z.object({ kind: z.literal('lists'), filter: z.string().optional() }),
  z.object({ kind: z.literal('addList'), body: Values }),
  z.object({ kind: z.literal('list'), ...inList, select: z.array(z.string()) }),
  z.object({ kind: z.literal('renameList'), ...inList, displayName: z.string() }),
  z.object({ kind: z.literal('removeList'), ...inList }),
  z.object({ kind: z.literal('columns'), ...inList }),
  z.object({ kind: z.literal('addColumn'), ...inList, body: Values }),
  z.object({ kind: z.literal('removeColumn'), ...inList, column: z.string() }),
  z.object({ kind: z.literal('items'), ...inList, query: Query }),
  z.object({ kind: z.literal('pages'), ...inList, query: Query }),
  z.object({ kind: z.literal('skip'), ...inList, count: z.number() }),
  z.object({ kind: z.literal('add'), ...inList, fields: Values, patient: z.boolean().default(true) }),
  z.object({ kind: z.literal('item'), ...onItem, query: Query }),
  z.object({ kind: z.literal('update'), ...onItem, fields: Values, ifMatch: z.string().optional() }),
  z.object({ kind: z.literal('remove'), ...onItem }),
  z.object({ kind: z.literal('versions'), ...onItem }),
  z.object({ kind: z.literal('batch'), ...inList, reads: z.array(z.string()), adds: z.array(Values) }),
]);
type Call = z.infer<typeof Call>;
type Kind = Call['kind'];
type Of<K extends Kind> = Extract<Call, { kind: K }>;

/** `patient: false` shows the first refusal instead of trying again. */
const graphWith = (patient: boolean) =>
  graphfi().using(
    DefaultInit(`${origin}/v1.0`),
    DefaultHeaders(),
    patient ? BrowserFetchWithRetry() : BrowserFetch(),
    DefaultParse(),
    InjectHeaders({ authorization: `Bearer ${token}` }),
  );

const graph = graphWith(true);
const site = graph.sites.getById(siteId);
const itemsOf = (list: string) => site.lists.getById(list).items;
const headers = (given: Record<string, string | undefined>) =>
  InjectHeaders(
    Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );

interface Selectable<T> {
  expand(...names: string[]): T;
  select(...names: string[]): T;
}

const narrowed = <T extends Selectable<T> & Queryable>(to: T, { expand, select, prefer }: z.infer<typeof Query>): T => {
  if (expand !== undefined) to.expand(expand);
  if (select !== undefined) to.select(...select);
  return prefer === undefined ? to : to.using(headers({ Prefer: prefer }));
};

const queried = ({ list, query }: Of<'items'> | Of<'pages'>) => {
  const items = narrowed(itemsOf(list), query);
  if (query.filter !== undefined) items.filter(query.filter);
  if (query.orderBy !== undefined) items.orderBy(...query.orderBy);
  return query.top === undefined ? items : items.top(query.top);
};

const pages = async (call: Of<'pages'>): Promise<unknown[][]> => {
  const found: unknown[][] = [];
  for await (const page of queried(call)) found.push(page);
  return found;
};

type Settled = { readonly value: unknown } | { readonly status: number };

const settled = (work: Promise<unknown>): Promise<Settled> =>
  work.then(
    (value) => ({ value }),
    (error: unknown) => ({ status: error instanceof HttpRequestError ? error.status : 0 }),
  );

const batch = async ({ list, reads, adds }: Of<'batch'>): Promise<Settled[]> => {
  const [batched, execute] = graph.batched();
  // A collection serves one request of a batch only.
  const items = () => batched.sites.getById(siteId).lists.getById(list).items;
  const outcomes = [
    ...adds.map((fields) => settled(items().add({ fields }))),
    ...reads.map((id) => settled(items().getById(id).expand('fields')())),
  ];
  await execute();
  return Promise.all(outcomes);
};

const operations: { readonly [K in Kind]: (call: Of<K>) => Promise<unknown> } = {
  siteByUrl: async ({ hostname, path }) => (await graph.sites.getByUrl(hostname, path))(),
  lists: ({ filter }) => (filter === undefined ? site.lists() : site.lists.filter(filter)()),
  addList: ({ body }) => site.lists.add(body),
  list: ({ list, select }) => site.lists.getById(list).select(...select)(),
  renameList: ({ list, displayName }) => site.lists.getById(list).update({ displayName }),
  removeList: ({ list }) => site.lists.getById(list).delete(),
  columns: ({ list }) => site.lists.getById(list).columns(),
  addColumn: ({ list, body }) => site.lists.getById(list).columns.add(body),
  removeColumn: ({ list, column }) => site.lists.getById(list).columns.getById(column).delete(),
  items: (call) => queried(call)(),
  pages,
  skip: ({ list, count }) => itemsOf(list).skip(count)(),
  add: ({ list, fields, patient }) =>
    graphWith(patient).sites.getById(siteId).lists.getById(list).items.add({ fields }),
  item: ({ list, item, query }) => narrowed(itemsOf(list).getById(item), query)(),
  update: ({ list, item, fields, ifMatch }) =>
    itemsOf(list)
      .getById(item)
      .using(headers({ 'If-Match': ifMatch }))
      .update({ fields }),
  remove: ({ list, item }) => itemsOf(list).getById(item).delete(),
  versions: ({ list, item }) => itemsOf(list).getById(item).versions(),
  batch,
};

const perform = <K extends Kind>(call: Of<K> & { readonly kind: K }): Promise<unknown> => operations[call.kind](call);

const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const bodyOf = ({ message }: HttpRequestError): string => message.split(' ::> ').slice(1).join(' ::> ');

const errorIn = (body: string) => {
  try {
    return ErrorBody.safeParse(JSON.parse(body)).data?.error;
  } catch {
    return undefined;
  }
};

const failure = (error: unknown) => {
  if (!(error instanceof HttpRequestError)) return undefined;
  const body = bodyOf(error);
  const told = errorIn(body);
  return {
    type: 'HttpRequestError',
    statusCode: error.status,
    code: told?.code ?? null,
    message: told?.message ?? error.message,
    body,
    retryAfter: error.response.headers.get('retry-after') ?? undefined,
  };
};

serveCalls({ shape: Call, perform, failure });
