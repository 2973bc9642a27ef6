import fc from 'fast-check';
import { announceMatter, AnnouncementBusy } from '../../../shared/application/announceMatter';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { readCards } from '../../../shared/application/cards';
import { queryReview } from '../../../shared/application/queryReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { commandId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { coHead, dana, hazel } from '../../support/builders/people';
import { awaitingReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { announce } from '../../support/builders/announcing';
import { deliveryOver, type Around } from '../../support/fakeDelivery';

const matter: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...autumn }) };

/** These change nothing that another process could see, so they need no place in the schedule. */
const quick = ['conversations.get'];

/** Every call takes its time on the way there and on the way back; the scheduler decides whose is first. */
const interleaved =
  (scheduler: fc.Scheduler, process: string): Around =>
  async (call, effect) => {
    if (quick.includes(call)) return effect();
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

const readers: readonly Person[] = [hazel, coHead, dana];

/** A message about the matter, and then those that it leads to. */
const announceAndDeliver = async (trust: TestTrust, scheduler: fc.Scheduler, process: string): Promise<void> => {
  await announceUntilDone(trust, scheduler, process);
  const deliver = deliverHeld({ ...trust, ...deliveryOver(trust.memory, interleaved(scheduler, process)) });
  for (const { id } of readers) await deliver(id);
};

const query = async (trust: TestTrust) => void valueOf(await queryReview(trust)(hazel.id, command.toQuery()));
const sendAgain = async (trust: TestTrust) =>
  void valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sent-again') })));
const signOff = (round: number) => async (trust: TestTrust) =>
  void valueOf(
    await signOffReview(trust)(hazel.id, command.toSignOff({ commandId: commandId(`signed-${round}`), round })),
  );

type Act = (trust: TestTrust) => Promise<void>;
interface Scene {
  /** What has happened and been told, or happened and not been told yet, before the deliveries begin. */
  readonly announced: boolean;
  readonly untold: readonly Act[];
  /** What happens while they are at it, each at some moment. */
  readonly meanwhile: readonly (readonly Act[])[];
}
const scenes: Record<string, Scene> = {
  'from the first card on': {
    announced: false,
    untold: [],
    meanwhile: [[], [signOff(1)], [query], [query, sendAgain]],
  },
  'when the cards are already there': { announced: true, untold: [], meanwhile: [[signOff(1)], [query, sendAgain]] },
  'when a query is not told yet': {
    announced: true,
    untold: [query],
    meanwhile: [[], [sendAgain], [sendAgain, signOff(2)]],
  },
};

const expectEachShowsWhatIsSo = async (trust: TestTrust): Promise<void> => {
  const present = await readCards(trust, matter);
  const cards = [...trust.memory.cards.values()];
  expect(trust.memory.announced.get(nameOfMatter(matter))).toBe(present?.version);
  const sent = cards.filter(({ state }) => state !== 'withdrawn');
  expect(trust.memory.messages.size).toBe(sent.length);
  for (const card of sent)
    expect(trust.memory.messages.get(card.activityId ?? '')?.card).toEqual(present?.cardFor(card.person, card.slot));
  for (const due of present?.slots ?? [])
    expect(cards.filter((card) => card.person === due.person && card.slot === due.slot)).toHaveLength(1);
};

describe('several deliveries of one matter at once, while it changes', () => {
  it.each(Object.entries(scenes))(
    '%s: one card in each place, and each shows what is so now',
    async (_, { announced, untold, meanwhile }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.scheduler(),
          fc.constantFrom(...meanwhile),
          fc.integer({ min: 2, max: 3 }),
          async (scheduler, acts, processes) => {
            const trust = await createTrust({ reviews: [awaitingReview()] });
            if (announced) await announce(trust);
            for (const act of untold) await act(trust);
            const acting = async (): Promise<void> => {
              for (const [i, act] of acts.entries()) {
                await scheduler.schedule(Promise.resolve(), `act ${i + 1}`);
                await act(trust);
              }
            };
            const deliveries = Array.from({ length: processes }, (_each, i) =>
              announceAndDeliver(trust, scheduler, `process ${i + 1}`),
            );
            const everything = Promise.all([acting(), ...deliveries]);
            await scheduler.waitFor(everything.then(() => announceAndDeliver(trust, scheduler, 'the last message')));
            await expectEachShowsWhatIsSo(trust);
          },
        ),
        { numRuns: 20 },
      );
    },
    240_000,
  );
});
