import { HttpRequest, InvocationContext } from '@azure/functions';
import type { HttpResponseInit } from '@azure/functions';
import { handlerOf } from '../../../functions/http/edge';
import type { EdgeParts } from '../../../functions/http/edge';
import { createRateLimits } from '../../../functions/http/rateLimits';
import { routes } from '../../../functions/http/routes';
import type { Route } from '../../../functions/http/routes';
import type { Facts, Log } from '../../../functions/log';
import { bindUseCases } from '../../../functions/useCases';
import type { UseCases } from '../../../functions/useCases';
import type { Deps } from '../../../shared/application/deps';
import { PersonId } from '../../../shared/schema/ids';

/** What was logged, line by line. */
export interface RecordedLog extends Log {
  readonly lines: { readonly event: string; readonly facts: Facts; readonly fault?: unknown }[];
}

export const createRecordedLog = (): RecordedLog => {
  const lines: RecordedLog['lines'] = [];
  return {
    lines,
    info: (event, facts = {}) => void lines.push({ event, facts }),
    warn: (event, facts = {}) => void lines.push({ event, facts }),
    fault: (event, fault, facts = {}) => void lines.push({ event, facts, fault }),
  };
};

/** Believes `Bearer <person id>`: the real check has its own tests. */
export const partsFor = (deps: Omit<Deps, 'chat'>, more: Partial<EdgeParts> = {}): EdgeParts => ({
  useCases: bindUseCases(deps),
  verify: async (authorization) => {
    const person = PersonId.safeParse(/^Bearer (.+)$/.exec(authorization ?? '')?.[1]);
    return person.success ? { status: 'valid', person: person.data } : { status: 'refused', reason: 'malformed' };
  },
  limits: createRateLimits(),
  log: createRecordedLog(),
  ...more,
});

export const routeNamed = (name: keyof UseCases): Route => {
  const found = routes.find((route) => route.name === name);
  if (!found) throw new Error(`There is no route ${name}.`);
  return found;
};

export interface Asked {
  readonly as?: string;
  readonly params?: Record<string, string>;
  /** Sent as it is where it is text, otherwise as JSON. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export const requestFor = ({ as, params = {}, body, headers = {} }: Asked, method = 'GET'): HttpRequest =>
  new HttpRequest({
    method,
    url: 'https://assured.example/api/x',
    params,
    headers: { ...(as !== undefined && { authorization: `Bearer ${as}` }), ...headers },
    ...(body !== undefined && { body: { string: typeof body === 'string' ? body : JSON.stringify(body) } }),
  });

/** The answer as the platform would send it, with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export const read = (answer: HttpResponseInit): Answered => ({
  status: answer.status ?? 200,
  headers: new Headers(Object.entries(answer.headers ?? {})),
  body: typeof answer.body === 'string' ? (JSON.parse(answer.body) as unknown) : undefined,
});

export const ask = async (parts: EdgeParts, route: Route, asked: Asked): Promise<Answered> => {
  const answer = await handlerOf(parts, route)(requestFor(asked, route.method), new InvocationContext());
  return read(answer);
};
