import { createBotService } from '../../bot/botbuilder';
import { ChatFault } from '../../bot/botService';
import { PersonId } from '../../shared/schema/ids';
import { setUp } from './service';
import { botId, createChat, everyRegion, hazel, serviceUrl, signingForAll, tenantId } from './teams';

const signing = signingForAll();
const person = PersonId.parse(hazel);

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}
type Answer = () => Response | Promise<Response>;

const chatAnswer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer => {
  return () => Response.json(body, { status, headers });
};
const refused = (status: number, code: string): Answer => chatAnswer(status, { error: { code, message: 'No.' } });
const lost: Answer = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }));
const created = chatAnswer(201, { id: 'a:hazel' });
const member = chatAnswer(200, { id: '29:hazel', aadObjectId: hazel, name: 'Hazel Head' });

/** The bot at a chat that gives these answers, in this order. */
const asking = (...answers: readonly Answer[]) => {
  const inLine = [...answers];
  const asked: Asked[] = [];
  const { platform, waits, turns } = createChat();
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    asked.push({ method: request.method, url: request.url, body: text === '' ? undefined : JSON.parse(text) });
    const answer = inLine.shift();
    if (!answer) throw new Error('Nothing more is to be asked.');
    return answer();
  };
  const service = createBotService(signing.config, setUp(signing).handlers, { ...platform, fetch: fetcher });
  return { asked, waits, turns, service, open: () => service.open(person, serviceUrl) };
};

const opened = { person, conversationId: 'a:hazel', serviceUrl, userId: '29:hazel', botId };

describe('opening somebody’s chat', () => {
  test('asks Teams for it by their Entra id, and for the id by which their cards refresh themselves', async () => {
    const { open, asked } = asking(created, member);
    expect(await open()).toEqual({ status: 'opened', conversation: opened });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: `${serviceUrl}v3/conversations`,
        body: {
          isGroup: false,
          bot: { id: botId },
          members: [{ id: hazel }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        },
      },
      { method: 'GET', url: `${serviceUrl}v3/conversations/a%3Ahazel/members/${hazel}` },
    ]);
    expect(asked[0]?.body).not.toHaveProperty('activity');
  });

  test('asks at the address for all regions where no other is known', async () => {
    const { service, asked } = asking(created, member);
    const conversation = { ...opened, serviceUrl: everyRegion };
    expect(await service.open(person, undefined)).toEqual({ status: 'opened', conversation });
    expect(asked[0]?.url).toBe(`${everyRegion}v3/conversations`);
  });

  test.each([
    ['is refused', refused(403, 'ForbiddenOperationException')],
    ['is lost', lost],
    ['says nothing of use', chatAnswer(200, {})],
  ])('is as good where the answer about the person %s', async (_, answer) => {
    const { open } = asking(created, answer);
    expect(await open()).toEqual({ status: 'opened', conversation: { ...opened, userId: '' } });
  });

  test.each([
    [403, 'ForbiddenOperationException', /is not installed for this person/],
    [403, 'MessageWritesBlocked', /has removed or blocked/],
    [403, 'ConversationBlockedByUser', /not installed for them, or they blocked it/],
    [404, 'NotFound', /does not know this person/],
  ])('%i %s: not possible, and nobody tries again', async (status, code, words) => {
    const { open, asked } = asking(refused(status, code));
    expect(await open()).toEqual({ status: 'unreachable', reason: expect.stringMatching(words) as string });
    expect(asked).toHaveLength(1);
  });

  test('is tried again where Teams asks to wait, does not answer, or fails: the same chat comes back', async () => {
    const wait = chatAnswer(429, {}, { 'retry-after': '2' });
    const { open, asked, waits, turns } = asking(wait, lost, chatAnswer(500), created, member);
    expect(await open()).toEqual({ status: 'opened', conversation: opened });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(4);
    expect([waits[0], waits.length]).toEqual([2, 3]);
    expect(turns).toEqual([hazel, hazel, hazel, hazel]);
  });

  test.each([
    ['a long wait', [chatAnswer(429, {}, { 'retry-after': '60' })], { status: 429, retryAfter: 60 }],
    ['no answer at all', [lost, lost, lost, lost], { lost: true }],
    ['a fault of ours', [refused(400, 'BadSyntax')], { status: 400, code: 'BadSyntax' }],
    ['answers without an id', Array.from({ length: 4 }, () => chatAnswer(201)), { lost: true }],
  ])('%s is thrown, and the queue asks again', async (_, answers, reason) => {
    const { open, asked } = asking(...answers);
    const fault = await open().catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(ChatFault);
    expect(fault).toMatchObject({ reason });
    expect(asked).toHaveLength(answers.length);
  });
});
