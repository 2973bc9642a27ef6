import fc from 'fast-check';
import { announceMatter, AnnouncementBusy } from '../../../shared/application/announceMatter';
import { readCards } from '../../../shared/application/cards';
import { queryReview } from '../../../shared/application/queryReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { commandId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { dana, hazel } from '../../support/builders/people';
import { awaitingReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { deliveryOver, type Around } from '../../support/fakeDelivery';

const matter: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...autumn }) };

/** Every call takes its time on the way there and on the way back; the scheduler decides whose is first. */
const interleaved =
  (scheduler: fc.Scheduler, process: string): Around =>
  async (call, effect) => {
    await scheduler.schedule(Promise.resolve(), `${process}: ${call}`);
    const result = effect();
    await scheduler.schedule(Promise.resolve(), `${process}: ${call} answered`);
    return result;
  };

/** What the queue does: asks again while somebody else is at it. */
const announceUntilDone = async (trust: TestTrust, scheduler: fc.Scheduler, process: string): Promise<void> => {
  const announce = announceMatter({ ...trust, ...deliveryOver(trust.memory, interleaved(scheduler, process)) });
  for (let attempt = 0; attempt < 50; attempt += 1)
    try {
      return await announce(matter);
    } catch (fault) {
      if (!(fault instanceof AnnouncementBusy)) throw fault;
      await scheduler.schedule(Promise.resolve(), `${process}: asked again`);
    }
  throw new Error('The queue gave up.');
};

const acts = {
  nothing: async () => undefined,
  signOff: async (trust: TestTrust) => void valueOf(await signOffReview(trust)(hazel.id, command.toSignOff())),
  query: async (trust: TestTrust) => void valueOf(await queryReview(trust)(hazel.id, command.toQuery())),
  queryAndSendAgain: async (trust: TestTrust, pause: () => Promise<unknown>) => {
    await acts.query(trust);
    await pause();
    valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sent-again') })));
  },
} satisfies Record<string, (trust: TestTrust, pause: () => Promise<unknown>) => Promise<void>>;

describe('several deliveries of one matter at once, while it changes', () => {
  it.each([
    ['from the first card on', false],
    ['when the cards are already there', true],
  ])(
    '%s: one card in each place, and each shows what is so now',
    async (_, announcedBefore) => {
      await fc.assert(
        fc.asyncProperty(
          fc.scheduler(),
          fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
          fc.integer({ min: 2, max: 3 }),
          async (scheduler, act, processes) => {
            const trust = await createTrust({ reviews: [awaitingReview()] });
            if (announcedBefore) await announceMatter(trust)(matter);
            const pause = () => scheduler.schedule(Promise.resolve(), 'somebody acts');
            const everything = Promise.all([
              ...Array.from({ length: processes }, (_each, i) =>
                announceUntilDone(trust, scheduler, `process ${i + 1}`),
              ),
              pause().then(() => acts[act](trust, pause)),
            ]).then(() => announceUntilDone(trust, scheduler, 'the message of the act'));
            await scheduler.waitFor(everything);

            const present = await readCards(trust, matter);
            const cards = [...trust.memory.cards.values()];
            expect(trust.memory.announced.get(nameOfMatter(matter))).toBe(present?.version);
            expect(trust.memory.messages.size).toBe(cards.length);
            for (const card of cards)
              expect(trust.memory.messages.get(card.activityId ?? '')?.card).toEqual(
                present?.cardFor(card.person, card.slot),
              );
            for (const due of present?.slots ?? [])
              expect(cards.filter((card) => card.person === due.person && card.slot === due.slot)).toHaveLength(1);
          },
        ),
        { numRuns: 40 },
      );
    },
    120_000,
  );
});
