import { rolesToSettle, settlingOf } from '../../shared/domain/judging';
import { keyOfReview } from '../../shared/domain/keys';
import type { Result } from '../../shared/domain/result';
import { rateArea, recordKpis, type ReviewContext } from '../../shared/domain/review';
import { query, sendForSignOff, signOff } from '../../shared/domain/signOff';
import { QueryReview, RateArea, RecordKpis, SendForSignOff, SignOffReview } from '../../shared/schema/commands';
import type { Framework } from '../../shared/schema/framework';
import type { Academy } from '../../shared/schema/people';
import type { Review, ReviewKey } from '../../shared/schema/review';
import { allowed, type Act } from './steps';

interface Steps {
  readonly opened: Review;
  /** Command ids count on from it, so that every build makes the same ones. */
  readonly prefix: string;
  /** In play (`inPlay`). */
  readonly framework: Framework;
  readonly academy: Academy;
}

/** Takes one review through its steps. */
export const reviewSteps = ({ opened, prefix, framework, academy }: Steps) => {
  let review = opened;
  let count = 0;
  const { urn, year, period } = opened;
  const key: ReviewKey = { urn, year, period };
  const command = () => ({ ...key, commandId: `${prefix}-${(count += 1)}` });
  const contextOf = ({ by, at }: Act): ReviewContext => ({ by: by.id, at, framework });
  const settlingAs = ({ by, at }: Act) => ({ by: by.id, at, roles: rolesToSettle(framework, by, academy) });
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
      take(sendForSignOff(review, SendForSignOff.parse(command()), { ...settlingAs(act), framework }), 'send');
    },
    query(act: Act, round: number, comment: string): void {
      take(query(review, QueryReview.parse({ ...command(), round, comment }), contextOf(act)), 'query');
    },
    signOff(act: Act, round: number, comment: string): void {
      const settling = { ...settlingAs(act), needed: settlingOf(framework).by };
      take(signOff(review, SignOffReview.parse({ ...command(), round, comment }), settling), 'sign off');
    },
    now: (): Review => review,
  };
};
export type ReviewSteps = ReturnType<typeof reviewSteps>;
