import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { z } from 'zod';
import { DeliveryUnavailable } from '../../shared/application/ports/delivery';
import { StoreOutOfReach, StoreUnavailable } from '../../shared/application/ports/store';
import { TrustNotSetUp } from '../../shared/application/trust';
import type { Refusal } from '../../shared/domain/refusal';
import type { PersonId } from '../../shared/schema/ids';
import type { TokenOutcome, VerifyTabToken } from '../adapters/entra/tabToken';
import { acceptCorrelation, withCorrelation } from '../correlation';
import type { Log } from '../log';
import type { UseCases } from '../useCases';
import { fileAnswer, jsonAnswer, problemAnswer } from './answer';
import { readBody } from './body';
import { ExportedFile } from './exportedFile';
import { edgeProblem, problemOf } from './problem';
import type { EdgeProblem } from './problem';
import { pathInput } from './pathInput';
import type { RateLimits } from './rateLimits';
import type { Route } from './routes';

export interface EdgeParts {
  readonly useCases: UseCases;
  readonly verify: VerifyTabToken;
  readonly limits: RateLimits;
  readonly log: Log;
}

/** One request on its way through the edge. */
interface Passage {
  readonly parts: EdgeParts;
  readonly route: Route;
  readonly request: HttpRequest;
  readonly correlationId: string;
}

/** The keys of the sign-in service could not be had: that says nothing about who asks. */
class SignInUnavailable extends Error {}

const atEdge = (
  { correlationId }: Passage,
  code: EdgeProblem,
  headers: Record<string, string> = {},
): HttpResponseInit => problemAnswer(edgeProblem(code, correlationId), correlationId, headers);

/** Names are read only where the words need them, and their lack must not hide the refusal. */
const refusedAnswer = async ({ parts, correlationId }: Passage, refusal: Refusal): Promise<HttpResponseInit> => {
  const unnamed = () => 'somebody else';
  const nameOf = 'by' in refusal ? await parts.useCases.readNames().catch(() => unnamed) : unnamed;
  return problemAnswer(problemOf(refusal, nameOf, correlationId), correlationId);
};

const malformed = (passage: Passage, issues: readonly { path: string; message: string }[]): Promise<HttpResponseInit> =>
  refusedAnswer(passage, { code: 'malformed', issues });

type Input =
  | { readonly status: 'input'; readonly value: object }
  | { readonly status: 'answered'; readonly answer: HttpResponseInit };

const answered = (answer: HttpResponseInit): Input => ({ status: 'answered', answer });

const JsonObject = z.record(z.string(), z.unknown());

const readInput = async (passage: Passage): Promise<Input> => {
  const fromPath = pathInput(passage.request.params);
  if (fromPath === undefined) return answered(await refusedAnswer(passage, { code: 'notFound' }));
  if (!passage.route.hasBody) {
    const fromQuery = Object.fromEntries(passage.request.query);
    return { status: 'input', value: { ...fromQuery, ...fromPath } };
  }
  const body = await readBody(passage.request);
  if (body.status === 'tooLarge') return answered(atEdge(passage, 'body.too-large'));
  if (body.status === 'notJson')
    return answered(await malformed(passage, [{ path: '', message: 'The body is not JSON.' }]));
  const given = JsonObject.safeParse(body.value);
  if (!given.success) return answered(await malformed(passage, [{ path: '', message: 'The body is not an object.' }]));
  return { status: 'input', value: { ...given.data, ...fromPath } };
};

const perform = async (passage: Passage, actor: PersonId): Promise<HttpResponseInit> => {
  const { parts, route, correlationId } = passage;
  const input = await readInput(passage);
  if (input.status === 'answered') return input.answer;
  const prepared = route.prepare(input.value);
  if (prepared.status === 'malformed') return malformed(passage, prepared.issues);
  const result = await prepared.run(parts.useCases, actor);
  if (!result.ok) return refusedAnswer(passage, result.refusal);
  if (!(result.value instanceof ExportedFile)) return jsonAnswer(route.success, result.value, correlationId);
  parts.log.info('http.exported', { route: route.name, person: actor, bytes: result.value.bytes.byteLength });
  return fileAnswer(result.value, correlationId);
};

/** Room is taken before anything is read, by who asks and not by where from: a school has one address. */
const admitted = async (passage: Passage, actor: PersonId): Promise<HttpResponseInit> => {
  const { parts, route } = passage;
  const wait = await parts.limits.take(actor, route.hasBody ? 'writing' : 'reading');
  if (wait === undefined) return perform(passage, actor);
  parts.log.warn('http.limited', { route: route.name, person: actor });
  return atEdge(passage, 'rate.limited', { 'Retry-After': String(wait) });
};

const verified = async ({ parts, request }: Passage): Promise<TokenOutcome> => {
  try {
    return await parts.verify(request.headers.get('authorization'));
  } catch (error) {
    throw new SignInUnavailable('The sign-in keys cannot be had.', { cause: error });
  }
};

const pass = async (passage: Passage): Promise<HttpResponseInit> => {
  const token = await verified(passage);
  if (token.status === 'refused') {
    passage.parts.log.info('http.unauthorised', { route: passage.route.name, reason: token.reason });
    // A sound sign-in elsewhere stays one, however often it is tried again.
    if (token.reason === 'issuer') return atEdge(passage, 'token.other-organisation');
    return atEdge(passage, 'token.invalid', { 'WWW-Authenticate': 'Bearer' });
  }
  return admitted(passage, token.person);
};

const afterSeconds = ({ retryAfter }: { readonly retryAfter: number }): Record<string, string> => ({
  'Retry-After': String(Math.max(1, Math.ceil(retryAfter))),
});

const outOfReach = {
  noAccess: 'store.no-access',
  listMissing: 'store.list-missing',
  otherKey: 'store.other-key',
  settingsEdited: 'store.settings-edited',
} as const satisfies Record<StoreOutOfReach['why'], EdgeProblem>;

/** Caught once, logged once, and shown without detail. */
const faultAnswer = (passage: Passage, fault: unknown): HttpResponseInit => {
  passage.parts.log.fault('http.fault', fault, { route: passage.route.name });
  if (fault instanceof StoreUnavailable) return atEdge(passage, 'store.unavailable', afterSeconds(fault));
  if (fault instanceof DeliveryUnavailable) return atEdge(passage, 'delivery.unavailable', afterSeconds(fault));
  if (fault instanceof StoreOutOfReach) return atEdge(passage, outOfReach[fault.why]);
  if (fault instanceof SignInUnavailable) return atEdge(passage, 'signIn.unavailable', { 'Retry-After': '5' });
  return atEdge(passage, fault instanceof TrustNotSetUp ? 'trust.not-set-up' : 'fault');
};

/** A route as an Azure Functions handler: proves who asks, parses, runs the use case, answers. Never throws. */
export const handlerOf =
  (parts: EdgeParts, route: Route): HttpHandler =>
  (request) => {
    const correlationId = acceptCorrelation(request.headers.get('x-correlation-id'));
    const passage: Passage = { parts, route, request, correlationId };
    return withCorrelation(correlationId, () => pass(passage).catch((fault: unknown) => faultAnswer(passage, fault)));
  };
