import { continuesDelta } from './delta';

/** What a request costs, and whose budget pays. */
export interface Cost {
  readonly budget: 'sites' | 'directory';
  readonly units: number;
}

const collections = /\/(sites|lists|items|columns|versions)$/;

const given = (search: URLSearchParams, option: string): string | null =>
  search.get(`$${option}`) ?? search.get(option);

const siteUnits = (method: string, path: string, search: URLSearchParams): number => {
  if (/\/permissions(\/|$)/.test(path) || /\bpermissions\b/.test(given(search, 'expand') ?? '')) return 5;
  if (method !== 'GET') return 2;
  if (path.endsWith('/items/delta')) return continuesDelta(search) ? 1 : 2;
  return collections.test(path) ? 2 : 1;
};

/** A narrower answer is cheaper, a wider one dearer, and nothing is free. */
const directoryUnits = (path: string, search: URLSearchParams): number => {
  const top = given(search, 'top');
  return Math.max(
    1,
    (path === '/users' ? 2 : 1) -
      (given(search, 'select') === null ? 0 : 1) +
      (given(search, 'expand') === null ? 0 : 1) -
      (top !== null && Number(top) < 20 ? 1 : 0),
  );
};

/**
 * Resource units of a request (facts/graph.md 2.1): 5 for permissions, 2 for a write or several items, 1 for one
 * item or for delta with a token. The directory has a budget of its own, Teams none here.
 */
export const costOf = (method: string, url: URL): Cost => {
  const path = url.pathname.replace(/^\/v1\.0/, '');
  if (/^\/sites(\/|$)/.test(path)) return { budget: 'sites', units: siteUnits(method, path, url.searchParams) };
  if (/^\/users(\/[^/]+)?$/.test(path)) return { budget: 'directory', units: directoryUnits(path, url.searchParams) };
  return { budget: 'sites', units: 0 };
};
