import { bodyLimit } from '../../../functions/http/body';
import { routes } from '../../../functions/http/routes';
import { Problem } from '../../../shared/schema/views';
import { awaitingReview } from '../../support/builders/reviews';
import { toSignOff } from '../../support/builders/commands';
import { urn } from '../../support/builders/ids';
import { ada, hazel } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor, routeNamed } from './asking';
import { examples } from './requests';
import type { RouteName } from './requests';

const withBody = routes.filter(({ hasBody }) => hasBody).map(({ name }) => name as RouteName);

const send = async (name: RouteName, body: unknown, headers: Record<string, string> = {}) =>
  ask(partsFor(await createTrust()), routeNamed(name), { as: ada.id, params: examples[name].params, body, headers });

const bodies: readonly (readonly [string, unknown])[] = [
  ['nothing', ''],
  ['what is not JSON', '{"commandId":'],
  ['text', '"text"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['a command without its id', undefined],
  ['a command with an impossible id', { commandId: 'x y' }],
  ['a number for its id', { commandId: 12345678 }],
];

describe('a body that cannot be read', () => {
  it.each(withBody.flatMap((name) => bodies.map(([what, body]) => [name, what, body] as const)))(
    '%s refuses %s',
    async (name, _, body) => {
      const rest = Object.fromEntries(Object.entries(examples[name].body ?? {}).filter(([key]) => key !== 'commandId'));
      const given = body === undefined ? rest : typeof body === 'object' ? { ...rest, ...body } : body;
      const { status, body: answer } = await send(name, given);
      expect(status).toBe(400);
      const problem = Problem.parse(answer);
      expect(problem.code).toBe('malformed');
      expect(problem.issues?.length).toBeGreaterThan(0);
      if (typeof given === 'object') expect(problem.issues?.map(({ path }) => path)).toContain('commandId');
    },
  );

  it.each(withBody)('%s refuses one that is too large, said or sent', async (name) => {
    const large = { ...examples[name].body, comment: 'x'.repeat(bodyLimit) };
    expect(await send(name, large)).toMatchObject({ status: 413, body: { code: 'body.too-large' } });
    expect((await send(name, {}, { 'content-length': String(bodyLimit + 1) })).status).toBe(413);
  });

  it.each([
    ['control characters', { comment: 'a\u0007b' }, 'control characters are not allowed'],
    ['a text that is too long', { comment: 'x'.repeat(2001) }, 'Too big: expected string to have <=2000 characters'],
    ['a round that is none', { round: 0 }, 'Too small: expected number to be >=1'],
    ['a round that is no whole number', { round: 1.5 }, 'Invalid input: expected int, received number'],
  ])('is refused for %s, with the place named and what is wrong there', async (_, wrong, message) => {
    const { status, body } = await send('signOffReview', toSignOff(wrong));
    expect(status).toBe(400);
    expect(Problem.parse(body).issues).toEqual(Object.keys(wrong).map((path) => ({ path, message })));
  });
});

describe('a path that can name nothing', () => {
  it.each([
    ['year', '2026/27'],
    ['year', '2026-28'],
    ['year', 'latest'],
    ['term', 'winter'],
    ['urn', '12345'],
    ['urn', '100001x'],
    ['urn', '..'],
  ])('is not found: %s %s', async (name, value) => {
    const params = { ...examples.readReview.params, [name]: value };
    expect(
      await ask(partsFor(await createTrust(examples.readReview.holds)), routeNamed('readReview'), {
        as: hazel.id,
        params,
      }),
    ).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
  });

  it('is answered as what is not there and as what is not yours: one cannot be told from another', async () => {
    const parts = partsFor(await createTrust({ reviews: [awaitingReview()] }));
    const path = (id: string) => ({
      params: { year: '2026-27', period: 'autumn', urn: id },
      headers: { 'x-correlation-id': 'the-same-one' },
    });
    const bad = await ask(parts, routeNamed('readReview'), { as: ada.id, ...path('nothing') });
    const absent = await ask(parts, routeNamed('readReview'), { as: ada.id, ...path(urn.unknown) });
    const withheld = await ask(parts, routeNamed('readReview'), { as: ada.id, ...path(urn.alder) });
    expect(absent.body).toEqual(bad.body);
    expect(withheld.body).toEqual(bad.body);
  });

  it('counts before the body: what is acted on is what the address says', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    const body = { ...toSignOff(), urn: urn.birch, year: '2025/26', period: 'summer' };
    expect(
      await ask(partsFor(trust), routeNamed('signOffReview'), {
        as: hazel.id,
        params: examples.signOffReview.params,
        body,
      }),
    ).toMatchObject({
      status: 200,
      body: { urn: urn.alder, year: '2026/27', period: 'autumn', state: 'signedOff' },
    });
  });
});
