import fc from 'fast-check';
import { announceMatter } from '../../../shared/application/announceMatter';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { reopenReview } from '../../../shared/application/reopenReview';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { announce, minutes, settleQueue } from '../../support/builders/announcing';
import * as command from '../../support/builders/commands';
import { changeId, commandId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { birch, cedar, coHead, dana, hazel } from '../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const reviewOf = (
  of: typeof urn.alder,
  period: { year: typeof autumn.year; period: 'autumn' | 'summer' } = autumn,
): Matter => ({
  kind: 'reviews',
  key: keyOfReview({ urn: of, ...period }),
});
const matters: readonly Matter[] = [
  reviewOf(urn.alder),
  reviewOf(urn.birch),
  reviewOf(urn.cedar),
  reviewOf(urn.alder, summerBefore),
  { kind: 'categoryChanges', key: changeId(1) },
  { kind: 'categoryChanges', key: changeId(2) },
];
const names = (list: readonly Matter[]) => list.map(nameOfMatter).sort();

const fullTrust = () =>
  createTrust({
    reviews: [
      awaitingReview(),
      queriedReview({ academy: birch }),
      judgedReview({ academy: cedar }),
      signedOffReview({ period: summerBefore }),
    ],
    changes: [atApprove(), decidedChange({ id: changeId(2), academy: birch })],
  });

describe('the sweep', () => {
  it('finds everything where nothing was announced, and nothing where all was', async () => {
    const trust = await fullTrust();
    expect(await sweepAnnouncements(trust)()).toBe(matters.length);
    expect(names(trust.notifier.announced)).toEqual(names(matters));
    await settleQueue(trust);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    expect(trust.notifier.announced).toEqual([]);
  });

  it('finds exactly what was not announced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...matters]), async (done) => {
        const trust = await fullTrust();
        for (const matter of done) await announce(trust, matter);
        expect(await sweepAnnouncements(trust)()).toBe(matters.length - done.length);
        expect(names(trust.notifier.announced)).toEqual(names(matters.filter((matter) => !done.includes(matter))));
      }),
      { numRuns: 15 },
    );
  });

  it('finds what changed after it was announced, and that alone', async () => {
    const trust = await fullTrust();
    for (const matter of matters) await announce(trust, matter);
    trust.notifier.failNext();
    valueOf(await signOffReview(trust)(hazel.id, command.toSignOff()));
    expect(await sweepAnnouncements(trust)()).toBe(1);
    expect(trust.notifier.announced).toEqual([reviewOf(urn.alder)]);
  });

  it('does not find what was edited by hand: it is not believed, so nobody is told', async () => {
    const trust = await fullTrust();
    trust.store.handEdit('reviews', reviewOf(urn.alder).key);
    expect(await sweepAnnouncements(trust)()).toBe(matters.length - 1);
  });

  it('finds again what the queue did not take', async () => {
    const trust = await fullTrust();
    trust.notifier.failNext();
    await expect(sweepAnnouncements(trust)()).rejects.toThrow('The queue did not answer.');
    expect(await sweepAnnouncements(trust)()).toBe(matters.length);
  });
});

