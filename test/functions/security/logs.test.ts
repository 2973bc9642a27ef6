import { consoleLog } from '../../../functions/log';
import { routes } from '../../../functions/http/routes';
import { callerNames, callers, people } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor } from '../http/asking';
import { examples } from '../http/requests';
import type { RouteName } from '../http/requests';

/** Every text that an example's person typed, as far as it is long enough to be somebody's words. */
const typedIn = (given: unknown): readonly string[] => {
  if (typeof given === 'string') return given.includes(' ') ? [given] : [];
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(typedIn) : [];
};

describe('what is logged of everything that everybody can ask', () => {
  const lines: string[] = [];
  beforeAll(async () => {
    for (const level of ['info', 'warn', 'error'] as const)
      jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void lines.push(said.join(' ')));
    const names = routes.map(({ name }) => name as RouteName);
    for (const name of names)
      for (const caller of [...callerNames, undefined]) {
        const trust = await createTrust(examples[name].holds);
        // A fault of the store's, and one that quotes what somebody wrote.
        if (caller === 'ceo') trust.store.failNext('replace', 'unavailable');
        const { params, body } = examples[name];
        const as = caller === undefined ? 'eyJhbGciOi.a-token.signature' : callers[caller].id;
        const route = routes.find((each) => each.name === name);
        if (route) await ask(partsFor(trust, { log: consoleLog }), route, { params, as, ...(body && { body }) });
      }
    jest.restoreAllMocks();
  }, 60_000);

  it('is something', () => {
    expect(lines.length).toBeGreaterThan(routes.length);
    for (const event of ['http.unauthorised', 'http.exported', 'http.fault'])
      expect(lines.some((line) => line.includes(event))).toBe(true);
  });

  it('is no name and no address of anybody’s', () => {
    for (const { name, email, jobTitle } of people)
      for (const word of [name, email, jobTitle]) expect(lines.filter((line) => line.includes(word))).toEqual([]);
    expect(lines.filter((line) => /@|Alder|Birch|Cedar/.test(line))).toEqual([]);
  });

  it('is nothing that somebody wrote', () => {
    const typed = Object.values(examples).flatMap(({ body }) => typedIn(body));
    expect(typed.length).toBeGreaterThan(10);
    for (const words of typed) expect(lines.filter((line) => line.includes(words))).toEqual([]);
  });

  it('is no token', () => expect(lines.filter((line) => /Bearer|eyJ|a-token/.test(line))).toEqual([]));
});
