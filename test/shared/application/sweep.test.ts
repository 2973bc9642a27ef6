import fc from 'fast-check';
import { announceMatter } from '../../../shared/application/announceMatter';
import { forgetConversation } from '../../../shared/application/forgetConversation';
import { rememberConversation } from '../../../shared/application/rememberConversation';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter, sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { changeId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { birch, cedar, dana, hazel, stranger } from '../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { conversationOf } from '../../support/fakeDelivery';

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
    for (const matter of trust.notifier.announced.splice(0)) await announceMatter(trust)(matter);
    expect(await sweepAnnouncements(trust)()).toBe(0);
    expect(trust.notifier.announced).toEqual([]);
  });

  it('finds exactly what was not announced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...matters]), async (done) => {
        const trust = await fullTrust();
        for (const matter of done) await announceMatter(trust)(matter);
        expect(await sweepAnnouncements(trust)()).toBe(matters.length - done.length);
        expect(names(trust.notifier.announced)).toEqual(names(matters.filter((matter) => !done.includes(matter))));
      }),
      { numRuns: 15 },
    );
  });

  it('finds what changed after it was announced, and that alone', async () => {
    const trust = await fullTrust();
    for (const matter of matters) await announceMatter(trust)(matter);
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

describe('where people are reached', () => {
  it('is kept, the newest for each person, and answers who it is', async () => {
    const trust = await createTrust();
    trust.memory.conversations.clear();
    const remember = rememberConversation(trust);
    expect(await remember(conversationOf(hazel.id))).toEqual({ person: hazel });
    expect(await remember({ ...conversationOf(hazel.id), conversationId: 'another' })).toEqual({ person: hazel });
    expect([...trust.memory.conversations.values()]).toEqual([
      { ...conversationOf(hazel.id), conversationId: 'another' },
    ]);
  });

  it('names nobody whom the trust does not know', async () => {
    const made = await rememberConversation(await createTrust())(conversationOf(stranger));
    expect(made.person).toBeUndefined();
  });

  it('is forgotten when the app is removed: the next card is noted as not delivered', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await forgetConversation(trust)(hazel.id);
    await announceMatter(trust)(reviewOf(urn.alder));
    expect((await trust.sentCards.undeliverable()).map((card) => card.person)).toEqual([hazel.id]);
  });

  it('and when it is known again, what could not be delivered is announced, to them and for them alone', async () => {
    const trust = await createTrust({ reviews: [awaitingReview(), queriedReview({ academy: birch })] });
    for (const { id } of [hazel, dana]) await forgetConversation(trust)(id);
    for (const matter of [reviewOf(urn.alder), reviewOf(urn.birch)]) await announceMatter(trust)(matter);
    expect(await trust.sentCards.undeliverable()).toHaveLength(2);
    await rememberConversation(trust)(conversationOf(hazel.id));
    expect(trust.notifier.announced).toEqual([reviewOf(urn.alder)]);
    await announceMatter(trust)(reviewOf(urn.alder));
    expect([...trust.memory.messages.values()].filter((message) => message.person === hazel.id)).toHaveLength(1);
    expect((await trust.sentCards.undeliverable()).map((card) => card.person)).toEqual([dana.id]);
  });

  it('is kept though the queue does not answer', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    await forgetConversation(trust)(hazel.id);
    await announceMatter(trust)(reviewOf(urn.alder));
    trust.notifier.failNext();
    await rememberConversation(trust)(conversationOf(hazel.id));
    expect(trust.memory.conversations.has(hazel.id)).toBe(true);
  });
});
