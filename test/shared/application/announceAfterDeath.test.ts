import { readCards } from '../../../shared/application/cards';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
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
  messagesOf,
  minutes,
  query,
  review,
  settleQueue,
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

/** The queue lost everything that the process had in hand; the timer alone is left. */
const recover = async (trust: TestTrust): Promise<void> => {
  trust.notifier.announced.splice(0);
  trust.notifier.toDeliver.splice(0);
  await sweepAnnouncements(trust)();
  await settleQueue(trust);
};

/**
 * Nobody has two messages of one card; every card due is sent, but for one that was being sent when the process died:
 * of that the administrator is told. It shows what is so, or is known to be in doubt.
 */
const expectNothingLost = async (trust: TestTrust, matter: Matter, calls: readonly string[]): Promise<void> => {
  const cards = [...trust.memory.cards.values()];
  const present = await readCards(trust, matter);
  const unsure = cards.filter(({ state }) => state === 'unsure');
  const wasSending = calls.slice(-3).some((call) => call === 'chat.send' || call === 'sentCards.save');
  expect([calls.length, unsure.length]).toEqual([calls.length, wasSending ? unsure.length : 0]);
  expect(unsure.length).toBeLessThan(2);
  for (const { person, slot } of present?.slots ?? [])
    expect(cards.find((card) => card.person === person && card.slot === slot)?.state).toMatch(/^(sent|unsure)$/);
  const messages = [...trust.memory.messages.values()];
  const sent = cards.flatMap(({ activityId }) => activityId ?? []);
  expect(new Set(sent).size).toBe(sent.length);
  expect(messages.length - sent.length).toBeLessThanOrEqual(unsure.length);
  for (const { person, slot, activityId = '', state } of cards)
    if (state === 'sent') expect(trust.memory.messages.get(activityId)?.card).toEqual(present?.cardFor(person, slot));
  expect(trust.memory.announced.get(nameOfMatter(matter))).toBe(present?.version);
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
    it.each(['before', 'after'] as const)('%s any call took effect: the sweep makes good', async (when) => {
      const whole = dyingAt(0, when);
      await announce(await before(), matter, whole.around);
      expect(whole.calls.length).toBeGreaterThan(4);
      for (let n = 1; n <= whole.calls.length; n += 1) {
        const trust = await before();
        const had = told(trust);
        const mortal = dyingAt(n, when);
        await expect(announce(trust, matter, mortal.around)).rejects.toThrow(ProcessDied);
        trust.clock.forward(3 * minutes);
        await recover(trust);
        await expectNothingLost(trust, matter, mortal.calls);
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
