import { StoreUnavailable } from '../../../shared/application/ports/store';
import { createFakeStore, type FakeStore } from '../../support/fakeStore';
import { hazel } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { correlationId } from '../../../functions/correlation';
import { ask, createRecordedLog, partsFor, routeNamed } from './asking';
import { examples } from './requests';

const throwing = (fault: unknown) => ({
  ...routeNamed('readSession'),
  prepare: () => ({
    status: 'ready' as const,
    run: async () => {
      throw fault;
    },
  }),
});

const secret = 'Hazel Head wrote: they were late again';

describe('a fault', () => {
  it('is answered 500 without detail, and logged once without what it says', async () => {
    const log = createRecordedLog();
    const answer = await ask(partsFor(await createTrust(), { log }), throwing(new TypeError(secret)), { as: hazel.id });
    expect(answer).toMatchObject({ status: 500, body: { code: 'fault' } });
    expect(JSON.stringify(answer.body)).not.toContain('Hazel');
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ event: 'http.fault', facts: { route: 'readSession' } });
    expect(JSON.stringify(log.lines[0]?.facts)).not.toContain('Hazel');
  });

  it.each([
    [0.2, '1'],
    [7.4, '8'],
  ])('of the store is answered 503 and says when to come back: %d s', async (retryAfter, header) => {
    const fault = new StoreUnavailable('away', retryAfter);
    const { status, headers, body } = await ask(partsFor(await createTrust()), throwing(fault), { as: hazel.id });
    expect([status, headers.get('retry-after')]).toEqual([503, header]);
    expect(body).toMatchObject({ code: 'store.unavailable' });
  });

  it('of the store reaches the caller through a real use case', async () => {
    const trust = await createTrust(examples.signOffReview.holds);
    trust.store.failNext('replace', 'unavailable');
    const { params, body } = examples.signOffReview;
    expect(await ask(partsFor(trust), routeNamed('signOffReview'), { as: hazel.id, params, body })).toMatchObject({
      status: 503,
    });
  });

  it('of the sign-in service is not taken for a bad token', async () => {
    const verify = async () => {
      throw new Error('no keys');
    };
    expect(
      await ask(partsFor(await createTrust(), { verify }), routeNamed('readSession'), { as: hazel.id }),
    ).toMatchObject({
      status: 503,
      body: { code: 'signIn.unavailable' },
    });
  });

  it.each([
    ['store.other-key', 'do not fit Assured’s key', (store: FakeStore) => store.changeKey()],
    ['store.settings-edited', 'were changed in SharePoint', (store: FakeStore) => store.handEdit('settings', 'trust')],
  ])('that the settings cannot be believed says why: %s', async (code, words, happens) => {
    const trust = await createTrust();
    happens(trust.store);
    expect(await ask(partsFor(trust), routeNamed('readSession'), { as: hazel.id })).toMatchObject({
      status: 503,
      body: { code, detail: expect.stringContaining(words) as string },
    });
  });

  it('that the trust has no settings yet says so', async () => {
    const trust = { ...(await createTrust()), store: createFakeStore() };
    expect(await ask(partsFor(trust), routeNamed('readSession'), { as: hazel.id })).toMatchObject({
      status: 503,
      body: { code: 'trust.not-set-up' },
    });
  });
});

describe('the correlation id', () => {
  const idSeen = async (headers: Record<string, string>) => {
    let seen = '';
    const route = {
      ...routeNamed('readSession'),
      prepare: () => ({
        status: 'ready' as const,
        run: async () => {
          seen = correlationId();
          return { ok: true as const, value: {} };
        },
      }),
    };
    const answer = await ask(partsFor(await createTrust()), route, { as: hazel.id, headers });
    return { seen, echoed: answer.headers.get('x-correlation-id') };
  };

  it('is the caller’s where it is a sane one, all the way down', async () => {
    expect(await idSeen({ 'x-correlation-id': 'tab-0123456789' })).toEqual({
      seen: 'tab-0123456789',
      echoed: 'tab-0123456789',
    });
  });

  it.each(['short', 'x'.repeat(65), 'with space', 'new\\nline-0123', ''])(
    'is a new one instead of %j',
    async (given) => {
      const { seen, echoed } = await idSeen({ 'x-correlation-id': given });
      expect(seen).toMatch(/^[0-9a-f-]{36}$/);
      expect(echoed).toBe(seen);
    },
  );
});

describe('somebody of another organisation', () => {
  it('is told that it is their account, which signing in again would not change', async () => {
    const verify = async () => ({ status: 'refused' as const, reason: 'issuer' as const });
    const answer = await ask(partsFor(await createTrust(), { verify }), routeNamed('readSession'), { as: hazel.id });
    expect(answer).toMatchObject({ status: 403, body: { code: 'token.other-organisation' } });
    expect(answer.headers.has('www-authenticate')).toBe(false);
  });
});

describe('what is logged of a token that is refused', () => {
  it('is why, and not the token', async () => {
    const log = createRecordedLog();
    await ask(partsFor(await createTrust(), { log }), routeNamed('readWork'), { as: 'not-a-person-but-a-token' });
    expect(log.lines).toEqual([{ event: 'http.unauthorised', facts: { route: 'readWork', reason: 'malformed' } }]);
  });
});
