import type { Result } from '../../shared/domain/result';
import type { Person } from '../../shared/schema/people';

/** The sample is made by the product's own rules; what they refuse is a mistake in the sample. */
export const allowed = <T>(result: Result<T>, what: string): T => {
  if (result.ok) return result.value;
  throw new Error(`The sample asks for what the product refuses: ${what} (${result.refusal.code}).`);
};

/** An instant on a day, that many minutes after midnight UTC. */
export const instantOn = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();

/** Somebody doing something at an instant. */
export interface Act {
  readonly by: Person;
  readonly at: string;
}
