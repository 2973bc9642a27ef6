import type { HandOver } from '../schema/commands';
import type { CommandId, PersonId } from '../schema/ids';
import type { Person, Role } from '../schema/people';
import type { HandedOver } from '../schema/views';
import type { Administering } from '../domain/administering';
import { giveUp, rolesWithout, takeOver } from '../domain/handOver';
import { factsOfPerson, withPersonEvent } from '../domain/personFacts';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller, whoIs } from './trust';
import { changeOne } from './writing';

type Handing = Pick<Deps, 'store' | 'clock' | 'notifier'>;

/** As many roles as a person can hold. */
const mostRoles = 20;

/** One of the two records, with a line in its history where it changes. */
const changePerson = (
  deps: Handing,
  { commandId, by, at }: Administering,
  { key, type }: { readonly key: PersonId; readonly type: 'tookOver' | 'gaveUp' },
  next: (person: Person) => Person,
): Promise<Result<Person>> =>
  changeOne(deps, {
    kind: 'people',
    key,
    by,
    commandId,
    types: [type],
    decide: (person) => {
      const after = next(person);
      if (after.roles.length > mostRoles) return refused({ code: 'people.too-many-roles' });
      return accepted(
        after === person ? person : withPersonEvent(person, type, factsOfPerson(after), { commandId, by, at }),
      );
    },
  });

/** What the command took away, also where it did so when it arrived before. */
const givenUpBy = ({ history = [] }: Person, commandId: CommandId): Role[] => {
  const event = history.find((one) => one.type === 'gaveUp' && one.commandId === commandId);
  return event?.before ? rolesWithout(event.before.roles, event.after.roles) : [];
};

/**
 * All roles of one person pass to another, to whom the sweep brings the cards of what waits. Two records, each one conditional write:
 * first the one who takes over has the roles too, then the other has them no more, so that nothing is ever without
 * somebody: sent again it completes what is missing, and takes away nothing that the other does not hold. Refusals: `notAllowed`, `notFound`, `people.same`,
 * `people.too-many-roles`.
 */
export const handOver =
  (deps: Handing) =>
  async (actor: PersonId, command: HandOver): Promise<Result<HandedOver>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    const { commandId, from, to } = command;
    if (from === to) return refused({ code: 'people.same' });
    const leaving = caller.value.people.find(({ id }) => id === from);
    if (!leaving) return refused({ code: 'notFound' });
    const { roles } = leaving;
    const stamp = { commandId, by: actor, at: caller.value.now };
    const taken = await changePerson(deps, stamp, { key: to, type: 'tookOver' }, (person) => takeOver(person, roles));
    if (!taken.ok) return taken;
    const held = taken.value.roles;
    const left = await changePerson(deps, stamp, { key: from, type: 'gaveUp' }, (person) => giveUp(person, held));
    if (!left.ok) return left;
    return accepted({
      from: whoIs(caller.value, from),
      to: whoIs(caller.value, to),
      roles: givenUpBy(left.value, commandId),
    });
  };
