import type { AdministeredPeople, AdministeredPerson } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import { personEventWords } from '../domain/administrationWords';
import { factsOfPerson } from '../domain/personFacts';
import { accepted, type Result } from '../domain/result';
import { historyOf, readAdministrator, roleNames } from './administratorAccess';
import type { Deps } from './deps';
import type { Trust } from './trust';

/** A person as the administrator sees them. */
export const viewPerson = (trust: Trust, person: Person): AdministeredPerson => {
  const names = roleNames(trust);
  return {
    id: person.id,
    facts: factsOfPerson(person),
    history: historyOf(trust, person.history, (event) => personEventWords(event, names)),
  };
};

/** Who may use Assured, in alphabetical order, and how far roles can reach. Refusals: `notAllowed`. */
export const readPeople =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<AdministeredPeople>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const trust = caller.value;
    const names = roleNames(trust);
    const people = [...trust.people].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return accepted({
      asAt: trust.now,
      people: people.map((person) => viewPerson(trust, person)),
      academies: [...names.academies],
      groups: [...names.groups],
      committees: [...names.committees],
    });
  };
