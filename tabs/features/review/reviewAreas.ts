import type { GroupOfReview, AreaOfReview } from '../../../shared/domain/reviewAreas';
import type { Framework } from '../../../shared/schema/framework';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import type { LevelRow } from '../../components/LevelTallies';

/** The next area that this person may judge and that has no judgement yet, after a given one and then from the top. */
export const nextToJudge = (groups: readonly GroupOfReview[], after: string): AreaOfReview | undefined => {
  const all = groups.flatMap(({ entries }) => entries);
  const at = all.findIndex(({ area }) => area.code === after);
  const around = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return around.find(({ view }) => view.mayRate && !view.judgement);
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
