import type { HandOver } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import type { Person } from '../schema/people';
import type { HandedOver } from '../schema/views';
import { giveUp, takeOver } from '../domain/handOver';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller, whoIs } from './trust';
import { announceSafely, changeOne } from './writing';

type Handing = Pick<Deps, 'store' | 'clock' | 'notifier'>;

/** As many roles as a person can hold. */
const mostRoles = 20;

/** Everything that may wait for somebody: its cards go to whoever holds the role now. */
const openMatters = async ({ store }: Pick<Deps, 'store'>): Promise<readonly Matter[]> => {
  const reviews = await store.rows('reviews');
  const changes = await store.rows('categoryChanges');
  return [
    ...reviews.filter(({ row }) => row.state !== 'signedOff').map(({ key }) => ({ kind: 'reviews', key }) as const),
    ...changes
      .filter(({ row }) => row.state === 'atStep' || row.state === 'returned')
      .map(({ key }) => ({ kind: 'categoryChanges', key }) as const),
  ];
};

const changePerson = (
  deps: Handing,
  by: PersonId,
  { commandId, key }: Pick<HandOver, 'commandId'> & { readonly key: PersonId },
  decide: (person: Person) => Result<Person>,
): Promise<Result<Person>> => changeOne(deps, { kind: 'people', key, by, commandId, types: [], decide });

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
    const taken = await changePerson(deps, actor, { commandId, key: to }, (person) => {
      const next = takeOver(person, roles);
      return next.roles.length > mostRoles ? refused({ code: 'people.too-many-roles' }) : accepted(next);
    });
    if (!taken.ok) return taken;
    const left = await changePerson(deps, actor, { commandId, key: from }, (person) => accepted(giveUp(person, roles)));
    if (!left.ok) return left;
    for (const matter of await openMatters(deps)) await announceSafely(deps.notifier, matter);
    return accepted({ from: whoIs(caller.value, from), to: whoIs(caller.value, to), roles });
  };
