import { readCards } from '../../../shared/application/cards';
import { sendReminders } from '../../../shared/application/sendReminders';
import type { WorkCard } from '../../../shared/schema/card';
import type { PersonId } from '../../../shared/schema/ids';
import { settings } from '../../support/builders/calendar';
import { atConfirm } from '../../support/builders/changes';
import { changeId } from '../../support/builders/ids';
import { birch, bo, coHead, dana, hazel, people, primaryDirector } from '../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings, type TestTrust } from '../../support/builders/trust';
import { createFakeClock, deliveryOver, dyingAt } from '../../support/fakeDelivery';

/** Sent on Monday 16 November 2026, so due on Monday 23; the heads of Alder are two. */
const holdings: Holdings = { reviews: [awaitingReview()] };
const at = (day: string, time = '10:00'): string => `${day}T${time}:00.000Z`;

/** A trust at an instant; what is remembered of deliveries may be that of an earlier one. */
const trustAt = async (now: string, held: Holdings = holdings, before?: TestTrust): Promise<TestTrust> => {
  const trust = { ...(await createTrust(held)), clock: createFakeClock(now) };
  return before ? { ...trust, memory: before.memory, ...deliveryOver(before.memory) } : trust;
};

const slotsOf = ({ memory }: TestTrust): string[] =>
  [...memory.cards.values()].map(({ person, slot }) => `${nameOf(person)} ${slot}`).sort();
const nameOf = (id: PersonId): string => people.find((person) => person.id === id)?.name.split(' ')[0] ?? '';

const cardOf = async (trust: TestTrust, person: PersonId, slot: string): Promise<WorkCard> => {
  const card = (await readCards(trust, { kind: 'work', key: person }))?.cardFor(person, slot);
  if (card?.card !== 'work') throw new Error(`Not a card of work: ${card?.card}`);
  return card;
};

describe('who is reminded, and when', () => {
  it('both of those for whom it waits, on the day, each with one card that is held for delivery', async () => {
    const trust = await trustAt(at('2026-11-23'));
    expect(await sendReminders(trust)()).toBe(2);
    expect(slotsOf(trust)).toEqual(['Colin reminder-2026-11-23', 'Hazel reminder-2026-11-23']);
    for (const card of trust.memory.cards.values())
      expect(card).toMatchObject({ state: 'held', matter: { kind: 'work', key: card.person } });
    expect(trust.notifier.toDeliver.sort()).toEqual([hazel.id, coHead.id].sort());
  });

  it('nobody before its first reminder, nor outside the hours, nor on the last day before a holiday', async () => {
    for (const now of [at('2026-11-20'), at('2026-11-23', '07:00'), at('2026-11-23', '18:00'), at('2026-12-18')]) {
      const trust = await trustAt(now);
      expect([now, await sendReminders(trust)()]).toEqual([now, 0]);
    }
  });

  it('nobody of what another has done meanwhile', async () => {
    const trust = await trustAt(at('2026-11-23'), { reviews: [signedOffReview()] });
    expect(await sendReminders(trust)()).toBe(0);
    expect(slotsOf(trust)).toEqual([]);
  });

  it('once a day however often it runs, and again a week after the date', async () => {
    const first = await trustAt(at('2026-11-23'));
    await sendReminders(first)();
    expect(await sendReminders(first)()).toBe(0);
    expect(await sendReminders(await trustAt(at('2026-11-27'), holdings, first))()).toBe(0);
    const later = await trustAt(at('2026-11-30'), holdings, first);
    await sendReminders(later)();
    expect(slotsOf(later).filter((slot) => slot.startsWith('Hazel'))).toEqual([
      'Hazel reminder-2026-11-23',
      'Hazel reminder-2026-11-30',
    ]);
  });

  it('with one card for everything that is due', async () => {
    const changes = [atConfirm(), atConfirm({ id: changeId(2), academy: birch })];
    const trust = await trustAt(at('2026-12-09'), { changes });
    await sendReminders(trust)();
    expect(slotsOf(trust).filter((slot) => slot.startsWith('B'))).toEqual([
      'Bea reminder-2026-12-09',
      'Bo reminder-2026-12-09',
    ]);
    const card = await cardOf(trust, bo.id, 'reminder-2026-12-09');
    expect([card.headline, card.items.length]).toEqual(['Reminder: 2 things are due soon', 2]);
  });
});

