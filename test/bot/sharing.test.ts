import { z } from 'zod';
import { birchHead, bo, cora, hazel, stranger } from '../support/builders/people';
import { awaitingReview } from '../support/builders/reviews';
import { actionsOf, linesOf, titlesOf } from './cards/parts';
import { groupChat, type Running, type Somebody } from './groupChat';
import { signingForAll, tenantId } from './teams';

const { start, fromGroup, inserted } = groupChat(signingForAll());

const Refreshing = z.looseObject({
  refresh: z.strictObject({
    action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown() }),
  }),
});

const viewed = async (person: Somebody, card: unknown, running?: Running) => {
  const { action } = Refreshing.parse(card).refresh;
  const here = running ?? (await start());
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
    const running = await start();
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
    const running = await start();
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
  const running = await start();
  const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId };
  await fromGroup(running, hazel, { text: 'review alder', conversation });
  expect(JSON.stringify(running.chat.sent)).not.toMatch(/Alder|Hazel Head|100001/);
  expect(running.known.size).toBe(0);
});
