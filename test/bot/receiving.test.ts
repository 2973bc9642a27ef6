import { createBotService } from '../../bot/botbuilder';
import { setUp } from './service';
import { activity, botAppId, createChat, signingForAll, written } from './teams';

const signing = signingForAll();
beforeEach(() => {
  // botbuilder writes refused tokens' errors to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('who may send', () => {
  const bearer = async (token: Promise<string> | string) => ({ authorization: `Bearer ${await token}` });

  test('Teams', async () => {
    const { receive, messages } = setUp(signing);
    expect(await receive(written('hello'))).toEqual({ status: 200 });
    expect(messages).toHaveLength(1);
  });

  test.each([
    ['no token', async () => ({})],
    ['an empty header', async () => ({ authorization: '' })],
    ['no bearer token', async () => ({ authorization: 'Basic aGVsbG86aGVsbG8=' })],
    ['what is no token', () => bearer('not.a.token')],
    ['a token with broken JSON', () => bearer('eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.e30x.c2ln')],
    ['a token for another app', () => bearer(signing.token({ audience: 'a55e0000-0000-4000-8000-000000000009' }))],
    ['a token for this app and another', () => bearer(signing.token({ audience: [botAppId, 'another'] }))],
    ['a token that another bot got', () => bearer(signing.token({ more: { ver: '1.0', appid: 'another' } }))],
    ['such a token of the second version', () => bearer(signing.token({ more: { ver: '2.0', azp: 'another' } }))],
    ['a token of another issuer', () => bearer(signing.token({ issuer: 'https://elsewhere.example' }))],
    ['an expired token', () => bearer(signing.token({ expiresIn: -3600 }))],
    ['a token that never expires', () => bearer(signing.token({ expiresIn: null }))],
    ['a token for another service', () => bearer(signing.token({ serviceUrl: 'https://elsewhere.example/' }))],
    ['a token for no service', () => bearer(signing.token({ serviceUrl: null }))],
    ['a token that is not valid yet', () => bearer(signing.token({ validIn: 3600 }))],
    ['a key that nobody knows', () => bearer(signing.token({ kid: 'unknown' }))],
    ['another algorithm, with the public key as the secret', () => bearer(signing.tokenByPublicKey())],
    ['a key of another channel', () => bearer(signing.token({ endorsed: false }))],
    [
      'a forged signature',
      async () => {
        const token = await signing.token();
        const [head = '', body = '', signature = ''] = token.split('.');
        const turned = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
        return bearer([head, body, turned].join('.'));
      },
    ],
    [
      'a token without a signature',
      async () => {
        const [, body = ''] = (await signing.token()).split('.');
        const head = Buffer.from('{"alg":"none","kid":"teams","typ":"JWT"}').toString('base64url');
        return bearer(`${head}.${body}.`);
      },
    ],
  ])('not whoever has %s', async (_, headers) => {
    const { receive, messages } = setUp(signing);
    const answer = await receive(written('hello'), await headers());
    expect(answer).toEqual({ status: 401 });
    expect(messages).toEqual([]);
  });

  /** What botbuilder takes from the Bot Framework's emulator and from App Service, if it is let. */
  const fromDevelopers = () =>
    signing.token({
      issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      more: { ver: '1.0', appid: botAppId },
    });

  test.each(['msteams', 'AseChannel', 'emulator', 'webchat'])(
    'not the tools of developers, as channel %s',
    async (channelId) => {
      const { receive, messages } = setUp(signing);
      const headers = await bearer(fromDevelopers());
      expect(await receive(activity({ channelId, text: 'hello' }), headers)).toEqual({ status: 401 });
      expect(messages).toEqual([]);
    },
  );

  test('nobody while the keys cannot be had, and Teams may try again', async () => {
    const chat = createChat();
    const { service } = setUp(signing);
    const blind = createBotService(
      { ...signing.config, openIdMetadataUrl: signing.config.openIdMetadataUrl.replace('/openid', '/nothing') },
      {
        onInstalled: fail,
        onMessage: fail,
        onMessageAmongOthers: fail,
        onRemoved: fail,
        onCardAction: fail,
        onSharedView: fail,
        onSharedAsked: fail,
        onSearch: fail,
      },
      chat.platform,
    );
    const request = { method: 'POST', headers: await bearer(signing.token()), body: written('hello') };
    expect((await blind.receive(request)).status).toBe(503);
    expect((await service.receive(request)).status).toBe(200);
  });
});

const fail = (): never => {
  throw new Error('This must not be called.');
};

describe('what is no activity', () => {
  test.each([
    ['nothing', undefined],
    ['text', 'hello'],
    ['a list', []],
    ['an activity without a type', { ...activity(), type: undefined }],
    ['an activity without a service', { ...activity(), serviceUrl: undefined }],
    ['an activity of an unsafe service', activity({ serviceUrl: 'http://chat.example/' })],
    ['an activity from nobody', { ...activity(), from: undefined }],
    ['an activity with a huge text', written('a'.repeat(30_000))],
  ])('%s is answered 400', async (_, body) => {
    const { receive } = setUp(signing);
    expect(await receive(body)).toEqual({ status: 400 });
  });

  test('anything but POST is answered 405', async () => {
    const { service } = setUp(signing);
    expect(await service.receive({ method: 'GET', headers: {}, body: undefined })).toMatchObject({ status: 405 });
  });
});
