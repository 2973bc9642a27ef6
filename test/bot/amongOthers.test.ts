import { awaitingReview } from '../support/builders/reviews';
import { birchHead, cora, hazel, stranger } from '../support/builders/people';
import { actionsOf, linesOf } from './cards/parts';
import { groupChat, type Somebody } from './groupChat';
import { signingForAll, tenantId } from './teams';
import { startBot } from './trust';

const signing = signingForAll();
const { start, fromGroup } = groupChat(signing);

const said = async (person: Somebody, text: string, more: Record<string, unknown> = {}) => {
  const running = await start();
  expect(await fromGroup(running, person, { text, ...more })).toEqual({ status: 200 });
  expect(running.known.size).toBe(0);
  expect(running.chat.sent).toHaveLength(1);
  return running.chat.sent[0];
};
const channel = { id: '19:room@thread.tacv2;messageid=1', conversationType: 'channel', tenantId };

describe('a message to the bot where others read along', () => {
  test('is answered with one line, and a link to the writer’s own chat', async () => {
    const sent = await said(hazel, '<at>Assured</at> help');
    expect(linesOf(sent?.card)).toEqual(['I answer in your own chat with me: here others read along.']);
    expect(actionsOf(sent?.card)).toEqual([
      {
        type: 'Action.OpenUrl',
        title: 'Open your chat with Assured',
        url: 'https://teams.microsoft.com/l/entity/a55e0000-0000-4000-8000-00000000000a/conversations',
      },
    ]);
    expect(sent?.message.summary).toBe(linesOf(sent?.card)[0]);
  });

  test.each([
    ['a head teacher of theirs', hazel],
    ['another head teacher', birchHead],
    ['the CEO', cora],
    ['somebody whom the trust does not know', { id: stranger, name: 'Nell' }],
  ])('is the same for whoever writes it, and names nothing: %s', async (_, person) => {
    for (const text of ['review alder', 'my work', 'status 100001']) {
      const sent = await said(person, text);
      expect(sent?.card).toEqual((await said(cora, 'hello'))?.card);
      expect(JSON.stringify(sent?.message)).not.toMatch(/Alder|Birch|100001|Hazel|Orchard|review/i);
    }
  });

  test('is answered where it was written, in a channel’s thread too, as what it is', async () => {
    const sent = await said(hazel, 'hello', { conversation: channel, id: 'f:thread' });
    expect(decodeURIComponent(sent?.url ?? '')).toContain(`/v3/conversations/${channel.id}/activities/f:thread`);
    expect(sent?.message.conversation).toMatchObject({ id: channel.id, isGroup: true });
  });

  test('is not read: a decision in it is none', async () => {
    const running = await start();
    const { urn, year, period } = awaitingReview();
    await fromGroup(running, hazel, { value: { verb: 'review.signOff', urn, year, period, round: 1 } });
    expect(running.announced).toEqual([]);
    expect(running.store.calls.replace).toBe(0);
  });

  test('is answered though nothing can be read of the trust', async () => {
    const running = await start();
    running.store.changeKey();
    expect(await fromGroup(running, hazel, { text: 'hello' })).toEqual({ status: 200 });
    expect(running.chat.sent).toHaveLength(1);
  });

  test('is not answered to whoever writes too often, and others are', async () => {
    const running = await startBot(signing, { perMinute: { reading: 1, writing: 2 } });
    for (const person of [hazel, hazel, hazel, hazel, cora]) await fromGroup(running, person, { text: 'hello' });
    expect(running.chat.sent).toHaveLength(3);
  });
});
