import { areasByGroup, scaleOf } from '../../../shared/domain/framework';
import type { Area, AreaGroup, Framework, Scale } from '../../../shared/schema/framework';
import type { ReviewArea, ReviewView } from '../../../shared/schema/reviewViews';
import type { LevelRow } from '../../components/LevelTallies';
import { markOn, notApplicable, type Mark } from '../../components/marks';

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

export const markOfArea = ({ view, scale }: AreaOfReview): Mark =>
  view.applicable ? markOn(scale, view.judgement?.level) : notApplicable;

/** The next area that this person may judge and that has no judgement yet, after a given one and then from the top. */
export const nextToJudge = (groups: readonly GroupOfReview[], after: string): AreaOfReview | undefined => {
  const all = groups.flatMap(({ entries }) => entries);
  const at = all.findIndex(({ area }) => area.code === after);
  const around = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return around.find(({ view }) => view.mayRate && !view.judgement);
};

/** '12 of 28 areas judged'. */
export const progressOf = (review: ReviewView): string => {
  const applicable = review.areas.filter((area) => area.applicable);
  return `${applicable.filter((area) => area.judgement).length} of ${applicable.length} areas judged`;
};

/** The framework with only the areas that this reader was given. */
export const shownFramework = ({ framework, areas }: ReviewView): Framework => ({
  ...framework,
  areas: framework.areas.filter(({ code }) => areas.some(({ area }) => area === code)),
});

/** The review as a row of levels. */
export const rowOf = ({ areas }: ReviewView): LevelRow => ({
  levels: Object.fromEntries(areas.flatMap(({ area, judgement }) => (judgement ? [[area, judgement.level]] : []))),
  notApplicable: areas.filter(({ applicable }) => !applicable).map(({ area }) => area),
});
