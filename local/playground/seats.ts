import type { Person } from '../../shared/schema/people';
import { knownAs, type Part } from '../sample/cast';
import type { Sample } from '../sample/sample';

/** Whom the Playground knows of the sample trust: it takes one current user and exactly five others. */
const seats = {
  head: 'alderHead',
  director: 'director',
  ceo: 'ceo',
  board: 'chair',
  administrator: 'administrator',
  finance: 'finance',
} as const satisfies Record<string, Part>;

export type Seat = keyof typeof seats;
export const seatNames = Object.keys(seats) as readonly Seat[];
export const isSeat = (name: string): name is Seat => Object.hasOwn(seats, name);

/** The person in a seat. Throws where the sample trust has nobody of that part. */
export const personIn = ({ name, people }: Pick<Sample, 'name' | 'people'>, seat: Seat): Person => {
  const { id, name: wanted } = knownAs(seats[seat]);
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`${wanted} has no part in the sample trust of “${name}”.`);
  return person;
};

/** Everybody else in the Playground. */
export const othersThan = (sample: Pick<Sample, 'name' | 'people'>, seat: Seat): Person[] =>
  seatNames.filter((name) => name !== seat).map((name) => personIn(sample, name));
