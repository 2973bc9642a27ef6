import type { HostedFunction, HttpTrigger } from './triggers';

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly optional: boolean }
  | { readonly kind: 'rest'; readonly name: string };

export interface Route {
  readonly hosted: HostedFunction<HttpTrigger>;
  readonly segments: readonly Segment[];
}

export interface RouteMatch {
  readonly hosted: HostedFunction<HttpTrigger>;
  readonly params: Record<string, string>;
}

const segmentOf = (text: string, route: string): Segment => {
  const [, star, name, optional] = /^\{(\*?)([A-Za-z_]\w*)(\??)\}$/.exec(text) ?? [];
  if (name !== undefined) {
    return star ? { kind: 'rest', name } : { kind: 'parameter', name, optional: optional === '?' };
  }
  if (/[{}]/.test(text)) {
    throw new Error(`Route "${route}": the local Functions host knows {name}, {name?} and {*rest}, not "${text}".`);
  }
  return { kind: 'literal', text: text.toLowerCase() };
};

const parts = (text: string): string[] => text.split('/').filter((part) => part !== '');

const precedence = { literal: 0, parameter: 1, rest: 2 } as const;

const moreSpecificFirst = (a: Route, b: Route): number => {
  for (let at = 0; at < Math.max(a.segments.length, b.segments.length); at += 1) {
    const [left, right] = [a.segments[at], b.segments[at]];
    const difference = (left ? precedence[left.kind] : -1) - (right ? precedence[right.kind] : -1);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Compiles the routes; literals win over parameters and those over `{*rest}`. Throws for unknown templates. */
export const compileRoutes = (functions: readonly HostedFunction<HttpTrigger>[], routePrefix: string): Route[] =>
  functions
    .map((hosted) => {
      const route = `${routePrefix}/${hosted.trigger.route ?? hosted.name}`;
      return { hosted, segments: parts(route).map((text) => segmentOf(text, route)) };
    })
    .sort(moreSpecificFirst);

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** What one segment makes of its part of the path (undefined when the path is shorter), or that it does not fit. */
const fit = (segment: Exclude<Segment, { kind: 'rest' }>, text: string | undefined): Record<string, string> | false => {
  if (segment.kind === 'literal') return text?.toLowerCase() === segment.text && {};
  return text === undefined ? segment.optional && {} : { [segment.name]: text };
};

const matchSegments = (segments: readonly Segment[], path: readonly string[]): Record<string, string> | undefined => {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    if (segment.kind === 'rest') {
      return at < path.length ? { ...params, [segment.name]: path.slice(at).join('/') } : params;
    }
    const found = fit(segment, path[at]);
    if (!found) return undefined;
    Object.assign(params, found);
  }
  return path.length > segments.length ? undefined : params;
};

/**
 * The function for a request, or undefined: the platform answers 404 to an unknown path **and** to a
 * known path with another method (Azure/azure-functions-host issue 10098), so the method is part of the route.
 */
export const matchRoute = (routes: readonly Route[], method: string, pathname: string): RouteMatch | undefined => {
  const path: string[] = [];
  for (const part of parts(pathname)) {
    const text = decoded(part);
    if (text === undefined) return undefined;
    path.push(text);
  }
  for (const { hosted, segments } of routes) {
    if (!hosted.trigger.methods.includes(method)) continue;
    const params = matchSegments(segments, path);
    if (params) return { hosted, params };
  }
  return undefined;
};
