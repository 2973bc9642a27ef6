import { addPerson } from '../../../shared/application/addPerson';
import { handOver } from '../../../shared/application/handOver';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { summerBefore } from '../../support/builders/calendar';
import { announce, change, messagesOf, minutes, review, settleQueue } from '../../support/builders/announcing';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { toAddPerson } from '../../support/builders/administering';
import { toHandOver } from '../../support/builders/commands';
import { changeId } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { ada, birch, nobody } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const closed = () => ({
  reviews: [signedOffReview({ period: summerBefore })],
  changes: [decidedChange({ id: changeId(2), academy: birch })],
});

/** A trust in which all was announced and everybody was looked at. */
const quietTrust = async ({ reviews = [awaitingReview()], changes = [atApprove()] } = {}): Promise<TestTrust> => {
  const old = closed();
  const trust = await createTrust({ reviews: [...reviews, ...old.reviews], changes: [...changes, ...old.changes] });
  await sweepAnnouncements(trust)();
  await settleQueue(trust);
  trust.clock.forward(minutes);
  expect(await sweepAnnouncements(trust)()).toBe(0);
  return trust;
};
const handHazelOver = async (trust: TestTrust) => valueOf(await handOver(trust)(ada.id, toHandOver()));

describe('the sweep after roles have changed', () => {
  it('announces all that waits, and nothing that is settled, once', async () => {
    const trust = await quietTrust();
    await handHazelOver(trust);
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(2);
    expect(trust.notifier.announced).toEqual([review, change]);
    await settleQueue(trust);
    expect(await sweepAnnouncements(trust)()).toBe(0);
  });

  it('brings the new holder the card', async () => {
    const trust = await quietTrust();
    await trust.conversations.put({
      person: nobody.id,
      conversationId: 'a:nobody',
      serviceUrl: 'https://smba.example/',
      userId: '29:nobody',
      botId: '28:bot',
    });
    await handHazelOver(trust);
    trust.clock.forward(minutes);
    await sweepAnnouncements(trust)();
    await settleQueue(trust);
    expect(messagesOf(trust, nobody).map(({ card }) => card.card)).toEqual(['review']);
  });

  it('does so for somebody new', async () => {
    const trust = await quietTrust();
    valueOf(await addPerson(trust)(ada.id, toAddPerson()));
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(2);
  });

  it('waits until every process may know of the roles', async () => {
    const trust = await quietTrust();
    await handHazelOver(trust);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    trust.clock.forward(14_000);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    trust.clock.forward(1_000);
    expect(await sweepAnnouncements(trust)()).toBe(2);
  });

  it('does it again where the queue was away, from the beginning or half way', async () => {
    const trust = await quietTrust();
    await handHazelOver(trust);
    trust.clock.forward(minutes);
    trust.notifier.failNext();
    await expect(sweepAnnouncements(trust)()).rejects.toThrow('The queue did not answer.');
    expect(await sweepAnnouncements(trust)()).toBe(2);
  });

  it('announces once what has news of its own as well', async () => {
    const trust = await quietTrust();
    await handHazelOver(trust);
    trust.clock.forward(minutes);
    trust.memory.announced.delete(`reviews:${review.key}`);
    expect(await sweepAnnouncements(trust)()).toBe(2);
    expect(trust.notifier.announced.map(({ key }) => key).sort()).toEqual([review.key, change.key].sort());
  });

  it('announces nothing where nothing waits', async () => {
    const trust = await quietTrust({ reviews: [], changes: [] });
    await handHazelOver(trust);
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(0);
  });

  it('takes everybody as known in a trust that has just begun', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await announce(trust);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    expect(review.key).toBe(keyOfReview(awaitingReview()));
  });
});
