import type { AskedModel } from '../schema/asked';
import { Framework } from '../schema/framework';
import type { Review } from '../schema/review';

/** A kept copy read as a framework: what a record needs to be shown, and nothing of what the model has become. */
export const askedFramework = ({ framework, frameworkName, judging, scales, groups, areas }: AskedModel): Framework =>
  Framework.parse({
    ...framework,
    name: frameworkName,
    scales,
    groups,
    areas,
    ...(judging && { judging }),
  });

/**
 * The model that a record is read by: a locked one by its own copy; one that is still worked on by the stored version,
 * and by its copy only where that version is gone.
 */
export const modelOf = (review: Review, stored: Framework | undefined): Framework | undefined => {
  const { asked } = review;
  return asked && (review.state === 'signedOff' || !stored) ? askedFramework(asked) : stored;
};
