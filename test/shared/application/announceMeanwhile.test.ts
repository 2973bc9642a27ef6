import { AnnouncementBusy } from '../../../shared/application/announceMatter';
import { coHead, dana, hazel, people } from '../../support/builders/people';
import { type TestTrust } from '../../support/builders/trust';
import { type Around } from '../../support/fakeDelivery';
import {
  announce,
  asksOf,
  awaiting,
  cardOf,
  expectAnnounced,
  minutes,
  query,
  review,
  sendAgain,
  signOff,
  told,
} from '../../support/builders/announcing';

describe('the matter changing meanwhile', () => {
  const during = (call: string, act: () => Promise<unknown>): Around => {
    let done = false;
    return async (name, effect) => {
      const first = name === call && !done;
      done ||= first;
      if (first) await act();
      return effect();
    };
  };

  it.each(['sentCards.forMatter', 'sentCards.claim', 'conversations.get', 'chat.send', 'sentCards.save'])(
    'before %s: the cards show the new state at the end',
    async (call) => {
      const trust = await awaiting();
      await announce(
        trust,
        review,
        during(call, () => signOff(trust)),
      );
      for (const message of trust.memory.messages.values()) expect(message.card).not.toHaveProperty('ask');
      await expectAnnounced(trust);
    },
  );

  it.each(['chat.update', 'sentCards.save'])('again, before %s', async (call) => {
    const trust = await awaiting();
    await announce(trust);
    await query(trust);
    await announce(
      trust,
      review,
      during(call, () => sendAgain(trust)),
    );
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    await expectAnnounced(trust);
  });
});

describe('a redrawing that arrives after a newer one', () => {
  it('is drawn again, so that the newest state stays', async () => {
    const trust = await awaiting({ people: people.filter((person) => person !== coHead) });
    await announce(trust);
    await query(trust);
    let overtaken = false;
    const late: Around = async (call, effect) => {
      if (call === 'chat.update' && !overtaken) {
        overtaken = true;
        await sendAgain(trust);
        await announce(trust);
      }
      return effect();
    };
    await announce(trust, review, late);
    expect(overtaken).toBe(true);
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    expect(asksOf(trust, dana)).toEqual([undefined]);
    await expectAnnounced(trust);
  });
});

describe('a send under way', () => {
  const claimedBy = async (trust: TestTrust, slot: string) => {
    await trust.sentCards.claim({ matter: review, person: hazel.id, slot, state: 'sending', since: trust.clock.now() });
  };

  it('is left to whoever has it, and the queue is asked to try again', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-1');
    await expect(announce(trust)).rejects.toThrow(AnnouncementBusy);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(trust.memory.announced.size).toBe(0);
  });

  it('that began just after this one looked is left to whoever has it: nothing is recorded as announced', async () => {
    const trust = await awaiting();
    let begun = false;
    const around: Around = async (call, effect) => {
      if (call === 'sentCards.claim' && !begun) {
        begun = true;
        await claimedBy(trust, 'sign-off-1');
      }
      return effect();
    };
    await expect(announce(trust, review, around)).rejects.toThrow(AnnouncementBusy);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(trust.memory.announced.size).toBe(0);
  });

  it('is in doubt after two minutes, and never sent again by itself', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-1');
    trust.clock.forward(2 * minutes);
    await expect(announce(trust)).rejects.toThrow(AnnouncementBusy);
    trust.clock.forward(1);
    await announce(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(cardOf(trust, hazel)).toMatchObject({
      state: 'unsure',
      reason: expect.stringMatching(/not known/) as string,
    });
    expect(trust.memory.announced.size).toBe(1);
  });

  it('that was given up and is due no more is sent no more', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-0');
    trust.clock.forward(3 * minutes);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect([...trust.memory.cards.values()].find((card) => card.slot === 'sign-off-0')?.state).toBe('unsure');
    expect(trust.memory.announced.size).toBe(1);
  });
});
