import { routes } from '../../../functions/http/routes';
import { consoleLog } from '../../../functions/log';
import { exportedAttributes } from '../../../functions/telemetry/exported';
import { observedRun } from '../../../functions/telemetry/runs';
import { academies, callerNames, callers, people } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor } from '../http/asking';
import { examples } from '../http/requests';
import type { RouteName } from '../http/requests';
import { recordTelemetry } from '../telemetry/recorded';

/** Every text that an example's person typed, as far as it is long enough to be somebody's words. */
const typedIn = (given: unknown): readonly string[] => {
  if (typeof given === 'string') return given.includes(' ') ? [given] : [];
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(typedIn) : [];
};

const runOf = (functionName: string) => ({
  functionName,
  invocationId: '00000000-0000-4000-8000-0000000000f1',
  traceContext: { traceParent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  options: { trigger: { type: 'httpTrigger', name: 'it' }, return: undefined, extraInputs: [], extraOutputs: [] },
});

describe('what is reported of everything that everybody can ask', () => {
  const spans: { readonly name: string; readonly said: Record<string, unknown> }[] = [];
  const texts: string[] = [];
  beforeAll(async () => {
    const telemetry = recordTelemetry();
    for (const route of routes)
      for (const caller of [...callerNames, undefined]) {
        const { holds, params, body } = examples[route.name as RouteName];
        const trust = await createTrust(holds);
        // A fault of the store's, and one that quotes what somebody wrote.
        if (caller === 'ceo') trust.store.failNext('replace', 'unavailable');
        const as = caller === undefined ? 'eyJhbGciOi.a-token.signature' : callers[caller].id;
        const parts = partsFor(trust, { log: consoleLog });
        await observedRun(runOf(route.name), () => ask(parts, route, { params, as, ...(body && { body }) }));
      }
    telemetry.stop();
    spans.push(...telemetry.spans.map((span) => ({ name: span.name, said: exportedAttributes(span) })));
    texts.push(...spans.map((span) => JSON.stringify(span)), ...telemetry.lines.map((line) => JSON.stringify(line)));
  }, 60_000);

  it('is a span for every request, with its reference, and the lines', () => {
    expect(spans).toHaveLength(routes.length * (callerNames.length + 1));
    expect(texts.length).toBeGreaterThan(spans.length);
    for (const { said } of spans)
      expect(Object.keys(said).sort()).toEqual(['correlationId', 'invocationId', 'status', 'trigger']);
    expect(new Set(spans.map(({ said }) => said['status'])).size).toBeGreaterThan(3);
  });

  it('is no name and no address of anybody’s, and no academy', () => {
    const words = [...people.flatMap(({ name, email, jobTitle }) => [name, email, jobTitle])];
    for (const word of [...words, ...academies.flatMap(({ name, urn }) => [name, urn])])
      expect(texts.filter((text) => text.includes(word))).toEqual([]);
  });

  it('is nothing that somebody wrote', () => {
    const typed = Object.values(examples).flatMap(({ body }) => typedIn(body));
    expect(typed.length).toBeGreaterThan(10);
    for (const words of typed) expect(texts.filter((text) => text.includes(words))).toEqual([]);
  });

  it('is no token', () => expect(texts.filter((text) => /Bearer|eyJ|a-token/.test(text))).toEqual([]));
});
