import type { Judgement, Review } from '../../../shared/schema/review';
import { settings } from './calendar';
import { atApprove } from './changes';
import { changeId, thisYear } from './ids';
import { birch } from './people';
import { awaitingReview, judgedReview, signedOffReview } from './reviews';
import { createTrust, type TestTrust } from './trust';

/** The review with a rationale in every area that names its place: found in an answer, it was told. */
const marked = <R extends Review>(review: R, place: string): R => {
  const judgements: Record<string, Judgement> = {};
  for (const [code, judgement] of Object.entries(review.judgements))
    if (judgement)
      judgements[code] = {
        ...judgement,
        rationale: `told-${place}-${code}-`,
        evidence: [{ title: `seen-${place}-${code}-`, url: 'https://orchard.example/' }],
      };
  return { ...review, judgements };
};
export const spring = { year: thisYear, period: 'spring' } as const;

/** Two academies with a signed-off review, a draft and an open change each, every text naming its place. */
export const everything = async (policies = settings): Promise<TestTrust> =>
  createTrust({
    settings: policies,
    reviews: [
      marked(signedOffReview(), 'alder-signed'),
      marked(signedOffReview({ academy: birch }), 'birch-signed'),
      marked(awaitingReview({ period: spring }), 'alder-draft'),
      marked(judgedReview({ academy: birch, period: spring }), 'birch-draft'),
    ],
    changes: [
      { ...atApprove({ id: changeId(1) }), rationale: 'told-alder-change-' },
      { ...atApprove({ id: changeId(2), academy: birch }), rationale: 'told-birch-change-' },
    ],
  });
