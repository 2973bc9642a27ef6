import { z } from 'zod';
import { birchHead, bo, dana, stranger } from '../support/builders/people';

import { alderReview, birchReview, groupChat, query, Results } from './groupChat';
import { signingForAll } from './teams';

const { start, fromGroup, searched, found, titles } = groupChat(signingForAll());
const Message = z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) });

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
    const running = await start();
    const body = { ...query('alder'), channelData: { tenant: { id: 'b'.repeat(36) } } };
    const other = await fromGroup(running, dana, body);
    expect(Message.parse(other.body).composeExtension.text).toContain('another organisation');
  });

  test('met by a store that does not answer says so in words', async () => {
    const running = await start();
    running.store.failNext('rows', 'unavailable');
    const answer = await fromGroup(running, dana, query('alder'));
    expect(answer.status).toBe(200);
    expect(Message.parse(answer.body).composeExtension.text).toContain('cannot be reached');
  });
});
