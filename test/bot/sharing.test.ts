import { z } from 'zod';
import { birch, birchHead, bo, cora, dana, hazel, stranger } from '../support/builders/people';
import { awaitingReview, signedOffReview } from '../support/builders/reviews';
import { actionsOf, linesOf, titlesOf } from './cards/parts';
import { activity, startSigning, tenantId, type Signing } from './teams';
import { startBot } from './trust';

let signing: Signing;
beforeAll(async () => {
  signing = await startSigning();
});
afterAll(() => signing.close());

const group = { id: '19:leadership@thread.v2', conversationType: 'groupChat', tenantId };
const holdings = { reviews: [awaitingReview(), signedOffReview({ academy: birch })] };
type Somebody = Parameters<Awaited<ReturnType<typeof startBot>>['from']>[0];

/** An activity from the group chat. */
const fromGroup = async (
  { bot }: Awaited<ReturnType<typeof startBot>>,
  { id, name }: Somebody,
  body: Record<string, unknown>,
) =>
  bot.receive({
    method: 'POST',
    headers: { authorization: `Bearer ${await signing.token()}` },
    body: { ...activity(), from: { id: `29:${id}`, name, aadObjectId: id }, conversation: group, ...body },
  });

const query = (text: string, more: object = {}): Record<string, unknown> => ({
  type: 'invoke',
  name: 'composeExtension/query',
  value: {
    commandId: 'find',
    parameters: text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'text', value: text }],
    queryOptions: { skip: 0, count: 25 },
    ...more,
  },
});

const Results = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(
      z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.unknown(),
        preview: z.object({
          contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
          content: z.object({ title: z.string(), text: z.string() }),
        }),
      }),
    ),
  }),
});
const Message = z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) });

const searched = async (person: Somebody, text: string, more?: object) => {
  const answer = await fromGroup(await startBot(signing, holdings), person, query(text, more));
  expect(answer.status).toBe(200);
  return answer.body;
};
const found = async (person: Somebody, text: string) =>
  Results.parse(await searched(person, text)).composeExtension.attachments;
const titles = async (person: Somebody, text: string) =>
  (await found(person, text)).map(({ preview }) => preview.content.title);

const alderReview = 'Autumn term review of Alder Academy';
const birchReview = 'Autumn term review of Birch Academy';

describe('the search', () => {
  test.each([
    ['alder', [alderReview, 'Alder Academy']],
    ['ald', [alderReview, 'Alder Academy']],
    ['review aldre', [alderReview, 'Alder Academy']],
    ['100001', [alderReview, 'Alder Academy']],
    ['cedar', ['Cedar Academy']],
    ['', [alderReview, 'Alder Academy', birchReview, 'Birch Academy', 'Cedar Academy']],
    ['reviews', [alderReview, 'Alder Academy', birchReview, 'Birch Academy', 'Cedar Academy']],
  ])('for “%s” finds academies and their latest reviews', async (text, expected) => {
    expect(await titles(dana, text)).toEqual(expected);
  });

  test('says beside each how it stands', async () => {
    const [review, academy] = await found(dana, 'alder');
    expect(review?.preview.content.text).toBe('Waiting for the head teacher’s sign-off');
    expect(academy?.preview.content.text).toBe('Primary · Waiting for the head teacher’s sign-off');
  });

  test('opens with what is theirs', async () => {
    expect(await titles(birchHead, '')).toEqual([birchReview, 'Birch Academy']);
    expect(await titles(bo, 'alder')).toEqual(['Alder Academy']);
  });

  test('comes in pages', async () => {
    const page = Results.parse(await searched(dana, '', { queryOptions: { skip: 2, count: 2 } }));
    expect(page.composeExtension.attachments.map(({ preview }) => preview.content.title)).toEqual([
      birchReview,
      'Birch Academy',
    ]);
    const beyond = Results.parse(await searched(dana, '', { queryOptions: { skip: 50, count: 25 } }));
    expect(beyond.composeExtension.attachments).toEqual([]);
  });

  test('for what somebody may not see is the same as for what is not there', async () => {
    const hidden = await searched(birchHead, 'alder');
    expect(hidden).toEqual(await searched(birchHead, 'zebra'));
    expect(Message.parse(hidden).composeExtension.text).not.toMatch(/Alder/);
  });

  test.each([
    ['too long', { parameters: [{ name: 'text', value: 'a'.repeat(201) }] }],
    ['another command', { commandId: 'delete' }],
    ['no parameters', { parameters: 'alder' }],
  ])('that is %s is answered in words', async (_, more) => {
    expect(Message.parse(await searched(dana, 'alder', more)).composeExtension.text).toContain('could not read');
  });

  test('by a stranger, or from another tenant, finds nothing', async () => {
    const unknown = await searched({ id: stranger, name: 'Nell Newcomer' }, 'alder');
    expect(Message.parse(unknown).composeExtension.text).toContain('not set up in Assured');
    const running = await startBot(signing, holdings);
    const body = { ...query('alder'), channelData: { tenant: { id: 'b'.repeat(36) } } };
    const other = await fromGroup(running, dana, body);
    expect(Message.parse(other.body).composeExtension.text).toContain('another organisation');
  });

  test('met by a store that does not answer says so in words', async () => {
    const running = await startBot(signing, holdings);
    running.store.failNext('rows', 'unavailable');
    const answer = await fromGroup(running, dana, query('alder'));
    expect(answer.status).toBe(200);
    expect(Message.parse(answer.body).composeExtension.text).toContain('cannot be reached');
  });
});

