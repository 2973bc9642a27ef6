import { rateArea } from '../../../shared/application/rateArea';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import { keyOfReview } from '../../../shared/domain/keys';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Review } from '../../../shared/schema/review';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { area, changeId, commandId, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import { judgedReview, openReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import type { Act } from './acts';
import { acts } from './acts';

const id = commandId('the-one-act');

const trustFor = ({ review, change }: Act): Promise<TestTrust> =>
  createTrust({ reviews: review ? [review] : [], changes: change ? [change] : [] });

/** The aggregate that the act is about, as the store holds it. */
const held = async ({ store }: TestTrust, { review }: Act): Promise<Review | CategoryChange | undefined> => {
  const loaded = review
    ? await store.load('reviews', keyOfReview({ urn: urn.alder, ...autumn }))
    : await store.load('categoryChanges', changeId(1));
  return loaded.status === 'found' ? loaded.document : undefined;
};
const written = async (trust: TestTrust, act: Act): Promise<number> =>
  (await held(trust, act))?.history.filter((event) => event.commandId === id).length ?? 0;
const operationOf = (name: string) => (name === 'propose' ? 'create' : 'replace');

describe.each(Object.entries(acts))('%s', (name, act) => {
  it('sent twice is done once, and answered the same', async () => {
    const trust = await trustFor(act);
    const first = valueOf(await act.run(trust, act.by.id, id));
    trust.clock.forward(60_000);
    const second = valueOf(await act.run(trust, act.by.id, id));
    expect(second).toEqual(first);
    expect(await written(trust, act)).toBe(1);
    expect(trust.notifier.announced).toHaveLength(1);
  });

  it('sent twice at the same moment is done once, and both are told that it is', async () => {
    const trust = await trustFor(act);
    const outcomes: string[] = [];
    trust.store.beforeNext(
      operationOf(name),
      async () => void outcomes.push(outcomeOf(await act.run(trust, act.by.id, id))),
    );
    outcomes.push(outcomeOf(await act.run(trust, act.by.id, id)));
    expect(outcomes).toEqual(['accepted', 'accepted']);
    expect(await written(trust, act)).toBe(1);
  });

  it('whose answer was lost is found when it is sent again', async () => {
    const trust = await trustFor(act);
    trust.store.failNext(operationOf(name), 'unavailableAfterWrite');
    await expect(act.run(trust, act.by.id, id)).rejects.toThrow(StoreUnavailable);
    expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('accepted');
    expect(await written(trust, act)).toBe(1);
  });

  it('that never arrived is a fault, changes nothing, and can be sent again', async () => {
    const trust = await trustFor(act);
    const before = await held(trust, act);
    trust.store.failNext(operationOf(name), 'unavailable');
    await expect(act.run(trust, act.by.id, id)).rejects.toThrow(StoreUnavailable);
    expect(await held(trust, act)).toEqual(before);
    expect(trust.notifier.announced).toEqual([]);
    expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('accepted');
  });

  it('stands though the queue takes no announcement', async () => {
    const trust = await trustFor(act);
    trust.notifier.failNext();
    expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('accepted');
    expect(await written(trust, act)).toBe(1);
  });

  it('with an id that stands for another act is refused and does nothing', async () => {
    const trust = await trustFor(act);
    const taken = (await held(trust, act))?.history[0]?.commandId;
    if (!taken) return;
    const before = await held(trust, act);
    expect(outcomeOf(await act.run(trust, act.by.id, taken))).toBe('command.reused');
    expect(await held(trust, act)).toEqual(before);
  });
});

describe('changes in place', () => {
  const inPlace = Object.entries(acts).filter(([name]) => name !== 'propose');

  it.each(inPlace)('%s is decided again where somebody wrote in between', async (_, act) => {
    const trust = await trustFor(act);
    for (let i = 0; i < 5; i += 1) trust.store.failNext('replace', 'stale');
    expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('accepted');
    expect(await written(trust, act)).toBe(1);
    expect(trust.store.calls.replace).toBe(6);
  });

  it.each(inPlace)('%s gives up after a bounded number of times, and has changed nothing', async (_, act) => {
    const trust = await trustFor(act);
    for (let i = 0; i < 20; i += 1) trust.store.failNext('replace', 'stale');
    expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('store.conflict');
    expect(await written(trust, act)).toBe(0);
    expect(trust.store.calls.replace).toBeLessThanOrEqual(10);
    expect(trust.notifier.announced).toEqual([]);
  });

  it.each(inPlace.filter(([, act]) => act.review))(
    '%s of a review edited by hand is refused and overwrites nothing',
    async (_, act) => {
      const trust = await trustFor(act);
      trust.store.handEdit('reviews', keyOfReview({ urn: urn.alder, ...autumn }));
      expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe('store.edited-by-hand');
      expect(trust.store.calls.replace).toBe(0);
    },
  );

  it.each(inPlace.filter(([, act]) => act.change))(
    '%s of a change edited by hand is refused and overwrites nothing',
    async (_, act) => {
      const trust = await trustFor(act);
      trust.store.handEdit('categoryChanges', changeId(1));
      const seesAll = act.by !== hazel;
      expect(outcomeOf(await act.run(trust, act.by.id, id))).toBe(seesAll ? 'store.edited-by-hand' : 'notFound');
      expect(trust.store.calls.replace).toBe(0);
    },
  );
});

describe('an id that was used for another area', () => {
  it('is reused: the second judgement is never taken for the first', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    valueOf(await rateArea(trust)(dana.id, command.toRate({ commandId: id, area: area.safeguarding })));
    expect(outcomeOf(await rateArea(trust)(dana.id, command.toRate({ commandId: id, area: area.attendance })))).toBe(
      'command.reused',
    );
  });
  it('is reused by somebody else, too', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    valueOf(await rateArea(trust)(dana.id, command.toRate({ commandId: id })));
    expect(outcomeOf(await rateArea(trust)(cora.id, command.toRate({ commandId: id })))).toBe('command.reused');
  });
});

describe('a record that has grown too large', () => {
  it('is refused before anything is written', async () => {
    const long = 'x'.repeat(2000);
    const { history, ...review } = judgedReview({ rationale: long });
    const queried = { type: 'queried' as const, commandId: commandId('queried'), by: hazel.id, comment: long };
    const queries = Array.from({ length: 22 }, () => ({ ...queried, at: '2026-11-17T09:30:00Z' }));
    const large = { ...review, history: [...history, ...queries] };
    const trust = await createTrust({ reviews: [large] });
    const seen = review.judgements[area.safeguarding]?.id ?? null;
    const rating = command.toRate({
      rationale: long,
      basedOn: seen,
      evidence: [1, 2, 3, 4, 5].map((n) => ({
        title: 'x'.repeat(120),
        url: `https://orchard.example/${n}${'x'.repeat(470)}`,
      })),
    });
    expect(JSON.stringify(large).length).toBeLessThan(60_000);
    expect(outcomeOf(await rateArea(trust)(dana.id, rating))).toBe('store.too-large');
    expect(trust.notifier.announced).toEqual([]);
  });
});