describe('the sweep over held cards', () => {
  const held = async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await announceMatter(trust)(reviewOf(urn.alder));
    trust.notifier.toDeliver.splice(0);
    return trust;
  };
  const evening = 9 * 60 * minutes;

  it('delivers what nobody delivered, once it had its moment to gather', async () => {
    const trust = await held();
    expect(await sweepAnnouncements(trust)()).toBe(0);
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(2);
    expect([...trust.notifier.toDeliver].sort()).toEqual([hazel.id, coHead.id].sort());
  });

  it('outside the sending hours delivers only what is urgent; on a developer’s machine everything', async () => {
    const trust = await held();
    trust.clock.forward(evening);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    expect(await sweepAnnouncements({ ...trust, sendAtAnyHour: true })()).toBe(2);
    const [card] = await trust.sentCards.inState(['held'], hazel.id);
    if (card) await trust.sentCards.save({ ...card, urgent: true });
    trust.notifier.toDeliver.splice(0);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    expect(trust.notifier.toDeliver).toEqual([hazel.id]);
  });

  it('does not queue again what the queue gave up; after a quarter of an hour it tries one of each again', async () => {
    const trust = await held();
    const [[name, version] = ['', '']] = trust.memory.announced;
    trust.memory.announcedInVain.set(name, version);
    trust.memory.announced.clear();
    const failedAt = trust.clock.now();
    trust.memory.failed.push(
      { id: 'a', asked: { matter: reviewOf(urn.alder) }, failedAt },
      { id: 'b', asked: { person: hazel.id }, failedAt },
      { id: 'c', asked: { person: hazel.id }, failedAt },
    );
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    expect(trust.notifier.toDeliver).toEqual([coHead.id]);
    expect(trust.memory.resent).toEqual([]);
    trust.clock.forward(15 * minutes);
    await sweepAnnouncements(trust)();
    expect(trust.memory.resent.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('what is newer than what the queue gave up', () => {
  const matter = reviewOf(urn.alder);
  const nobodyIsReached = { turn: () => Promise.reject(new Error('Teams’ chat answered 503.')) };

  /** Redrawing a card of Alder's review failed time after time, and its message stands in the poison queue. */
  const gaveUp = async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await announce(trust, matter);
    trust.notifier.failNext();
    valueOf(await signOffReview(trust)(hazel.id, command.toSignOff()));
    const chat = { ...trust.chat, update: () => Promise.reject(new Error('Teams’ chat answered 503.')) };
    await expect(announceMatter({ ...trust, chat })(matter)).rejects.toThrow('503');
    trust.memory.failed.push({ id: 'a', asked: { matter }, failedAt: trust.clock.now() });
    trust.clock.forward(minutes);
    return trust;
  };

  it('is announced at once: only the very version that was given up waits', async () => {
    const trust = await gaveUp();
    await sweepAnnouncements(trust)();
    expect(trust.notifier.announced).toEqual([]);
    trust.notifier.failNext();
    valueOf(await reopenReview(trust)(dana.id, command.toReopen({ commandId: commandId('reopened') })));
    await sweepAnnouncements(trust)();
    expect(trust.notifier.announced.splice(0)).toEqual([matter]);
    // It ended without a trace: its turn comes with what was given up, and not each minute.
    await sweepAnnouncements(trust)();
    expect(trust.notifier.announced).toEqual([]);
  });

  it('and once it is announced, nothing is due, whatever still stands in the poison queue', async () => {
    const trust = await gaveUp();
    await announce(trust, matter);
    expect(trust.memory.announcedInVain.size).toBe(0);
    expect(await sweepAnnouncements(trust)()).toBe(0);
  });

  it('is sent to whoever has older cards that were given up', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await announceMatter(trust)(matter);
    trust.notifier.toDeliver.splice(0);
    trust.clock.forward(minutes);
    await expect(deliverHeld({ ...trust, chat: { ...trust.chat, ...nobodyIsReached } })(hazel.id)).rejects.toThrow();
    trust.memory.failed.push({ id: 'a', asked: { person: hazel.id }, failedAt: trust.clock.now() });
    await sweepAnnouncements(trust)();
    expect(trust.notifier.toDeliver.splice(0)).toEqual([coHead.id]);
    trust.clock.forward(minutes);
    const more = { matter: reviewOf(urn.alder, summerBefore), slot: 'round 1/signOff', since: trust.clock.now() };
    await trust.sentCards.claim({ ...more, person: hazel.id, state: 'held' });
    trust.clock.forward(minutes);
    await sweepAnnouncements(trust)();
    expect(trust.notifier.toDeliver).toContain(hazel.id);
  });
});
