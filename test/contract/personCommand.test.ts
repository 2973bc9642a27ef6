import { usage } from '../../functions/administration/commands';
import { PersonId } from '../../shared/schema/ids';
import type { Person } from '../../shared/schema/people';
import { conversationOf, createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import { keptOver } from '../support/fakeKept';
import { administered } from './administered';

const personOf = (n: number): PersonId => PersonId.parse(`a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [withRole, withoutRole, stranger] = [personOf(1), personOf(2), personOf(3)];
const inPeople = (id: PersonId, roles: Person['roles']): Person => ({
  ...{ id, name: 'Pat Person', email: 'pat@orchard.example', jobTitle: 'Trustee', roles },
});

const memory = createDeliveryMemory();
const delivery = deliveryOver(memory);
const { graph, run } = administered({ tables: { ...delivery, kept: keptOver(memory) } });
const plain = administered();

/** A trust in which each of them has an address and a card. */
const begin = async (people: readonly Person[]): Promise<void> => {
  expect(await run('provision')).toMatchObject({ ok: true });
  const store = graph.store();
  for (const person of people) await store.create('people', person);
  for (const person of [withRole, withoutRole, stranger]) {
    await delivery.conversations.put(conversationOf(person));
    const matter = { kind: 'reviews', key: '100001|2026/27|autumn' } as const;
    await delivery.sentCards.claim({
      matter,
      person,
      slot: 'opened',
      state: 'held',
      since: '2026-11-22T09:40:00.000Z',
    });
  }
};
const everybody = [inPeople(withRole, [{ role: 'boardMember' }, { role: 'ceo' }]), inPeople(withoutRole, [])];
const cardsOf = (id: PersonId): number => [...memory.cards.values()].filter(({ person }) => person === id).length;

it('tells what is kept of a person as JSON alone, whatever case the id is written in', async () => {
  await begin(everybody);
  const { ok, said } = await run('person', 'about', stranger.toUpperCase());
  expect(ok).toBe(true);
  expect(JSON.parse(said)).toMatchObject({
    person: stranger,
    address: { person: stranger },
    cards: [{ slot: 'opened' }],
  });
  expect(said).not.toContain(withRole);
});

it('forgets whoever has no role, and nobody else, as often as it is asked', async () => {
  await begin(everybody);
  const refused = await run('person', 'forget', withRole);
  expect(refused.ok).toBe(false);
  expect(refused.said).toMatch(/^Nothing was dropped: this person has a role in Assured \(Board member and CEO\)/);
  for (const id of [withoutRole, stranger]) {
    const { ok, said } = await run('person', 'forget', id);
    expect(ok).toBe(true);
    expect(said).toMatch(/^Dropped: the address of their chat, and what was kept of 1 card\./);
    expect(said.includes('in People without a role')).toBe(id === withoutRole);
    expect((await run('person', 'forget', id)).said).toMatch(/^Nothing was kept of this person any more\./);
    expect(JSON.parse((await run('person', 'about', id)).said)).toEqual({ person: id, cards: [] });
  }
  expect([cardsOf(withRole), memory.conversations.has(withRole)]).toEqual([1, true]);
});

it('forgets nobody while a record in People cannot be believed, or the lists are not there', async () => {
  expect((await run('person', 'forget', stranger)).said).toMatch(/^The site lacks 5 lists/);
  await begin(everybody);
  await graph.edit('people', withoutRole, { Key: stranger.replace('3', '9') });
  for (const id of [stranger, withoutRole]) {
    const { ok, said } = await run('person', 'forget', id);
    expect(ok).toBe(false);
    expect(said).toMatch(/changed outside Assured/);
  }
  expect([cardsOf(stranger), cardsOf(withoutRole)]).toEqual([1, 1]);
});

it('says how it is called, and what is missing', async () => {
  expect((await run('person', 'remember', stranger)).said).toBe(
    'Please say person about OBJECT-ID, or person forget OBJECT-ID.',
  );
  expect((await run('person', 'about', 'Pat')).said).toBe('Pat is not the object id of a person in Entra.');
  expect((await run('person', 'about')).said).toBe('called otherwise');
  expect((await plain.run('person', 'about', stranger)).said).toMatch(/^Please set STORAGE_ACCOUNT /);
  expect(usage).toContain('person forget <object id>');
});
