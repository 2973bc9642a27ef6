import { createRemembering } from '../../bot/remembering';
import { DeliveryUnavailable, type Conversation } from '../../shared/application/ports/delivery';
import { PersonId } from '../../shared/schema/ids';
import { cora, dana, hazel } from '../support/builders/people';
import { conversationOf } from '../support/fakeDelivery';

const away = (): Promise<never> => Promise.reject(new DeliveryUnavailable('Azure Storage cannot be reached.', 10));

describe('where somebody who writes is reached', () => {
  const setUp = () => {
    const state = { away: true };
    const holdUps = new Map<PersonId, Promise<void>>();
    const kept: Conversation[] = [];
    const remembering = createRemembering({
      async rememberConversation(conversation) {
        if (state.away) return away();
        await holdUps.get(conversation.person);
        kept.push(conversation);
      },
    });
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    return { state, holdUps, kept, settled, ...remembering };
  };
  const moved = { ...conversationOf(hazel.id), conversationId: 'moved' };

  test('is held while the tables are away, and kept with the next that anybody writes, the newest of each', async () => {
    const { state, kept, remember, settled } = setUp();
    for (const one of [conversationOf(hazel.id), conversationOf(dana.id), moved]) await remember(one);
    expect(kept).toEqual([]);
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    const [first, ...rest] = kept;
    expect(first).toEqual(conversationOf(cora.id));
    expect(rest).toHaveLength(2);
    expect(rest).toEqual(expect.arrayContaining([moved, conversationOf(dana.id)]));
    await remember(conversationOf(cora.id));
    await settled();
    expect(kept).toHaveLength(4);
  });

  test('is waited for no longer than a moment, and kept when storage answers at last', async () => {
    const known: Conversation[] = [];
    let answered: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (answered = resolve));
    const rememberConversation = async (one: Conversation) => {
      await hanging;
      known.push(one);
    };
    await createRemembering({ rememberConversation }, 10).remember(moved);
    expect(known).toEqual([]);
    answered();
    await new Promise((resolve) => setImmediate(resolve));
    expect(known).toEqual([moved]);
  });

  test('an older place never takes that of a newer one', async () => {
    const { state, kept, remember, settled } = setUp();
    await remember(conversationOf(hazel.id));
    state.away = false;
    await remember(moved);
    await settled();
    expect(kept).toEqual([moved]);
  });

  test('nor where the newer one comes while earlier ones are being kept', async () => {
    const { state, holdUps, kept, remember, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    state.away = false;
    let go: () => void = () => undefined;
    holdUps.set(dana.id, new Promise((resolve) => (go = resolve)));
    await remember(conversationOf(cora.id));
    await settled();
    // Dana's is on its way, and Hazel's would come after it.
    await remember(moved);
    go();
    await settled();
    expect(kept).toEqual([conversationOf(cora.id), moved, conversationOf(dana.id)]);
  });

  test('each is kept once, however many write at once when storage is back', async () => {
    const { state, kept, remember, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    state.away = false;
    await Promise.all(Array.from({ length: 5 }, () => remember(conversationOf(cora.id))));
    await settled();
    expect(kept.filter(({ person }) => person !== cora.id)).toEqual([dana, hazel].map(({ id }) => conversationOf(id)));
  });

  test('is not kept where they removed the app meanwhile', async () => {
    const { state, kept, remember, forget, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    await forget(hazel.id);
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    expect(kept.map(({ person }) => person)).toEqual([cora.id, dana.id]);
  });

  test('is held for so many people, and of those who are among them the newest all the same', async () => {
    const { state, kept, remember, settled } = setUp();
    const many = Array.from({ length: 500 }, (_, i) =>
      PersonId.parse(`e0000000-0000-4000-8000-${String(i).padStart(12, '0')}`),
    );
    for (const id of many) await remember(conversationOf(id));
    const [first] = many.map((id) => ({ ...conversationOf(id), conversationId: 'moved' }));
    if (first) await remember(first);
    await remember(conversationOf(PersonId.parse('f0000000-0000-4000-8000-000000000000')));
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    const [, ...held] = kept;
    expect([held[0], held.length]).toEqual([first, 500]);
  });

  describe('where storage answers late', () => {
    const hanging = () => {
      const writes: { conversation: Conversation; end(fault?: Error): void }[] = [];
      const remembering = createRemembering(
        {
          rememberConversation: (conversation) =>
            new Promise((resolve, reject) => {
              const end = (fault?: Error) => (fault ? reject(fault) : resolve());
              writes.push({ conversation, end });
            }),
        },
        5,
      );
      const settled = () => new Promise((resolve) => setImmediate(resolve));
      return { writes, settled, ...remembering };
    };
    const older = conversationOf(hazel.id);
    const gone = new DeliveryUnavailable('Azure Storage cannot be reached.', 10);

    test.each([
      ['fails', gone],
      ['succeeds', undefined],
    ])('the newer place is written last where the older %s', async (_, fault?) => {
      const { writes, settled, remember } = hanging();
      await remember(older);
      await remember(moved);
      expect(writes).toHaveLength(1);
      writes[0]?.end(fault);
      await settled();
      expect(writes.map(({ conversation }) => conversation)).toEqual([older, moved]);
      writes[1]?.end();
      await settled();
      await remember(conversationOf(dana.id));
      writes[2]?.end();
      await settled();
      expect(writes).toHaveLength(3);
    });

    test('whoever removes the app meanwhile is forgotten after it, and not kept again', async () => {
      const { writes, settled, remember, forget } = hanging();
      await remember(older);
      let forgotten = false;
      const forgetting = forget(hazel.id).then(() => (forgotten = true));
      await settled();
      expect(forgotten).toBe(false);
      writes[0]?.end(gone);
      await forgetting;
      await remember(conversationOf(dana.id));
      writes[1]?.end();
      await settled();
      expect(writes.map(({ conversation }) => conversation.person)).toEqual([hazel.id, dana.id]);
    });
  });

  test('a fault of another kind is not hidden', async () => {
    const { remember } = createRemembering({ rememberConversation: () => Promise.reject(new TypeError('a mistake')) });
    await expect(remember(moved)).rejects.toThrow('a mistake');
  });
});
