import type { PersonId } from '../schema/ids';
import type { Trust } from './trust';

/** Why nothing is sent to somebody who has left the trust or has no part in it; undefined for everybody else. */
export const whyAway = ({ people }: Pick<Trust, 'people'>, id: PersonId): string | undefined => {
  const person = people.find((one) => one.id === id);
  if (!person) return 'This person is no longer set up in Assured.';
  return person.roles.length === 0 ? 'This person has no role in Assured any more.' : undefined;
};
