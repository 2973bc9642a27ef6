import { readAddress, writeAddress } from '../../../local/teams/page/address';
import { byDay } from '../../../local/teams/page/chat/days';
import { emptyFeed, nextFeed } from '../../../local/teams/page/feed/feedState';
import { linkTarget } from '../../../local/teams/page/host/deepLinks';
import type { Chat, ChatMessage } from '../../../local/teams/shapes';

const appId = 'a55e0000-0000-4000-8000-00000000000a';
const entity = `https://teams.microsoft.com/l/entity/${appId}/assured`;
const context = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

describe('links', () => {
  test.each([
    [entity, { kind: 'tab', entityId: 'assured' }],
    [
      `${entity}?context=${context({ subEntityId: 'review/1' })}`,
      { kind: 'tab', entityId: 'assured', subPageId: 'review/1' },
    ],
    [`${entity}?context=${context({ chatId: 'x' })}`, { kind: 'tab', entityId: 'assured' }],
    [`${entity}?context=nonsense`, { kind: 'tab', entityId: 'assured' }],
    [`https://teams.microsoft.com/l/entity/${appId}/conversations`, { kind: 'chat' }],
    ['https://orchard.example/x', { kind: 'web', url: 'https://orchard.example/x' }],
    [`https://teams.microsoft.com/l/entity/another/assured`, { kind: 'unknown' }],
    ['https://teams.microsoft.com/l/chat/0/0?users=x', { kind: 'unknown' }],
    ['javascript:alert(1)', { kind: 'unknown' }],
    ['not a link', { kind: 'unknown' }],
  ])('%s', (link, target) => {
    expect(linkTarget(link, appId)).toMatchObject(target);
  });
});

describe("the page's own address", () => {
  test.each([
    ['', { as: undefined, view: 'tab', theme: 'default', chat: true, subPageId: undefined }],
    [
      '?as=p1&view=meeting&theme=dark&chat=0&subPageId=review%2F1',
      { as: 'p1', view: 'meeting', theme: 'dark', chat: false, subPageId: 'review/1' },
    ],
    [
      '?view=nonsense&theme=nonsense',
      { as: undefined, view: 'tab', theme: 'default', chat: true, subPageId: undefined },
    ],
  ])('%s', (search, address) => {
    expect(readAddress(search)).toEqual(address);
    expect(readAddress(writeAddress(readAddress(search)))).toEqual(address);
  });
});

const message = (id: string, version: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  version,
  from: 'app',
  at: '2026-11-22T09:40:00.000Z',
  attachments: [],
  ...more,
});
const chat = (...messages: ChatMessage[]): Chat => ({ installed: true, memberId: '29:1', messages });

describe('what the page knows', () => {
  test('a message that overtakes the first reading is kept, in its newest version', () => {
    const early = nextFeed(emptyFeed, { type: 'message', message: message('3', 2, { text: 'new' }) });
    const read = nextFeed(early, { type: 'chat', chat: chat(message('1', 1), message('3', 1, { text: 'old' })) });
    expect(read.chat?.messages).toMatchObject([{ id: '1' }, { id: '3', version: 2, text: 'new' }]);
    expect(read.chat?.memberId).toBe('29:1');
  });

  test('typing ends with the next message of the app', () => {
    const typing = nextFeed(emptyFeed, { type: 'typing' });
    const mine = nextFeed(typing, { type: 'message', message: message('1', 1, { from: 'person' }) });
    expect([typing.typing, mine.typing]).toEqual([true, true]);
    expect(nextFeed(mine, { type: 'message', message: message('2', 1) }).typing).toBe(false);
  });

  test('an installation and a stage', () => {
    const known = nextFeed(emptyFeed, { type: 'chat', chat: chat() });
    expect(nextFeed(known, { type: 'installation', installed: false }).chat?.installed).toBe(false);
    const stage = { url: '/stage', sharedBy: 'p1' };
    expect(nextFeed(known, { type: 'stage', stage }).stage).toEqual(stage);
  });
});

test('messages stand under the day on which they came', () => {
  const days = byDay(
    [message('1', 1, { at: '2026-11-20T09:00:00.000Z' }), message('2', 1)],
    new Date('2026-11-22T12:00:00Z'),
  );
  expect(days.map(({ name, messages }) => [name, messages.map(({ id }) => id)])).toEqual([
    ['Friday 20 November', ['1']],
    ['Today', ['2']],
  ]);
});
