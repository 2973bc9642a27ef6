import { announceMatter } from '../../../shared/application/announceMatter';
import { readDelivery } from '../../../shared/application/readDelivery';
import { readHeld } from '../../../shared/application/readHeld';
import { resendFailed } from '../../../shared/application/resendFailed';
import { sendNow } from '../../../shared/application/sendNow';
import { Delivery } from '../../../shared/schema/deliveryViews';
import { announce, awaiting, cardOf, minutes, review, settleQueue, told } from '../../support/builders/announcing';
import { commandId } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, birchHead, coHead, dana, hazel, stranger } from '../../support/builders/people';
import type { TestTrust } from '../../support/builders/trust';

const evening = 9 * 60 * minutes;

/** Sent for sign-off by the director at 19:00 on a Friday. */
const inTheEvening = async (): Promise<TestTrust> => {
  const trust = await awaiting();
  trust.clock.forward(evening);
  await announce(trust);
  return trust;
};

describe('what is held until the sending hours', () => {
  it('is told to whoever acted last, and to administrators; nobody else reads of any', async () => {
    const trust = await inTheEvening();
    const monday = { people: 2, until: '2026-11-23T07:30:00.000Z' };
    expect(valueOf(await readHeld(trust)(dana.id, review))).toEqual(monday);
    expect(valueOf(await readHeld(trust)(ada.id, review))).toEqual(monday);
    expect(valueOf(await readHeld(trust)(hazel.id, review))).toEqual({ people: 0 });
    expect(outcomeOf(await readHeld(trust)(birchHead.id, review))).toBe('notFound');
  });

  it('is nothing within the hours, and where nothing waits', async () => {
    const trust = await awaiting();
    await announceMatter(trust)(review);
    expect(valueOf(await readHeld(trust)(dana.id, review))).toEqual({ people: 0 });
    trust.clock.forward(evening);
    expect(valueOf(await readHeld(trust)(dana.id, review))).toMatchObject({ people: 2 });
    expect(valueOf(await readHeld({ ...trust, sendAtAnyHour: true })(dana.id, review))).toEqual({ people: 0 });
  });

  it('is sent at once where somebody chooses so, once', async () => {
    const trust = await inTheEvening();
    expect(valueOf(await sendNow(trust)(dana.id, review))).toEqual({ people: 2 });
    expect(valueOf(await sendNow(trust)(dana.id, review))).toEqual({ people: 0 });
    await settleQueue(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect(valueOf(await readHeld(trust)(dana.id, review))).toEqual({ people: 0 });
  });

  it('is sent by the sweep where the queue did not take the choice', async () => {
    const trust = await inTheEvening();
    const away = { ...trust.notifier, deliver: () => Promise.reject(new Error('The queue did not answer.')) };
    expect(valueOf(await sendNow({ ...trust, notifier: away })(dana.id, review))).toEqual({ people: 2 });
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'held', urgent: true });
  });

  it('is not for others to hurry', async () => {
    const trust = await inTheEvening();
    expect(outcomeOf(await sendNow(trust)(hazel.id, review))).toBe('notAllowed');
    expect(outcomeOf(await sendNow(trust)(birchHead.id, review))).toBe('notFound');
    expect(outcomeOf(await sendNow(trust)(dana.id, { kind: 'work', key: dana.id }))).toBe('notFound');
    expect(outcomeOf(await sendNow(trust)(dana.id, { kind: 'reviews', key: 'nothing' }))).toBe('notFound');
    expect(cardOf(trust, hazel)).not.toHaveProperty('urgent');
  });
});

describe('how messages fare, for the administrator', () => {
  it('names the person, what waits for them, since when and why', async () => {
    const trust = await inTheEvening();
    const [first, second] = await trust.sentCards.inState(['held']);
    if (!first || !second) throw new Error('Two are held.');
    await trust.sentCards.save({ ...first, state: 'undeliverable', reason: 'Blocked.' });
    await trust.sentCards.claim({ ...second, person: stranger, state: 'unsure' });
    trust.memory.failed.push({ id: 'f', asked: { person: coHead.id }, failedAt: trust.clock.now() });
    const made = Delivery.parse(valueOf(await readDelivery(trust)(ada.id)));
    expect(made).toMatchObject({
      sending: false,
      nextAt: '2026-11-23T07:30:00.000Z',
      undeliverable: [
        {
          who: { name: 'Hazel Head' },
          subject: 'Autumn term review of Alder Academy',
          reason: 'Blocked.',
          hasLeft: false,
        },
      ],
      unsure: [{ who: { name: 'A former colleague' }, hasLeft: true, slot: 'sign-off-1' }],
      failed: [{ id: 'f', who: { name: 'Colin Cohead' } }],
      failedInAll: 1,
      held: [{ who: { name: 'Colin Cohead' }, cards: 1, urgent: false }],
    });
  });

  it('puts back what failed, as often as asked', async () => {
    const trust = await awaiting();
    trust.memory.failed.push({ id: 'f', asked: { matter: review }, failedAt: trust.clock.now() });
    const again = { commandId: commandId('again'), id: 'f' };
    expect(valueOf(await resendFailed(trust)(ada.id, again))).toEqual({ id: 'f' });
    expect(valueOf(await resendFailed(trust)(ada.id, again))).toEqual({ id: 'f' });
    expect(trust.memory.resent).toHaveLength(1);
    expect(outcomeOf(await resendFailed(trust)(dana.id, again))).toBe('notAllowed');
  });
});
