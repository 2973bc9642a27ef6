import type { HandOver } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import type { HandedOver } from '../schema/views';
import type { Administering } from '../domain/administering';
import { giveUp, takeOver } from '../domain/handOver';
import { factsOfPerson, withPersonEvent } from '../domain/personFacts';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller, whoIs } from './trust';
import { announceOpenMatters } from './waitingMatters';
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

/**
 * All roles of one person pass to another, who then has the work that waits. Two records, each one conditional write:
 * first the one who takes over has the roles too, then the other has them no more, so that nothing is ever without
 * somebody. Sent again it completes what is missing. Refusals: `notAllowed`, `notFound`, `people.same`,
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
    const left = await changePerson(deps, stamp, { key: from, type: 'gaveUp' }, (person) => giveUp(person, roles));
    if (!left.ok) return left;
    await announceOpenMatters(deps);
    return accepted({ from: whoIs(caller.value, from), to: whoIs(caller.value, to), roles });
  };
