import { keyOfReview } from '../../shared/domain/keys';
import type { Result } from '../../shared/domain/result';
import { rateArea, recordKpis, type ReviewContext } from '../../shared/domain/review';
import { query, sendForSignOff, signOff } from '../../shared/domain/signOff';
import { QueryReview, RateArea, RecordKpis, SendForSignOff, SignOffReview } from '../../shared/schema/commands';
import type { Framework } from '../../shared/schema/framework';
import type { Person } from '../../shared/schema/people';
import type { Review, ReviewKey } from '../../shared/schema/review';

/** The sample is made by the product's own rules; what they refuse is a mistake in the sample. */
export const allowed = <T>(result: Result<T>, what: string): T => {
  if (result.ok) return result.value;
  throw new Error(`The sample asks for what the product refuses: ${what} (${result.refusal.code}).`);
};

/** An instant on a day, that many minutes after midnight UTC. */
export const instantOn = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();

export interface Act {
  readonly by: Person;
  readonly at: string;
}

/** Takes one review through its steps; command ids count on, so that every build makes the same ones. */
export const reviewSteps = (opened: Review, prefix: string, framework: Framework) => {
  let review = opened;
  let count = 0;
  const { urn, year, term } = opened;
  const key: ReviewKey = { urn, year, term };
  const command = () => ({ ...key, commandId: `${prefix}-${(count += 1)}` });
  const contextOf = ({ by, at }: Act): ReviewContext => ({ by: by.id, at, framework });
  const take = (result: Result<Review>, what: string): void => {
    review = allowed(result, `${what} in ${keyOfReview(key)}`);
  };
  return {
    measure(act: Act, area: string, values: Record<string, { value: number; asAt: string; source: string }>): void {
      take(recordKpis(review, RecordKpis.parse({ ...command(), area, values }), contextOf(act)), `measure ${area}`);
    },
    rate(act: Act, area: string, level: string, rationale: string): void {
      const basedOn = Object.entries(review.judgements).find(([code]) => code === area)?.[1]?.id ?? null;
      const rating = RateArea.parse({ ...command(), area, level, rationale, basedOn });
      take(rateArea(review, rating, contextOf(act)), `rate ${area}`);
    },
    send(act: Act): void {
      take(sendForSignOff(review, SendForSignOff.parse(command()), contextOf(act)), 'send');
    },
    query(act: Act, round: number, comment: string): void {
      take(query(review, QueryReview.parse({ ...command(), round, comment }), contextOf(act)), 'query');
    },
    signOff(act: Act, round: number, comment: string): void {
      take(signOff(review, SignOffReview.parse({ ...command(), round, comment }), contextOf(act)), 'sign off');
    },
    now: (): Review => review,
  };
};
