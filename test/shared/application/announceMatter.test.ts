import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { bo, coHead, cora, dana, hazel } from '../../support/builders/people';
import { judgedReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { failing } from '../../support/fakeDelivery';
import {
  announce,
  asksOf,
  awaiting,
  change,
  expectAnnounced,
  messagesOf,
  minutes,
  query,
  review,
  sendAgain,
  settleQueue,
  signOff,
  told,
} from '../../support/builders/announcing';

describe('announcing', () => {
  it('sends each card that is due, once, and records the version', async () => {
    const trust = await awaiting();
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect(asksOf(trust, hazel)).toEqual(['signOff']);
    await expectAnnounced(trust);
  });

  it('twice sends and redraws nothing', async () => {
    const trust = await awaiting();
    await announce(trust);
    const before = [...trust.memory.messages.values()];
    await announce(trust);
    await announce(trust);
    expect([...trust.memory.messages.values()]).toEqual(before);
  });

  it('redraws every card when the matter has moved on', async () => {
    const trust = await awaiting();
    await announce(trust);
    await signOff(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1, 'Dana Director': 1 });
    expect([...asksOf(trust, hazel), ...asksOf(trust, coHead)]).toEqual([undefined, undefined]);
    await expectAnnounced(trust);
  });

  it('follows a query, an answer and a second sending: nobody keeps a button that is out of date', async () => {
    const trust = await awaiting();
    await announce(trust);
    await query(trust);
    await announce(trust);
    expect(asksOf(trust, dana)).toEqual(['answerQuery']);
    expect(asksOf(trust, hazel)).toEqual([undefined]);
    await sendAgain(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 2, 'Colin Cohead': 2, 'Dana Director': 1 });
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    expect(asksOf(trust, dana)).toEqual([undefined]);
    await expectAnnounced(trust);
  });

  it('sends the outcome of a change to the proposer and the heads, not to whoever decided', async () => {
    const trust = await createTrust({ changes: [decidedChange()] });
    await announce(trust, change);
    expect(told(trust)).toEqual({ 'Dana Director': 1, 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust, change);
  });

  it('of a review that waits for nobody sends nothing and is done', async () => {
    const trust = await createTrust({ reviews: [judgedReview()] });
    await announce(trust);
    expect(told(trust)).toEqual({});
    await expectAnnounced(trust);
  });

  it('of what is not there, or cannot be believed, sends nothing', async () => {
    const trust = await awaiting();
    await announce(trust, { kind: 'reviews', key: 'nothing|here|autumn' });
    trust.store.handEdit('reviews', review.key);
    await announce(trust);
    expect(told(trust)).toEqual({});
    expect(trust.memory.announced.size).toBe(0);
  });
});

describe('who has which card', () => {
  it('the CEO to approve, then the Board to confirm, and nobody twice', async () => {
    const trust = await createTrust({ changes: [atApprove()] });
    await announce(trust, change);
    expect(told(trust)).toEqual({ 'Cora Chief': 1 });
    expect(asksOf(trust, cora)).toEqual(['approve']);
    expect(messagesOf(trust, bo)).toEqual([]);
  });
});

describe('faults that pass', () => {
  it('on sending: the others have their cards all the same, the queue is asked to try again, and then it is made good', async () => {
    const trust = await awaiting();
    await expect(announce(trust, review, failing('chat.send'))).rejects.toThrow('429');
    expect(Object.values(told(trust))).toEqual([1]);
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await settleQueue(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
  });

  it('on redrawing: the others are redrawn all the same, and the next time makes good at once', async () => {
    const trust = await awaiting();
    await announce(trust);
    await signOff(trust);
    trust.notifier.announced.splice(0);
    await expect(announce(trust, review, failing('chat.update'))).rejects.toThrow('429');
    expect([...asksOf(trust, hazel), ...asksOf(trust, coHead)].sort()).toEqual(['signOff', undefined]);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await announce(trust);
    await expectAnnounced(trust);
  });

  it.each(['sentCards.forMatter', 'sentCards.claim', 'sentCards.save', 'conversations.get', 'announcements.record'])(
    'on %s: the sweep finds it, and it is made good',
    async (call) => {
      const trust = await awaiting();
      await expect(announce(trust, review, failing(call))).rejects.toThrow('429');
      trust.clock.forward(3 * minutes);
      expect(await sweepAnnouncements(trust)()).toBeGreaterThan(0);
      await settleQueue(trust);
      await expectAnnounced(trust);
    },
  );

  it('of a card that cannot be drawn because the store does not answer', async () => {
    const trust = await awaiting();
    trust.store.failNext('load', 'unavailable');
    await expect(announce(trust)).rejects.toThrow();
    expect(told(trust)).toEqual({});
  });
});
