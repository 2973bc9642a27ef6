import { appendFileSync } from 'node:fs';

export interface GraphCall {
  readonly appId: string;
  readonly method: string;
  /** Below `/v1.0`. */
  readonly path: string;
  readonly userAgent: string | undefined;
}

/** What the product's client calls itself; tests that ask Graph themselves say nothing of the kind. */
const product = /^NONISV\|Assured\|/;

/** What addresses are made of; whatever else stands in one is an id. */
const words = new Set(
  'sites lists items columns fields versions delta users teamwork installedApps permissions appCatalogs teamsApps'.split(
    ' ',
  ),
);

/** `/sites/{id}/lists/{id}/items/delta` */
export const templateOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (part === '' || words.has(part) ? part : '{id}'))
    .join('/');

/**
 * Where `ASSURED_GRAPH_CALLS` names a file, each kind of call that the product makes is written there once, so that a
 * test run can hold them against the permissions that are documented.
 */
export const createCallRecord = (file = process.env['ASSURED_GRAPH_CALLS']): ((call: GraphCall) => void) => {
  const known = new Set<string>();
  return ({ appId, method, path, userAgent = '' }) => {
    if (file === undefined || !product.test(userAgent)) return;
    const line = `${appId} ${method} ${templateOf(path)}`;
    if (known.has(line)) return;
    known.add(line);
    appendFileSync(file, `${line}\n`);
  };
};
