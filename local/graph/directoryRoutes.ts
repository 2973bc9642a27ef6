import { Hono } from 'hono';
import { allUsers, findUser, type DirectoryUser } from './directory';
import { badRequest, GraphFault } from './errors';
import { rowTest, type FilterField } from './filterMatch';
import { requireRole } from './permissions';
import { graphJson, type GraphEnv } from './responses';
import { optionsOf, type GraphServices } from './siteAccess';

const readers = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];

export const userNotFound = (key: string): GraphFault =>
  new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** What Graph returns without `$select`; this directory knows only some of it. */
const userShape = (user: DirectoryUser) => {
  const [surname = '', ...given] = user.displayName.split(' ').reverse();
  return {
    businessPhones: [],
    displayName: user.displayName,
    givenName: given.reverse().join(' '),
    jobTitle: user.jobTitle,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname,
    userPrincipalName: user.userPrincipalName,
    id: user.id,
  };
};

const selected = (user: DirectoryUser, select: readonly string[] | undefined): object => {
  const shape = userShape(user);
  return select ? Object.fromEntries(Object.entries(shape).filter(([name]) => select.includes(name))) : shape;
};

const filterable = ['id', 'mail', 'userPrincipalName', 'displayName', 'jobTitle'] as const;

const userField = (path: string): FilterField<DirectoryUser> => {
  const name = filterable.find((candidate) => candidate === path);
  if (!name) throw badRequest(`Invalid filter clause: property '${path}' is not filterable.`);
  return {
    read: (user) => user[name].toLowerCase(),
    literal: (value) => (typeof value === 'string' ? value.toLowerCase() : null),
  };
};

/** The largest page of the directory; its default is 100. */
const largestPage = 999;

const pageUrl = (origin: string, given: ReadonlyMap<string, string>, skip: number): string => {
  const search = new URLSearchParams([...given].map(([name, value]) => [`$${name}`, value]));
  search.set('$skiptoken', Buffer.from(String(skip)).toString('base64url'));
  return `${origin}/v1.0/users?${search.toString()}`;
};

/** People of the directory, by object id, by user principal name, or filtered. */
export const directoryRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  return new Hono<GraphEnv>()
    .get('/users', (c) => {
      requireRole(c.get('caller'), readers);
      const { filter, select, top = 100, skipToken, given } = optionsOf(services, c);
      const holds = filter ? rowTest(filter, userField) : () => true;
      const found = allUsers(database).filter(holds);
      const start = skipToken === undefined ? 0 : Number(Buffer.from(skipToken, 'base64url').toString()) || 0;
      const end = start + Math.min(top, largestPage);
      return graphJson({
        '@odata.context': `${origin}/v1.0/$metadata#users`,
        ...(end < found.length ? { '@odata.nextLink': pageUrl(origin, given, end) } : {}),
        value: found.slice(start, end).map((user) => selected(user, select)),
      });
    })
    .get('/users/:user', (c) => {
      requireRole(c.get('caller'), readers);
      const user = findUser(database, c.req.param('user'));
      if (!user) throw userNotFound(c.req.param('user'));
      const { select } = optionsOf(services, c);
      return graphJson({ '@odata.context': `${origin}/v1.0/$metadata#users/$entity`, ...selected(user, select) });
    });
};