describe('who leads', () => {
  const overdue = ({ memory }: TestTrust): string[] =>
    slotsOf({ memory } as TestTrust).filter((s) => s.includes('over'));

  it('is told a week after the date, and every director of that academy’s phase is', async () => {
    expect(overdue(await ran(at('2026-11-27')))).toEqual([]);
    const trust = await ran(at('2026-11-30'));
    expect(overdue(trust)).toEqual(['Dana overdue-2026-11-30', 'Prim overdue-2026-11-30']);
    const card = await cardOf(trust, dana.id, 'overdue-2026-11-30');
    expect(card).toMatchObject({ occasion: 'overdueOfOthers', headline: '1 thing overdue with others' });
    expect(card.items).toEqual([
      expect.objectContaining({
        title: 'Sign off the review of Alder Academy',
        with: 'Hazel Head and Colin Cohead',
        overdue: true,
      }),
    ]);
  });

  it('is told nothing of an academy that is not theirs to see', async () => {
    const trust = await ran(at('2026-11-30'), { reviews: [awaitingReview({ academy: birch })] });
    expect(overdue(trust)).toEqual(['Dana overdue-2026-11-30']);
    expect((await cardOf(trust, primaryDirector.id, 'overdue-2026-11-30')).items).toEqual([]);
  });

  it('is the CEO where there is no director, and nobody else', async () => {
    const staff = people.filter(({ roles }) => !roles.some(({ role }) => role === 'directorOfEducation'));
    expect(overdue(await ran(at('2026-11-30'), { ...holdings, people: staff }))).toEqual(['Cora overdue-2026-11-30']);
  });

  it('is told weekly at most', async () => {
    const first = await ran(at('2026-11-30'));
    const next = await trustAt(at('2026-12-04'), holdings, first);
    await sendReminders(next)();
    const after = await trustAt(at('2026-12-07'), holdings, next);
    await sendReminders(after)();
    expect(overdue(after).filter((slot) => slot.startsWith('Dana'))).toEqual([
      'Dana overdue-2026-11-30',
      'Dana overdue-2026-12-07',
    ]);
  });

  const ran = async (now: string, held = holdings): Promise<TestTrust> => {
    const trust = await trustAt(now, held);
    await sendReminders(trust)();
    return trust;
  };
});

describe('a process that dies, and one beside it', () => {
  it('leave one card each, and everybody has been named for delivery', async () => {
    const calls = await callsOfOneRun();
    for (let n = 1; n <= calls; n += 1)
      for (const when of ['before', 'after'] as const) {
        const trust = await trustAt(at('2026-11-23'));
        const around = dyingAt(n, when).around;
        const mortal = { ...trust, sentCards: deliveryOver(trust.memory, around).sentCards };
        await expect(sendReminders(mortal)()).rejects.toThrow('died');
        await sendReminders(trust)();
        expect(slotsOf(trust)).toEqual(['Colin reminder-2026-11-23', 'Hazel reminder-2026-11-23']);
        expect(new Set(trust.notifier.toDeliver)).toEqual(new Set([hazel.id, coHead.id]));
      }
  });

  it('two at the same moment make one card each', async () => {
    const trust = await trustAt(at('2026-11-23'));
    const claimed = await Promise.all([sendReminders(trust)(), sendReminders(trust)()]);
    expect(claimed.reduce((a, b) => a + b, 0)).toBe(2);
    expect(slotsOf(trust)).toHaveLength(2);
  });

  it('one person’s fault keeps nobody else’s reminder back', async () => {
    const trust = await trustAt(at('2026-11-23'));
    const claim: TestTrust['sentCards']['claim'] = async (card) => {
      if (card.person === hazel.id) throw new Error('The table did not answer.');
      return trust.sentCards.claim(card);
    };
    await expect(sendReminders({ ...trust, sentCards: { ...trust.sentCards, claim } })()).rejects.toThrow('table');
    expect(slotsOf(trust)).toEqual(['Colin reminder-2026-11-23']);
  });

  const callsOfOneRun = async (): Promise<number> => {
    const trust = await trustAt(at('2026-11-23'));
    const counting = dyingAt(0, 'after');
    await sendReminders({ ...trust, sentCards: deliveryOver(trust.memory, counting.around).sentCards })();
    expect(counting.calls.length).toBeGreaterThan(3);
    return counting.calls.length;
  };
});

describe('a card that is looked at later', () => {
  it('shows what waits then: nothing once it is done', async () => {
    const trust = await trustAt(at('2026-11-30'));
    const card = await cardOf(trust, hazel.id, 'reminder-2026-11-23');
    expect(card.headline).toBe('Reminder: 1 thing is overdue');
    const done = await trustAt(at('2026-11-30'), { reviews: [signedOffReview()] });
    expect((await cardOf(done, hazel.id, 'reminder-2026-11-23')).headline).toBe('All of this is done');
  });

  it('lists only what is near on a reminder, and everything on a digest', async () => {
    const far = {
      ...settings,
      delivery: { ...settings.delivery, within: { ...settings.delivery.within, signOff: 20 } },
    };
    const trust = await trustAt(at('2026-11-23'), { ...holdings, settings: far });
    expect((await cardOf(trust, hazel.id, 'reminder-2026-11-23')).items).toEqual([]);
    const digest = await cardOf(trust, hazel.id, 'digest-2026-11-23T10:00:00.000Z');
    expect(digest.items.map(({ dueOn, overdue: late }) => [dueOn, late])).toEqual([['2026-12-14', false]]);
  });

  it('is nobody’s but its own person’s', async () => {
    const trust = await trustAt(at('2026-11-30'));
    const cards = await readCards(trust, { kind: 'work', key: hazel.id });
    expect(cards?.cardFor(coHead.id, 'reminder-2026-11-30').card).toBe('gone');
    expect(cards?.cardFor(hazel.id, 'reminder-2026-11-30').card).toBe('work');
    expect(await readCards(trust, { kind: 'work', key: '00000000-0000-4000-8000-000000000999' })).toBeUndefined();
  });
});
