import { ChatFault } from '../../bot/botService';
import { card, conversation, setUp } from './service';
import { activity, botId, hazel, pressed, serviceUrl, signingForAll, tenantId, written } from './teams';

const signing = signingForAll();
const inGroup = { conversation: { id: '19:group', conversationType: 'groupChat', tenantId } };

describe('a message', () => {
  test('arrives as plain data and is answered in its conversation', async () => {
    const { receive, messages, chat } = setUp(signing);
    await receive(activity({ id: 'f:77', text: 'hello' }));
    expect(messages[0]).toMatchObject({ person: hazel, text: 'hello', conversation, locale: 'en-GB' });
    expect(chat.sent).toHaveLength(1);
    expect(chat.sent[0]).toMatchObject({
      method: 'POST',
      url: `${serviceUrl}v3/conversations/a%3Ahazel/activities/f%3A77`,
      authorization: 'Bearer bot-token',
      message: { type: 'message', summary: 'Hello', replyToId: 'f:77' },
      card,
    });
  });

  test('that is delivered twice is answered once', async () => {
    const { receive, messages, chat } = setUp(signing);
    const body = written('hello');
    expect(await receive(body)).toEqual({ status: 200 });
    expect(await receive(body)).toEqual({ status: 200 });
    expect(messages).toHaveLength(1);
    expect(chat.sent).toHaveLength(1);
  });

  test('that could not be answered is taken again when Teams repeats it', async () => {
    const { receive, chat } = setUp(signing);
    chat.answerNext({ status: 503 });
    const body = written('hello');
    const first = await receive(body);
    expect(first.status).toBe(503);
    expect(first.fault).toBeInstanceOf(ChatFault);
    expect(await receive(body)).toEqual({ status: 200 });
    expect(chat.sent).toHaveLength(2);
  });

  test.each([
    ['another tenant', { conversation: { id: 'a:hazel', conversationType: 'personal', tenantId: 'b'.repeat(36) } }],
    ['two tenants at once', { channelData: { tenant: { id: 'b'.repeat(36) } } }],
    ['no tenant', { conversation: { id: 'a:hazel', conversationType: 'personal' }, channelData: {} }],
    ['nobody known', { from: { id: '29:bot' } }],
    ['nobody known, in a group', { ...inGroup, from: { id: '29:bot' } }],
    ['another tenant, in a group', { ...inGroup, channelData: { tenant: { id: 'b'.repeat(36) } } }],
  ])('from %s is left alone', async (_, changes) => {
    const { receive, messages, amongOthers, chat } = setUp(signing);
    expect(await receive(activity({ text: 'hello', ...changes }))).toEqual({ status: 200 });
    expect([...messages, ...amongOthers]).toEqual([]);
    expect(chat.sent).toEqual([]);
  });

  test('among others is no message to the bot: that somebody wrote is told, and not what', async () => {
    const { receive, messages, amongOthers, chat } = setUp(signing);
    const body = activity({ text: 'my work', ...inGroup });
    expect([await receive(body), await receive(body)]).toEqual([{ status: 200 }, { status: 200 }]);
    expect(messages).toEqual([]);
    expect(amongOthers).toEqual([hazel]);
    expect(chat.sent).toHaveLength(1);
    expect(chat.sent[0]?.url).toMatch(/\/v3\/conversations\/19%3Agroup\/activities\/f%3A\d+$/);
  });
});

describe('an installation', () => {
  const bot = [{ id: botId }];

  test('is greeted once, though Teams tells of it twice', async () => {
    const { receive, installed, chat } = setUp(signing);
    await receive(activity({ type: 'installationUpdate', action: 'add' }));
    await receive(activity({ type: 'conversationUpdate', membersAdded: bot }));
    expect(installed.map(({ greet }) => greet)).toEqual([true, false]);
    expect(installed[0]?.conversation).toEqual(conversation);
    expect(chat.sent).toHaveLength(1);
  });

  test('that is only an update of the app is not greeted', async () => {
    const { receive, installed } = setUp(signing);
    await receive(activity({ type: 'installationUpdate', action: 'add-upgrade' }));
    expect(installed.map(({ greet }) => greet)).toEqual([false]);
  });

  test.each([
    ['removing the app', { type: 'installationUpdate', action: 'remove' }],
    ['the bot leaving', { type: 'conversationUpdate', membersRemoved: bot }],
  ])('ends with %s', async (_, changes) => {
    const { receive, removed, chat } = setUp(signing);
    await receive(activity(changes));
    expect(removed).toEqual([conversation]);
    expect(chat.sent).toEqual([]);
  });

  test.each([
    ['somebody else joining', { type: 'conversationUpdate', membersAdded: [{ id: '29:dana' }] }],
    ['an update half way', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['a reaction', { type: 'messageReaction' }],
  ])('is not %s', async (_, changes) => {
    const { receive, installed, removed } = setUp(signing);
    expect(await receive(activity(changes))).toEqual({ status: 200 });
    expect([...installed, ...removed]).toEqual([]);
  });

  test('that could not be kept is asked for again', async () => {
    const fault = new Error('The table did not answer.');
    const { receive } = setUp(signing, { onInstalled: () => Promise.reject(fault) });
    expect(await receive(activity({ type: 'installationUpdate', action: 'add' }))).toEqual({ status: 503, fault });
  });
});

describe('a card’s button', () => {
  const action = { verb: 'review.signOff', data: { verb: 'review.signOff', signOffComment: 'Thank you' } };

  test('arrives with who pressed it, and gets the new card', async () => {
    const { receive, cardActions } = setUp(signing);
    expect(await receive(pressed(action))).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
    expect(cardActions).toHaveLength(1);
    expect(cardActions[0]).toMatchObject({ person: hazel, tenantId, ...action, trigger: 'manual' });
    expect(cardActions[0]?.activityId).toMatch(/^f:/);
  });

  test('gets a message', async () => {
    const { receive } = setUp(signing, { onCardAction: async () => ({ kind: 'message', text: 'Done.' }) });
    expect((await receive(pressed(action))).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Done.',
    });
  });

  test('gets an error as HTTP 200, the error in the body', async () => {
    const { receive } = setUp(signing, {
      onCardAction: async () => ({ kind: 'error', code: 'BadRequest', message: 'No.' }),
    });
    expect(await receive(pressed(action))).toEqual({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'No.' } },
    });
  });

  test('gets words, and no detail, where the product is out of order', async () => {
    const fault = new Error('secret detail');
    const { receive } = setUp(signing, { onCardAction: () => Promise.reject(fault) });
    const answer = await receive(pressed(action));
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 500, value: { code: 'Unavailable' } }, fault });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  test.each([
    ['in a group', inGroup, /your own chat/],
    ['from another tenant', { channelData: { tenant: { id: 'b'.repeat(36) } } }, /another organisation/],
    ['by nobody known', { from: { id: '29:bot' } }, /who you are/],
    ['of another kind', { value: { action: { type: 'Action.Submit' }, trigger: 'manual' } }, /could not be read/],
    ['without a value', { value: undefined }, /could not be read/],
  ])('pressed %s decides nothing', async (_, changes, words) => {
    const { receive, cardActions } = setUp(signing);
    const answer = await receive({ ...pressed(action), ...changes });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error' } });
    expect(JSON.stringify(answer.body)).toMatch(words);
    expect(cardActions).toEqual([]);
  });

  test('of another sort is not implemented', async () => {
    const { receive } = setUp(signing);
    expect(await receive(activity({ type: 'invoke', name: 'task/fetch', value: {} }))).toEqual({ status: 501 });
  });
});
