import { StoreOutOfReach, StoreUnavailable } from '../../shared/application/ports/store';
import { TrustNotSetUp } from '../../shared/application/trust';
import { DeliveryUnavailable, type Conversation } from '../../shared/application/ports/delivery';
import { dana, hazel } from '../support/builders/people';
import { linesOf } from './cards/parts';
import { activity, signingForAll, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();
const added = () => activity({ type: 'installationUpdate', action: 'add' });

describe('somebody who gets the app', () => {
  test('is known, and greeted', async () => {
    const { from, chat, known } = await startBot(signing);
    expect(await from(hazel, added())).toEqual({ status: 200 });
    expect(known.get(hazel.id)?.conversationId).toBe(`a:${hazel.id}`);
    expect(linesOf(chat.sent[0]?.card)[0]).toBe('Hello Hazel Head, this is Assured');
  });

  test.each([
    ['there are no lists yet', new StoreOutOfReach('There is no list People.', 'listMissing')],
    ['the site is not open to the app', new StoreOutOfReach('403', 'noAccess')],
    ['the trust has not begun', new TrustNotSetUp()],
    ['Graph is away', new StoreUnavailable('503', 5)],
  ])('is known where %s, and not greeted: Teams need not tell again', async (_, fault) => {
    const { from, chat, known, store } = await startBot(signing);
    jest.spyOn(store, 'rows').mockRejectedValue(fault);
    expect(await from(hazel, added())).toEqual({ status: 200, fault });
    expect(known.has(hazel.id)).toBe(true);
    expect(chat.sent).toEqual([]);
  });

  test('is told of again where it is a fault of ours', async () => {
    const { from, known, store } = await startBot(signing);
    const fault = new TypeError('a mistake');
    jest.spyOn(store, 'rows').mockRejectedValue(fault);
    expect(await from(hazel, added())).toEqual({ status: 503, fault });
    expect(known.has(hazel.id)).toBe(true);
  });

  test('while the tables are away is told of again, and kept all the same with the next that comes', async () => {
    const kept = new Map<string, Conversation>();
    const state = { away: true };
    const away = new DeliveryUnavailable('Azure Storage cannot be reached.', 10);
    const conversations = {
      put: async (one: Conversation) => {
        if (state.away) throw away;
        kept.set(one.person, one);
      },
    };
    const { from, chat } = await startBot(signing, { without: { conversations, sentCards: {} } });
    const arrives = added();
    expect(await from(hazel, arrives)).toEqual({ status: 503, fault: away });
    expect(chat.sent).toEqual([]);
    state.away = false;
    await from(dana, written('hello'));
    for (let i = 0; i < 500 && !kept.has(hazel.id); i += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([...kept.keys()]).toEqual([dana.id, hazel.id]);
    expect(await from(hazel, arrives)).toEqual({ status: 200 });
    expect(linesOf(chat.sent.at(-1)?.card)[0]).toBe('Hello Hazel Head, this is Assured');
  });

  test('and removes it is not to be reached, known before or not', async () => {
    const { from, known } = await startBot(signing);
    await from(hazel, activity({ type: 'installationUpdate', action: 'remove' }));
    expect(known.get(hazel.id)?.removed).toBe(true);
    await from(hazel, added());
    expect(known.get(hazel.id)?.removed).toBeUndefined();
  });
});
