import { addDays } from '../../../shared/domain/day';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Person } from '../../../shared/schema/people';
import { changeSteps, type Ground, type Wanted } from '../changeSteps';
import { instantOn, type Act } from '../steps';

/** One placing after another: each is made on those before it, and its number makes its id. */
export const inTurn = <P>(
  placings: readonly P[],
  make: (placing: P, n: number, before: readonly CategoryChange[]) => CategoryChange,
): CategoryChange[] =>
  placings.reduce<CategoryChange[]>((before, placing, n) => [...before, make(placing, n, before)], []);

/** Acts on days counted from a Monday. */
export const daysFrom =
  (monday: string) =>
  (by: Person, day: number, minutes: number): Act => ({ by, at: instantOn(addDays(monday, day), minutes) });

interface Agreeing {
  /** The Monday on which it is proposed; two days later the head teacher is heard, on the Friday the CEO approves. */
  readonly monday: string;
  readonly director: Person;
  readonly head: Person;
  readonly ceo: Person;
  readonly headSays: string;
  readonly ceoSays: string;
  /** What the head teacher said first, and how the proposal was put again; everything then takes a week longer. */
  readonly disagreed?: { readonly headSays: string; readonly why: string } | undefined;
}

/** A change that the director proposes, the head teacher must agree to, and the CEO approves. */
export const agreedChange = (ground: Ground, wanted: Wanted, agreeing: Agreeing): CategoryChange => {
  const { monday, director, head, ceo, headSays, ceoSays, disagreed } = agreeing;
  const on = daysFrom(monday);
  const minutes = 9 * 60 + 7 * wanted.n;
  const steps = changeSteps(ground, wanted, on(director, 0, minutes));
  const week = disagreed ? 7 : 0;
  if (disagreed) {
    steps.hear(on(head, 2, minutes), false, disagreed.headSays);
    steps.resubmit(on(director, 7, minutes), disagreed.why);
  }
  steps.hear(on(head, week + 2, minutes + 30), true, headSays);
  steps.approve(on(ceo, week + 4, minutes), ceoSays);
  return steps.now();
};
