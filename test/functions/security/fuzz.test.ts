import fc from 'fast-check';
import { routes } from '../../../functions/http/routes';
import type { Route } from '../../../functions/http/routes';
import { Problem } from '../../../shared/schema/views';
import { callers, callerNames } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, createRecordedLog, partsFor } from '../http/asking';
import type { RecordedLog } from '../http/asking';
import { examples } from '../http/requests';
import type { RouteName } from '../http/requests';
import type { EdgeParts } from '../../../functions/http/edge';

jest.setTimeout(300_000);

/** In all more than 25,000 requests. */
const runsOfEach = 450;
const marker = '<script>alert(1)</script>';

const endless = { take: async () => undefined };
const partsOf = async (name: RouteName): Promise<{ parts: EdgeParts; log: RecordedLog }> => {
  const log = createRecordedLog();
  return { parts: partsFor(await createTrust(examples[name].holds), { log, limits: endless }), log };
};

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '..',
    '../..',
    '%00',
    '__proto__',
    'constructor',
    'null',
    marker,
    "' or 1 eq 1",
    '\u202e',
    'x'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const anyJson = fc.oneof(
  odd,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, -1, Number.MAX_VALUE, 0.1, -0, [], {}, { __proto__: null }, Number.MAX_SAFE_INTEGER, [
    'a',
    ['b'],
  ]),
);

/** An example with some of its fields, at whatever depth, replaced, removed or added. */
const changedIn = (given: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(given)) return fc.oneof(anyJson, fc.tuple(...given.map(changedIn)));
  if (typeof given !== 'object' || given === null)
    return fc.oneof({ weight: 2, arbitrary: fc.constant(given) }, anyJson);
  const fields = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, changedIn(value)]));
  return fc
    .tuple(fc.record(fields, { requiredKeys: [] }), fc.dictionary(odd, anyJson, { maxKeys: 2 }))
    .map(([known, more]) => ({ ...known, ...more }));
};

const headerText = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.:;,=/+ "'), maxLength: 80 });
const headers = fc.dictionary(
  fc.constantFrom('x-correlation-id', 'content-type', 'accept', 'if-match', 'x-forwarded-for', 'origin', 'cookie'),
  headerText,
  { maxKeys: 4 },
);

const bodyOf = (name: RouteName): fc.Arbitrary<unknown> => {
  const { body } = examples[name];
  if (body === undefined) return fc.constant(undefined);
  return fc.oneof(
    { weight: 6, arbitrary: changedIn(body) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: anyJson },
  );
};

const requests = (name: RouteName) =>
  fc.record({
    params: fc.record(
      Object.fromEntries(
        Object.entries(examples[name].params).map(([key, value]) => [
          key,
          fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: odd }),
        ]),
      ) as Record<string, fc.Arbitrary<string>>,
    ),
    body: bodyOf(name),
    headers,
    caller: fc.constantFrom(...callerNames),
  });

const expectOrderly = (status: number, contentType: string | null, body: unknown): void => {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(contentType).toBe('application/problem+json; charset=utf-8');
  const problem = Problem.parse(body);
  expect(problem.status).toBe(status);
  expect(JSON.stringify(problem)).not.toContain(marker);
};

describe.each(routes.map((route) => [route.name as RouteName, route] as const))('%s', (name, route: Route) => {
  it('answers whatever it is sent with a success or a problem, and never with a fault', async () => {
    let { parts, log } = await partsOf(name);
    await fc.assert(
      fc.asyncProperty(requests(name), async ({ params, body, headers: given, caller }) => {
        const asked = { params, headers: given, as: callers[caller].id, ...(body !== undefined && { body }) };
        const answer = await ask(parts, route, asked);
        expectOrderly(answer.status, answer.headers.get('content-type'), answer.body);
        // What was written is another trust; the next request finds the example's again.
        if (route.hasBody && answer.status < 300) ({ parts, log } = await partsOf(name));
      }),
      { numRuns: runsOfEach },
    );
    expect(log.lines.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });
});

it('whoever is not signed in learns nothing, whatever the header says', async () => {
  const { parts } = await partsOf('readSession');
  const [session] = routes;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        headerText,
        headerText.map((text) => `Bearer ${text}`),
      ),
      async (authorization) => {
        const answer = await ask(parts, session as Route, { headers: { authorization } });
        expect(answer.status).toBe(401);
      },
    ),
    { numRuns: 2_000 },
  );
});
