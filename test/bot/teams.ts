import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import type { BotServiceConfig } from '../../bot/botService';
import type { Platform } from '../../bot/botbuilder';

/** A small Teams for tests: the keys that sign its tokens, and the chat that takes the bot's messages. */

export const tenantId = '5a3e0d60-0000-4000-8000-0000000a55ed';
export const botAppId = 'a55e0000-0000-4000-8000-000000000003';
export const botId = `28:${botAppId}`;
/** Where a chat is opened as long as no other one is known. */
export const everyRegion = 'https://every-region.example/teams/';
export const serviceUrl = 'https://chat.example/teams/';
export const hazel = 'e0000000-0000-4000-8000-000000000001';
const issuer = 'https://api.botframework.com';

interface Claims {
  readonly audience?: string | string[];
  readonly issuer?: string;
  readonly serviceUrl?: string | null;
  /** Seconds; null for a token that never expires. */
  readonly expiresIn?: number | null;
  /** Seconds until it is valid. */
  readonly validIn?: number;
  readonly kid?: string;
  readonly endorsed?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

const keyOf = async (kid: string, endorsements: readonly string[]) => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg: 'RS256', endorsements };
  return { kid, jwk, privateKey: pair.privateKey };
};

const listening = async (documents: Readonly<Record<string, unknown>>) => {
  const server = createServer((request, response) => {
    const body = documents[request.url ?? ''];
    response.writeHead(body === undefined ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

/** The sign-in service's keys, over HTTP on this machine. */
export const startSigning = async () => {
  const teams = await keyOf('teams', ['msteams']);
  const otherChannel = await keyOf('other', ['webchat']);
  const documents: Record<string, unknown> = { '/keys': { keys: [teams.jwk, otherChannel.jwk] } };
  const server = await listening(documents);
  documents['/openid'] = { issuer, jwks_uri: `${server.origin}/keys` };

  const token = async (claims: Claims = {}): Promise<string> => {
    const { kid, privateKey } = claims.endorsed === false ? otherChannel : teams;
    const service = claims.serviceUrl === undefined ? serviceUrl : claims.serviceUrl;
    const seconds = Math.floor(Date.now() / 1000);
    const { expiresIn = 3600 } = claims;
    const ends = expiresIn !== null && { exp: seconds + expiresIn };
    return new SignJWT({ ...(service !== null && { serviceurl: service }), ...ends, ...claims.more })
      .setProtectedHeader({ alg: 'RS256', kid: claims.kid ?? kid, typ: 'JWT' })
      .setIssuer(claims.issuer ?? issuer)
      .setAudience(claims.audience ?? botAppId)
      .setIssuedAt()
      .setNotBefore(seconds + (claims.validIn ?? -60))
      .sign(privateKey);
  };

  /** HS256 with what everybody knows: the public key. */
  const tokenByPublicKey = (): Promise<string> =>
    new SignJWT({ serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'HS256', kid: teams.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(botAppId)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(teams.jwk)));

  const config: BotServiceConfig = {
    appId: botAppId,
    tenantId,
    credential: { clientSecret: 'test-secret' },
    loginUrl: `https://login.example/${tenantId}`,
    knownAuthorities: ['login.example'],
    openIdMetadataUrl: `${server.origin}/openid`,
    oauthUrl: 'https://login.example/oauth',
    tokenIssuer: issuer,
    serviceUrl: everyRegion,
  };
  return { token, tokenByPublicKey, config, close: server.close };
};
export type Signing = Awaited<ReturnType<typeof startSigning>>;

/** The same for all tests of a file. */
export const signingForAll = (): Signing => {
  const signing = {} as Signing;
  // Two key pairs are made, on a machine that may be busy.
  beforeAll(async () => void Object.assign(signing, await startSigning()), 60_000);
  afterAll(() => signing.close());
  return signing;
};

const Sent = z.object({
  type: z.string(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).default([]),
});

export interface SentMessage {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly message: z.infer<typeof Sent>;
  /** The card it carries. */
  readonly card: unknown;
}

/** `refused`: nobody was there. */
const trouble = {
  lost: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })),
  refused: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
  broken: async () => new Response('{"id": "mess', { status: 201 }),
} satisfies Record<string, () => Promise<Response>>;
type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | keyof typeof trouble;

/** The chat: keeps what is sent and answers with an id, or with what the test put in line. */
export const createChat = () => {
  const sent: SentMessage[] = [];
  const inLine: Answer[] = [];
  const waits: number[] = [];
  const turns: string[] = [];

  const take: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const message = Sent.parse(await request.json());
    sent.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.get('authorization') ?? '',
      message,
      card: message.attachments[0]?.content,
    });
    const answer = inLine.shift() ?? { status: 201, body: { id: `message-${sent.length}` } };
    if (typeof answer === 'string') return trouble[answer]();
    return Response.json(answer.body ?? {}, { status: answer.status, headers: answer.headers ?? {} });
  };

  const platform: Partial<Platform> = {
    fetch: take,
    async acquireToken() {
      return { accessToken: 'bot-token', expiresOn: new Date(Date.now() + 3_600_000) };
    },
    async pause(seconds) {
      waits.push(seconds);
    },
    limits: {
      async turn(conversationId) {
        turns.push(conversationId);
      },
    },
  };

  return {
    sent,
    waits,
    turns,
    platform,
    answerNext: (...answers: Answer[]) => inLine.push(...answers),
  };
};
export type TestChat = ReturnType<typeof createChat>;

let activities = 0;

/** What every activity from somebody's own chat carries; `changes` make the strange ones. */
export const activity = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'message',
  id: `f:${(activities += 1)}`,
  timestamp: '2026-11-22T09:40:00.000Z',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:hazel', name: 'Hazel Head', aadObjectId: hazel },
  conversation: { id: 'a:hazel', conversationType: 'personal', tenantId },
  recipient: { id: botId, name: 'Assured' },
  channelData: { tenant: { id: tenantId } },
  locale: 'en-GB',
  ...changes,
});

export const written = (text: string): Record<string, unknown> => activity({ text });
export const submitted = (value: unknown): Record<string, unknown> => activity({ value });

export const pressed = (action: { verb: string; data: unknown }, trigger = 'manual'): Record<string, unknown> =>
  activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', ...action }, trigger },
    replyToId: 'message-1',
  });
