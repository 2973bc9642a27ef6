import { addPerson } from '../../../shared/application/addPerson';
import { amendPerson } from '../../../shared/application/amendPerson';
import { handOver } from '../../../shared/application/handOver';
import { readPeople } from '../../../shared/application/readPeople';
import { readSession } from '../../../shared/application/readSession';
import { factsOfPerson, heldByNobody } from '../../../shared/domain/personFacts';
import { CommitteeCode, GroupCode, Urn } from '../../../shared/schema/ids';
import type { Person, Role } from '../../../shared/schema/people';
import { newcomer, toAddPerson, toAmendPerson } from '../../support/builders/administering';
import { toHandOver } from '../../support/builders/commands';
import { commandId, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { ada, alder, cora, hazel, people } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const rolesOf = async (trust: TestTrust, id: Person['id']) => {
  const loaded = await trust.store.load('people', id);
  return loaded.status === 'found' ? loaded.document.roles : [];
};
const administrator: Role = { role: 'administrator' };
const takingAway = (person: Person, name: string) =>
  toAmendPerson({
    commandId: commandId(name),
    person: person.id,
    basedOn: factsOfPerson(person),
    facts: { ...factsOfPerson(person), roles: [] },
  });

describe('adding a person', () => {
  it('gives them their roles, and says who gave them', async () => {
    const trust = await createTrust();
    const added = valueOf(await addPerson(trust)(ada.id, toAddPerson()));
    expect(added.history.map(({ text, by }) => [text, by.name])).toEqual([
      ['added them: gave Head teacher (Cedar Academy)', 'Ada Admin'],
    ]);
    expect(valueOf(await readSession(trust)(newcomer)).person).toEqual({ id: newcomer, ...toAddPerson().facts });
  });

  it('may arrive twice, and refuses somebody who is there already', async () => {
    const trust = await createTrust();
    valueOf(await addPerson(trust)(ada.id, toAddPerson()));
    expect(outcomeOf(await addPerson(trust)(ada.id, toAddPerson()))).toBe('accepted');
    const again = toAddPerson({ commandId: commandId('another') });
    expect(refusalOf(await addPerson(trust)(ada.id, again))).toEqual({
      code: 'people.already-there',
      name: 'Nell Newcomer',
    });
  });

  it.each<[string, Role]>([
    ['an academy', { role: 'localGovernor', academy: Urn.parse('999999') }],
    ['a function', { role: 'functionLead', groups: [GroupCode.parse('unheardOf')] }],
    ['a committee', { role: 'committeeMember', committee: CommitteeCode.parse('unheardOf') }],
  ])('refuses %s that the trust does not have', async (_, role) => {
    const trust = await createTrust();
    const facts = { ...toAddPerson().facts, roles: [role] };
    expect(outcomeOf(await addPerson(trust)(ada.id, toAddPerson({ facts })))).toBe('people.unknown-reach');
  });

  it('keeps a role once that is given twice', async () => {
    const trust = await createTrust();
    const [role] = toAddPerson().facts.roles;
    const facts = { ...toAddPerson().facts, roles: role ? [role, { ...role }] : [] };
    expect(valueOf(await addPerson(trust)(ada.id, toAddPerson({ facts }))).facts.roles).toHaveLength(1);
  });
});

describe('changing somebody’s roles', () => {
  it('says who gave and took what', async () => {
    const trust = await createTrust();
    const board = valueOf(await amendPerson(trust)(ada.id, toAmendPerson()));
    expect(board.history.map(({ text }) => text)).toEqual(['changed: gave Board member']);
    const now = { ...hazel, roles: board.facts.roles };
    const gone = valueOf(await amendPerson(trust)(ada.id, takingAway(now, 'took-all')));
    expect(gone.history.at(-1)?.text).toBe('changed: took away Head teacher (Alder Academy) and Board member');
    expect(await rolesOf(trust, hazel.id)).toEqual([]);
  });

  it('stands beside a hand-over in the history', async () => {
    const trust = await createTrust();
    valueOf(await handOver(trust)(ada.id, toHandOver()));
    const { people: all } = valueOf(await readPeople(trust)(ada.id));
    const textsOf = (name: string) => all.find(({ facts }) => facts.name === name)?.history.map(({ text }) => text);
    expect(textsOf('Hazel Head')).toEqual([
      'had them hand over to somebody else: took away Head teacher (Alder Academy)',
    ]);
    expect(textsOf('Nora Norole')).toEqual([
      'had them take over from somebody else: gave Head teacher (Alder Academy)',
    ]);
  });

  it('writes nothing over what somebody else changed meanwhile', async () => {
    const trust = await createTrust();
    valueOf(await amendPerson(trust)(ada.id, toAmendPerson()));
    expect(outcomeOf(await amendPerson(trust)(ada.id, takingAway(hazel, 'late')))).toBe('people.changed-since');
    expect(outcomeOf(await amendPerson(trust)(ada.id, toAmendPerson()))).toBe('accepted');
  });

  it('lets a role stay whose reach is gone, and takes no new one', async () => {
    const head: Person = { ...hazel, roles: [{ role: 'headTeacher', academy: Urn.parse('999999') }] };
    const trust = await createTrust({ people: [...people.filter(({ id }) => id !== hazel.id), head] });
    const command = toAmendPerson({
      basedOn: factsOfPerson(head),
      facts: { ...factsOfPerson(head), jobTitle: 'Principal' },
    });
    expect(outcomeOf(await amendPerson(trust)(ada.id, command))).toBe('accepted');
  });

  it('tells which roles nobody would hold any more', () => {
    const own: Role = { role: 'headTeacher', academy: alder.urn };
    expect(heldByNobody(people, hazel.id, [own], [])).toEqual([]);
    expect(heldByNobody([hazel], hazel.id, [own], [])).toEqual([own]);
    expect(heldByNobody([hazel], hazel.id, [own], [own])).toEqual([]);
  });
});

describe('the last administrator', () => {
  it('cannot be taken away, not even by themselves', async () => {
    const trust = await createTrust();
    expect(outcomeOf(await amendPerson(trust)(ada.id, takingAway(ada, 'alone')))).toBe('people.last-administrator');
    expect(await rolesOf(trust, ada.id)).toEqual([administrator]);
  });

  it('may go once there is another', async () => {
    const second: Person = { ...cora, roles: [...cora.roles, administrator] };
    const trust = await createTrust({ people: [...people.filter(({ id }) => id !== cora.id), second] });
    expect(outcomeOf(await amendPerson(trust)(ada.id, takingAway(ada, 'not-alone')))).toBe('accepted');
    expect(await rolesOf(trust, ada.id)).toEqual([]);
  });

  it('stays where two take each other’s role at the same moment, and the command says so again', async () => {
    const second: Person = { ...cora, roles: [...cora.roles, administrator] };
    const trust = await createTrust({ people: [...people.filter(({ id }) => id !== cora.id), second] });
    const [one, two] = [takingAway(second, 'first'), takingAway(ada, 'second')];
    // Both have read everybody before either writes.
    const rows = await trust.store.rows('people');
    jest
      .spyOn(trust.store, 'rows')
      .mockImplementation((kind) =>
        kind === 'people' ? Promise.resolve(rows as never) : createTrust().then(({ store }) => store.rows(kind)),
      );
    expect(outcomeOf(await amendPerson(trust)(ada.id, one))).toBe('accepted');
    expect(outcomeOf(await amendPerson(trust)(cora.id, two))).toBe('people.last-administrator');
    expect(await rolesOf(trust, ada.id)).toEqual([administrator]);
    expect(outcomeOf(await amendPerson(trust)(cora.id, two))).toBe('people.last-administrator');
  });
});

it('nobody but an administrator reads what administrators did', async () => {
  const trust = await createTrust();
  valueOf(await amendPerson(trust)(ada.id, toAmendPerson()));
  expect(valueOf(await readSession(trust)(hazel.id)).person).not.toHaveProperty('history');
  expect(outcomeOf(await readPeople(trust)(hazel.id))).toBe('notAllowed');
  expect(urn.alder).toBe(alder.urn);
});
