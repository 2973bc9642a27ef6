import { announceMatter } from '../../../shared/application/announceMatter';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { settings } from '../../support/builders/calendar';
import { messagesOf, hour, minutes, processOf, settleQueue } from '../../support/builders/announcing';
import { atApprove } from '../../support/builders/changes';
import { changeId } from '../../support/builders/ids';
import { alder, birch, cedar, cora } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { dyingAt, failing, ProcessDied } from '../../support/fakeDelivery';

const states = (trust: TestTrust, person: Person): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const card of trust.memory.cards.values())
    if (card.person === person.id) counts[card.state] = (counts[card.state] ?? 0) + 1;
  return counts;
};

const academies = [alder, birch, cedar];
const changes = academies.map((academy, i) => atApprove({ id: changeId(i + 1), academy }));
const matters: readonly Matter[] = changes.map(({ id }) => ({ kind: 'categoryChanges', key: id }));
/** A trust in which several changes wait for the CEO, announced and held. */
const several = async () => {
  const trust = await createTrust({
    changes,
    settings: { ...settings, delivery: { ...settings.delivery, digestFrom: 3 } },
  });
  for (const matter of matters) await announceMatter(trust)(matter);
  trust.notifier.toDeliver.splice(0);
  return trust;
};

describe('many at once', () => {
  it('become one digest, which lists them all', async () => {
    const trust = await several();
    await deliverHeld(trust)(cora.id);
    const [message, ...others] = messagesOf(trust, cora);
    expect(others).toEqual([]);
    expect(message?.card).toMatchObject({ card: 'work', occasion: 'digest' });
    expect(message?.card.card === 'work' && message.card.items.map(({ subPageId }) => subPageId).sort()).toEqual(
      changes.map(({ id }) => `categories/${id}`).sort(),
    );
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });

  it('go each for itself below the trust’s number', async () => {
    const trust = await several();
    const [one] = await trust.sentCards.inState(['held'], cora.id);
    if (one) await trust.sentCards.save({ ...one, urgent: true });
    await deliverHeld(trust)(cora.id);
    expect(messagesOf(trust, cora).map(({ card }) => card.card)).toEqual(['change', 'change', 'change']);
  });

  it('that come within the hour stand on the same digest; later they are messages of their own', async () => {
    const trust = await several();
    await deliverHeld(trust)(cora.id);
    const claimAgain = (slot: string) =>
      trust.sentCards.claim({
        matter: matters[0] as Matter,
        person: cora.id,
        slot,
        state: 'held',
        since: trust.clock.now(),
      });
    const [held] = [...trust.memory.cards.values()].filter(({ state }) => state === 'inDigest');
    await trust.sentCards.save({ ...(held as NonNullable<typeof held>), state: 'held' });
    await deliverHeld(trust)(cora.id);
    expect(messagesOf(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
    await claimAgain('not-due');
    trust.clock.forward(hour);
    const [again] = [...trust.memory.cards.values()].filter(({ state }) => state === 'inDigest');
    await trust.sentCards.save({ ...(again as NonNullable<typeof again>), state: 'held' });
    await deliverHeld(trust)(cora.id);
    expect(messagesOf(trust, cora).map(({ card }) => card.card)).toEqual(['work', 'change']);
    expect(states(trust, cora)).toEqual({ inDigest: 2, sent: 2, withdrawn: 1 });
  });

  it('fill one digest though several deliver at once', async () => {
    const trust = await several();
    await Promise.all(Array.from({ length: 4 }, () => deliverHeld(trust)(cora.id)));
    await deliverHeld(trust)(cora.id);
    expect(messagesOf(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });

  it.each(['before', 'after'] as const)(
    'are never lost nor doubled by a process that dies %s any call',
    async (when) => {
      const whole = dyingAt(0, when);
      await deliverHeld(processOf(await several(), whole.around))(cora.id);
      for (let n = 1; n <= whole.calls.length; n += 1) {
        const trust = await several();
        const mortal = dyingAt(n, when);
        await expect(deliverHeld(processOf(trust, mortal.around))(cora.id)).rejects.toThrow(ProcessDied);
        trust.clock.forward(3 * minutes);
        await sweepAnnouncements(trust)();
        await settleQueue(trust);
        const { sent = 0, unsure = 0, held = 0 } = states(trust, cora);
        const messages = messagesOf(trust, cora).length;
        expect([n, held, sent + unsure > 0, messages <= sent + unsure]).toEqual([n, 0, true, true]);
        const onDigest = [...trust.memory.cards.values()].some(
          ({ matter, state }) => matter.kind === 'work' && (state === 'sent' || state === 'unsure'),
        );
        expect([n, (states(trust, cora)['inDigest'] ?? 0) === 0 || onDigest]).toEqual([n, true]);
      }
    },
  );

  it('are held again, the digest with them, where Teams does not take it', async () => {
    const trust = await several();
    await expect(deliverHeld(processOf(trust, failing('chat.send')))(cora.id)).rejects.toThrow('429');
    expect(states(trust, cora)).toEqual({ inDigest: 3, held: 1 });
    await deliverHeld(trust)(cora.id);
    expect(messagesOf(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });
});
