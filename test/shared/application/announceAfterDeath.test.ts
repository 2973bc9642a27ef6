import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { atApprove } from '../../support/builders/changes';
import { hazel } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { dyingAt, ProcessDied, type Around } from '../../support/fakeDelivery';
import {
  announce,
  awaiting,
  change,
  expectAnnounced,
  messagesOf,
  minutes,
  query,
  review,
  signOff,
  told,
} from '../../support/builders/announcing';

/** A process that dies as soon as a call of this name has taken effect. */
const dyingAfter = (name: string): Around => {
  let dead = false;
  return async (call, effect) => {
    if (dead) throw new ProcessDied();
    const result = effect();
    dead = call === name;
    if (dead) throw new ProcessDied();
    return result;
  };
};

describe('a process that dies', () => {
  const scenes: Record<string, { before: () => Promise<TestTrust>; matter: Matter }> = {
    'while it sends the first cards': { before: () => awaiting(), matter: review },
    'while it redraws': {
      before: async () => {
        const trust = await awaiting();
        await announce(trust);
        await signOff(trust);
        return trust;
      },
      matter: review,
    },
    'while it redraws and sends': {
      before: async () => {
        const trust = await awaiting();
        await announce(trust);
        await query(trust);
        return trust;
      },
      matter: review,
    },
    'while it tells the CEO': { before: () => createTrust({ changes: [atApprove()] }), matter: change },
  };

  describe.each(Object.entries(scenes))('%s', (_, { before, matter }) => {
    it.each(['before', 'after'] as const)('%s any call took effect: the next announcement makes good', async (when) => {
      const whole = dyingAt(0, when);
      await announce(await before(), matter, whole.around);
      expect(whole.calls.length).toBeGreaterThan(4);
      for (let n = 1; n <= whole.calls.length; n += 1) {
        const trust = await before();
        const had = told(trust);
        const mortal = dyingAt(n, when);
        await expect(announce(trust, matter, mortal.around)).rejects.toThrow(ProcessDied);
        const last = mortal.calls.at(-1);
        if (last !== 'announcements.record' || when === 'before') expect(await sweepAnnouncements(trust)()).toBe(1);
        trust.clock.forward(3 * minutes);
        await announce(trust, matter);
        await expectAnnounced(trust, matter);
        const cards = [...trust.memory.cards.values()].length;
        const lostSend =
          (last === 'chat.send' && when === 'after') ||
          (last === 'sentCards.save' && when === 'before' && mortal.calls.at(-2) === 'chat.send');
        expect([n, trust.memory.messages.size - cards]).toEqual([n, lostSend ? 1 : 0]);
        expect(Object.keys(told(trust)).length).toBeGreaterThanOrEqual(Object.keys(had).length);
      }
    });
  });
});

describe('a redrawing whose process died is done again', () => {
  it('even where the card must show again what it is recorded to have shown', async () => {
    const trust = await awaiting();
    await announce(trust);
    const shown = messagesOf(trust, hazel)[0]?.card;
    const give = async (roles: Person['roles']) => {
      const loaded = await trust.store.load('people', hazel.id);
      if (loaded.status === 'found') await trust.store.replace('people', { ...loaded.document, roles }, loaded.version);
    };
    await give([]);
    await expect(announce(trust, review, dyingAfter('chat.update'))).rejects.toThrow(ProcessDied);
    expect(messagesOf(trust, hazel)[0]?.card.card).toBe('gone');
    await give(hazel.roles);
    await announce(trust);
    expect(messagesOf(trust, hazel).map((message) => message.card)).toEqual([shown]);
  });
});
