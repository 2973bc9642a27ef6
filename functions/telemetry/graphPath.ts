/** The words that Graph's own addresses are made of; whatever else stands in one is an id or a name. */
const fixed = new Set([
  '$batch',
  'appCatalogs',
  'chat',
  'columns',
  'delta',
  'fields',
  'installedApps',
  'items',
  'lists',
  'permissions',
  'sites',
  'teamsApps',
  'teamwork',
  'users',
  'versions',
]);

/**
 * Where a call to Graph goes, without what it is about: `/sites/{id}/lists/{id}/items`, never a query. Takes a path
 * relative to the version, or a whole address as Graph gave it.
 */
export const graphPath = (path: string): string => {
  const address = URL.canParse(path) ? new URL(path).pathname.replace(/^\/v1\.0(?=\/)/, '') : path;
  const segments = (address.split(/[?#]/)[0] ?? '').split('/').filter((segment) => segment !== '');
  return `/${segments.map((segment) => (fixed.has(segment) ? segment : '{id}')).join('/')}`;
};
