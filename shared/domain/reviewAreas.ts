import type { Area, AreaGroup, Scale } from '../schema/framework';
import type { ReviewArea, ReviewView } from '../schema/reviewViews';
import { areasByGroup, scaleOf } from './framework';
import { markOn, notApplicable, type Mark } from './marks';

/** An area of the framework with what this review says of it. */
export interface AreaOfReview {
  readonly area: Area;
  readonly scale: Scale | undefined;
  readonly view: ReviewArea;
}

export interface GroupOfReview {
  readonly group: AreaGroup;
  readonly entries: readonly AreaOfReview[];
}

/** The areas that this reader was given, by function in the framework's order. */
export const groupsOf = (review: ReviewView): GroupOfReview[] =>
  areasByGroup(review.framework)
    .map(({ group, areas }) => ({
      group,
      entries: areas.flatMap((area) => {
        const view = review.areas.find((entry) => entry.area === area.code);
        return view ? [{ area, scale: scaleOf(review.framework, area), view }] : [];
      }),
    }))
    .filter(({ entries }) => entries.length > 0);

export const markOfArea = ({ view, scale }: Pick<AreaOfReview, 'view' | 'scale'>): Mark =>
  view.applicable ? markOn(scale, view.judgement?.level) : notApplicable;

/** '12 of 28 areas judged'. */
export const progressOf = ({ areas }: Pick<ReviewView, 'areas'>): string => {
  const applicable = areas.filter((area) => area.applicable);
  return `${applicable.filter((area) => area.judgement).length} of ${applicable.length} areas judged`;
};
