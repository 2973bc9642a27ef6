import { amendPerson } from '../../../shared/application/amendPerson';
import { handOver } from '../../../shared/application/handOver';
import { readWork } from '../../../shared/application/readWork';
import { giveUp, takeOver } from '../../../shared/domain/handOver';
import { factsOfPerson } from '../../../shared/domain/personFacts';
import { Role } from '../../../shared/schema/people';
import type { PersonId } from '../../../shared/schema/ids';
import { atApprove } from '../../support/builders/changes';
import { toHandOver } from '../../support/builders/commands';
import { commandId, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, cora, dana, hazel, nobody, people, stranger } from '../../support/builders/people';
import { awaitingReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const rolesOf = async (trust: TestTrust, id: PersonId) => {
  const loaded = await trust.store.load('people', id);
  return loaded.status === 'found' ? loaded.document.roles : [];
};
const ofHazel = { role: 'headTeacher', academy: urn.alder } as const;
const trustWith = () => createTrust({ reviews: [awaitingReview()], changes: [atApprove()] });

describe('handing over', () => {
  it('gives the roles and the work to the other', async () => {
    const trust = await trustWith();
    const done = valueOf(await handOver(trust)(ada.id, toHandOver()));
    expect(done).toMatchObject({ from: { name: 'Hazel Head' }, to: { name: 'Nora Norole' }, roles: [ofHazel] });
    expect(await rolesOf(trust, hazel.id)).toEqual([]);
    expect(await rolesOf(trust, nobody.id)).toEqual([ofHazel]);
    expect(valueOf(await readWork(trust)(nobody.id)).items.map(({ kind }) => kind)).toEqual(['signOff']);
  });

  it('may be sent twice, and is completed where it broke off half way', async () => {
    const trust = await trustWith();
    const write = trust.store.replace.bind(trust.store);
    let writes = 0;
    jest.spyOn(trust.store, 'replace').mockImplementation((...given) => {
      writes += 1;
      if (writes === 2) throw new Error('The process died.');
      return write(...given);
    });
    await expect(handOver(trust)(ada.id, toHandOver())).rejects.toThrow('died');
    expect(await rolesOf(trust, hazel.id)).toEqual([ofHazel]);
    expect(await rolesOf(trust, nobody.id)).toEqual([ofHazel]);
    for (let time = 0; time < 2; time += 1) {
      expect(outcomeOf(await handOver(trust)(ada.id, toHandOver()))).toBe('accepted');
      expect(await rolesOf(trust, hazel.id)).toEqual([]);
      expect(await rolesOf(trust, nobody.id)).toEqual([ofHazel]);
    }
  });

  it('completed later, takes away no role that was given meanwhile and that the other does not hold', async () => {
    const trust = await trustWith();
    const governs = { role: 'localGovernor', academy: urn.cedar } as const;
    const write = trust.store.replace.bind(trust.store);
    const died = jest.spyOn(trust.store, 'replace').mockImplementationOnce(write);
    died.mockImplementationOnce(() => Promise.reject(new Error('The process died.')));
    await expect(handOver(trust)(ada.id, toHandOver())).rejects.toThrow('died');
    valueOf(
      await amendPerson(trust)(ada.id, {
        commandId: commandId('governs'),
        person: hazel.id,
        basedOn: factsOfPerson(hazel),
        facts: { ...factsOfPerson(hazel), roles: [...hazel.roles, governs] },
      }),
    );
    for (let time = 0; time < 2; time += 1)
      expect(valueOf(await handOver(trust)(ada.id, toHandOver())).roles).toEqual([ofHazel]);
    expect(await rolesOf(trust, hazel.id)).toEqual([governs]);
    expect(await rolesOf(trust, nobody.id)).toEqual([ofHazel]);
  });

  it.each([
    ['by anybody but the administrator', cora.id, toHandOver(), 'notAllowed'],
    ['to oneself', ada.id, toHandOver({ to: hazel.id }), 'people.same'],
    ['to nobody of the trust', ada.id, toHandOver({ to: stranger }), 'notFound'],
    ['from nobody of the trust', ada.id, toHandOver({ from: stranger }), 'notFound'],
  ])('is refused %s', async (_, actor, command, outcome) => {
    const trust = await trustWith();
    expect(outcomeOf(await handOver(trust)(actor, command))).toBe(outcome);
    expect(await rolesOf(trust, hazel.id)).toEqual([ofHazel]);
  });

  it('is refused where nobody could hold so many', async () => {
    const many = Array.from({ length: 20 }, (_, n) => Role.parse({ role: 'localGovernor', academy: `${200_000 + n}` }));
    const full = { ...nobody, roles: many };
    const trust = await createTrust({ people: [...people.filter(({ id }) => id !== nobody.id), full] });
    expect(outcomeOf(await handOver(trust)(ada.id, toHandOver()))).toBe('people.too-many-roles');
  });
});

describe('roles', () => {
  it('are not held twice, in whatever order their fields stand', () =>
    expect(takeOver(hazel, [{ academy: urn.alder, role: 'headTeacher' }])).toBe(hazel));
  it('that came since are kept', () =>
    expect(giveUp({ ...hazel, roles: [...hazel.roles, ...dana.roles] }, hazel.roles).roles).toEqual(dana.roles));
  it('that are not held are not given up', () => expect(giveUp(hazel, dana.roles)).toBe(hazel));
});
