import { ChatFault } from '../../bot/botService';
import { card, conversation, setUp } from './service';
import { serviceUrl, signingForAll } from './teams';

const signing = signingForAll();

describe('sending and updating', () => {
  test('a card goes to the stored address, with the bot’s own token', async () => {
    const { service, chat } = setUp(signing);
    expect(await service.send(conversation, card, 'Hello')).toEqual({ status: 'delivered', activityId: 'message-1' });
    expect(chat.sent[0]).toMatchObject({
      method: 'POST',
      url: `${serviceUrl}v3/conversations/a%3Ahazel/activities`,
      authorization: 'Bearer bot-token',
      message: { summary: 'Hello' },
      card,
    });
    expect(chat.sent[0]?.message.replyToId).toBeUndefined();
  });

  test('a sent card is replaced in its place', async () => {
    const { service, chat } = setUp(signing);
    const outcome = await service.update(conversation, 'message-9', card, 'Hello');
    expect(outcome).toEqual({ status: 'delivered', activityId: 'message-9' });
    expect(chat.sent[0]).toMatchObject({
      method: 'PUT',
      url: `${serviceUrl}v3/conversations/a%3Ahazel/activities/message-9`,
      card,
    });
  });

  test.each([
    [403, 'ForbiddenOperationException', /not installed/],
    [403, 'MessageWritesBlocked', /removed or blocked/],
    [403, 'BotNotInConversationRoster', /no longer part/],
    [404, 'ConversationNotFound', /no longer exists/],
    [404, 'ActivityNotFoundInConversation', /no longer exists/],
  ])('%i %s: unreachable, and nobody tries again', async (status, code, words) => {
    const { service, chat } = setUp(signing);
    chat.answerNext({ status, body: { error: { code, message: 'No.' } } });
    const outcome = await service.update(conversation, 'message-9', card, 'Hello');
    expect(outcome.status).toBe('unreachable');
    expect(JSON.stringify(outcome)).toMatch(words);
    expect(chat.sent).toHaveLength(1);
  });

  test.each([
    ['503 with a wait', { status: 503, headers: { 'retry-after': '7' } }, { status: 503, retryAfter: 7 }],
    ['401', { status: 401, body: { error: { code: 'Unauthorized' } } }, { status: 401, code: 'Unauthorized' }],
    ['403 for another reason', { status: 403, body: { error: { code: 'NotThisBot' } } }, { status: 403 }],
    ['413', { status: 413, body: { error: { code: 'MessageSizeTooBig' } } }, { status: 413 }],
    ['nobody there', 'refused', { lost: false }],
  ] as const)('%s: not taken, and thrown after one try', async (_, answer, reason) => {
    const { service, chat } = setUp(signing);
    chat.answerNext(answer);
    const fault = await service.send(conversation, card, 'Hello').catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(ChatFault);
    expect(fault).toMatchObject({ reason });
    expect(chat.sent).toHaveLength(1);
    expect(chat.waits).toEqual([]);
  });

  const lost = [
    ['no answer', 'lost'],
    ['a fault of Teams’ own', { status: 500 }],
    ['half an answer', 'broken'],
    ['an answer without an id', { status: 201, body: {} }],
  ] as const;

  test.each(lost)('%s: nobody knows whether it arrived, and it is not sent twice', async (_, answer) => {
    const { service, chat } = setUp(signing);
    chat.answerNext(answer);
    expect(await service.send(conversation, card, 'Hello')).toMatchObject({ status: 'unsure' });
    expect(chat.sent).toHaveLength(1);
  });

  test.each(lost.slice(0, 3))('%s to an edit: it is made again, which shows nothing twice', async (_, answer) => {
    const { service, chat } = setUp(signing);
    chat.answerNext(answer);
    const outcome = await service.update(conversation, 'message-9', card, 'Hello');
    expect(outcome).toEqual({ status: 'delivered', activityId: 'message-9' });
    expect(chat.sent.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  test('a short wait that Teams asks for is kept here, and without one the waits grow', async () => {
    const { service, chat } = setUp(signing);
    chat.answerNext({ status: 429, headers: { 'retry-after': '2.5' } }, { status: 412 }, { status: 502 });
    expect(await service.send(conversation, card, 'Hello')).toEqual({ status: 'delivered', activityId: 'message-4' });
    const [asked, second = 0, third = 0] = chat.waits;
    expect(asked).toBe(2.5);
    expect(second).toBeGreaterThanOrEqual(1);
    expect(second).toBeLessThan(3);
    expect(third).toBeGreaterThanOrEqual(2);
    expect(third).toBeLessThan(6);
  });

  test.each([
    ['a long wait', [{ status: 429, headers: { 'retry-after': '60' } }], { status: 429, retryAfter: 60 }, 1],
    [
      'many waits',
      Array.from({ length: 4 }, () => ({ status: 504, headers: { 'retry-after': '1' } })),
      { status: 504 },
      4,
    ],
  ])('%s is the queue’s', async (_, answers, reason, tries) => {
    const { service, chat } = setUp(signing);
    chat.answerNext(...answers);
    const fault = await service.send(conversation, card, 'Hello').catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ reason });
    expect(chat.sent).toHaveLength(tries);
  });

  test('every request has its turn within Teams’ limits: a send’s first is asked for before', async () => {
    const { service, chat } = setUp(signing);
    await service.turn(conversation);
    chat.answerNext({ status: 502 });
    await service.send(conversation, card, 'Hello');
    expect(chat.turns).toEqual(['a:hazel', 'a:hazel']);
    await service.update(conversation, 'message-9', card, 'Hello');
    expect(chat.turns).toHaveLength(3);
  });
});