const inserted = async (text = 'alder', which = 0) => {
  const result = (await found(dana, text))[which];
  if (!result) throw new Error('Nothing was found.');
  return result.content;
};

const Refreshing = z.looseObject({
  refresh: z.strictObject({
    action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown() }),
  }),
});

const viewed = async (person: Somebody, card: unknown, running?: Awaited<ReturnType<typeof startBot>>) => {
  const { action } = Refreshing.parse(card).refresh;
  const here = running ?? (await startBot(signing, holdings));
  const answer = await fromGroup(here, person, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'automatic' },
    replyToId: 'message-1',
  });
  expect(answer).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
  });
  expect(here.chat.sent).toEqual([]);
  return { card: z.object({ value: z.unknown() }).parse(answer.body).value, bytes: JSON.stringify(answer) };
};

describe('the card in the chat', () => {
  test.each([
    ['review', 0],
    ['academy', 1],
  ])('names nobody’s academy, whoever is in it: %s', async (_, which) => {
    const card = await inserted('alder', which);
    expect(JSON.stringify(card)).not.toMatch(/Alder|Assured ·|Hazel|sign-off/i);
    expect(linesOf(card)[0]).toMatch(/^An? (review|academy) shared from Assured$/);
    expect(titlesOf(card)).toEqual(['Show me', 'Open in Assured']);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('is asked for by everybody’s client, and shows each what they may see', async () => {
    const card = await inserted();
    const own = await viewed(hazel, card);
    expect(linesOf(own.card)[0]).toBe('Alder Academy');
    expect(own.bytes).toContain('Assured');
    const other = await viewed(birchHead, card);
    expect(linesOf(other.card)[0]).toBe('This is not yours to see');
    expect(other.bytes).not.toMatch(/Alder|Hazel|Dana|100001|Autumn/);
    expect((await viewed({ id: stranger, name: 'Nell' }, card)).card).toEqual(other.card);
    expect((await viewed(bo, card)).card).toEqual(other.card);
  });

  test('decides nothing: it leads to where the viewer decides', async () => {
    const { card } = await viewed(hazel, await inserted());
    expect(actionsOf(card).map(({ type }) => type)).toEqual(['Action.OpenUrl']);
    expect(linesOf(card).join('\n')).toContain('It waits for you: decide in your own chat with Assured');
  });

  test('asks anew each time it is looked at', async () => {
    const base = await inserted();
    const { card } = await viewed(cora, base);
    expect(Refreshing.parse(card).refresh).toEqual(Refreshing.parse(base).refresh);
  });

  test('of an academy shows its standing, to whom may see it', async () => {
    const card = await inserted('birch', 1);
    expect(linesOf((await viewed(bo, card)).card)).toContain('Birch Academy');
    expect((await viewed(hazel, card)).bytes).not.toMatch(/Birch|100002/);
  });

  test.each([
    ['a key of nothing', { kind: 'reviews', key: 'nothing' }],
    ['a change', { kind: 'categoryChanges', key: 'x' }],
    ['no data', undefined],
  ])('that carries %s is nobody’s', async (_, data) => {
    const refresh = {
      action: { type: 'Action.Execute', verb: 'shared.view', data: data && { verb: 'shared.view', ...data } },
    };
    expect(linesOf((await viewed(cora, { refresh })).card)[0]).toBe('This is not yours to see');
  });

  test('takes no decision that somebody puts into it', async () => {
    const running = await startBot(signing, holdings);
    const { urn } = awaitingReview();
    const data = { verb: 'review.signOff', urn, year: '2026/27', period: 'autumn', round: 1 };
    const value = { action: { type: 'Action.Execute', verb: 'review.signOff', data }, trigger: 'manual' };
    const answer = await fromGroup(running, hazel, { type: 'invoke', name: 'adaptiveCard/action', value });
    expect(JSON.stringify(answer.body)).toContain('Decisions are taken in your own chat');
    expect(running.announced).toEqual([]);
    await fromGroup(running, hazel, { value: data });
    expect(running.announced).toEqual([]);
  });
});

describe('“Show me” without universal actions', () => {
  const submit = async (person: Somebody, meets: boolean) => {
    const running = await startBot(signing, holdings);
    if (meets) {
      await running.from(person, { text: 'hello' });
      running.chat.sent.length = 0;
    }
    const value = actionsOf(await inserted())[0]?.['data'];
    const body = { value, id: 'f:shared' };
    expect(await fromGroup(running, person, body)).toEqual({ status: 200 });
    expect(await fromGroup(running, person, body)).toEqual({ status: 200 });
    return running.chat.sent;
  };

  test('is answered once, in the person’s own chat, and not as an answer to the group’s', async () => {
    const sent = await submit(hazel, true);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toMatch(new RegExp(`/v3/conversations/a%3A${hazel.id}/activities$`));
    expect(sent[0]?.message.replyToId).toBeUndefined();
    expect(linesOf(sent[0]?.card)[0]).toBe('Alder Academy');
  });

  test('names nothing to whom may not see it', async () => {
    expect(JSON.stringify(await submit(birchHead, true))).not.toMatch(/Alder|100001/);
  });

  test('is not answered in front of others where the own chat is not known', async () => {
    expect(await submit(hazel, false)).toEqual([]);
  });
});

test('a chat of two people is not the bot’s own chat', async () => {
  const running = await startBot(signing, holdings);
  const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId };
  await fromGroup(running, hazel, { text: 'review alder', conversation });
  expect(running.chat.sent).toEqual([]);
  expect(running.known.size).toBe(0);
});
