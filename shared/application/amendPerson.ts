import type { AmendPerson } from '../schema/administrationCommands';
import type { AdministeredPerson } from '../schema/administrationViews';
import { CommandId, type PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import { amendPerson as decide, keepAdministrator } from '../domain/personFacts';
import { accepted, refused, type Result } from '../domain/result';
import { reachesIn } from './addPerson';
import { readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import { viewPerson } from './readPeople';
import type { Caller } from './trust';
import { changeOne } from './writing';

type Amending = Pick<Deps, 'store' | 'clock' | 'notifier'>;

const change = (deps: Amending, caller: Caller, command: AmendPerson): Promise<Result<Person>> =>
  changeOne(deps, {
    kind: 'people',
    key: command.person,
    by: caller.person.id,
    commandId: command.commandId,
    types: ['changed'],
    decide: (person) =>
      decide(
        person,
        { ...command, reaches: reachesIn(caller), people: caller.people },
        { commandId: command.commandId, by: caller.person.id, at: caller.now },
      ),
  });

const administers = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some(({ role }) => role === 'administrator');

/** Whether any of the known administrators is one still, by the source and not by memory. */
const isAdministered = async ({ store }: Amending, { people }: Caller): Promise<boolean> => {
  const loaded = await Promise.all(people.filter(administers).map(({ id }) => store.load('people', id)));
  return loaded.some((each) => each.status === 'found' && administers(each.document));
};

/** The command that undoes a command: told from it, and the same each time. */
const undoing = (commandId: CommandId): CommandId => CommandId.parse(`kept-${commandId}`.slice(0, 64));

const putBack = (deps: Amending, caller: Caller, { commandId, person: key }: AmendPerson): Promise<Result<Person>> => {
  const stamp = { commandId: undoing(commandId), by: caller.person.id, at: caller.now };
  return changeOne(deps, {
    kind: 'people',
    key,
    by: stamp.by,
    commandId: stamp.commandId,
    types: ['kept'],
    decide: (person) => accepted(keepAdministrator(person, stamp)),
  });
};

/**
 * Two administrators may take each other's role at the same moment, each on another record. So whoever took one looks
 * afterwards whether anybody is left, and gives it back where nobody is: the later of the two is sure to see it.
 */
const withAdministrator = async (
  deps: Amending,
  caller: Caller,
  command: AmendPerson,
  changed: Person,
): Promise<Result<Person>> => {
  const undone = changed.history?.some(({ commandId }) => commandId === undoing(command.commandId));
  if (undone) return refused({ code: 'people.last-administrator' });
  if (!administers(command.basedOn) || administers(changed)) return accepted(changed);
  if (await isAdministered(deps, caller)) return accepted(changed);
  const kept = await putBack(deps, caller, command);
  return kept.ok ? refused({ code: 'people.last-administrator' }) : kept;
};

/**
 * A person's roles and details: one write, by an administrator who had the present ones in sight; the sweep
 * brings the cards of what waits to whoever holds the roles now. Refusals: `notAllowed`, `notFound`, `people.changed-since`,
 * `people.unknown-reach`, `people.last-administrator`.
 */
export const amendPerson =
  (deps: Amending) =>
  async (actor: PersonId, command: AmendPerson): Promise<Result<AdministeredPerson>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const changed = await change(deps, caller.value, command);
    if (!changed.ok) return changed;
    const safe = await withAdministrator(deps, caller.value, command, changed.value);
    if (!safe.ok) return safe;
    return accepted(viewPerson(caller.value, safe.value));
  };
