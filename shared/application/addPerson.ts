import type { AddPerson } from '../schema/administrationCommands';
import type { AdministeredPerson } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import { newPerson, type Reaches } from '../domain/personFacts';
import { replayOf } from '../domain/replay';
import { accepted, refused, type Result } from '../domain/result';
import { readAdministrator, roleNames } from './administratorAccess';
import type { Deps } from './deps';
import { viewPerson } from './readPeople';
import { stampsIn } from './stamps';
import type { Caller, Trust } from './trust';

export const reachesIn = (trust: Trust): Reaches => {
  const { academies, groups, committees } = roleNames(trust);
  return {
    academies: academies.map(({ urn }) => urn),
    groups: groups.map(({ code }) => code),
    committees: committees.map(({ code }) => code),
  };
};

/** Somebody with this id is set up already: by this very command, sent again, or before. */
const existing = async (
  { store }: Pick<Deps, 'store'>,
  { commandId, person }: AddPerson,
  actor: PersonId,
): Promise<Result<Person>> => {
  const loaded = await store.load('people', person);
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  if (loaded.status === 'absent') return refused({ code: 'store.conflict' });
  const { document } = loaded;
  const replay = replayOf(stampsIn('people', document), commandId, actor, ['added']);
  return replay === 'done' ? accepted(document) : refused({ code: 'people.already-there', name: document.name });
};

const create = async (deps: Pick<Deps, 'store'>, caller: Caller, command: AddPerson): Promise<Result<Person>> => {
  const { commandId, person, facts } = command;
  const made = newPerson(person, facts, reachesIn(caller), { commandId, by: caller.person.id, at: caller.now });
  if (!made.ok) return made;
  const { status } = await deps.store.create('people', made.value);
  if (status === 'exists') return existing(deps, command, caller.person.id);
  return status === 'tooLarge' ? refused({ code: 'store.too-large' }) : made;
};

/**
 * Somebody who may use Assured from now on, by the roles given: what waits for those roles waits for them too, and the
 * sweep brings them its cards. Refusals:
 * `notAllowed`, `people.already-there`, `people.unknown-reach`, `store.edited-by-hand`.
 */
export const addPerson =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, command: AddPerson): Promise<Result<AdministeredPerson>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const added = await create(deps, caller.value, command);
    if (!added.ok) return added;
    return accepted(viewPerson(caller.value, added.value));
  };
