import type { ReviewView } from '../schema/reviewViews';
import type { PeriodRef } from '../schema/views';
import { findLevel } from './framework';
import { recordOf, signsOff } from './judging';
import type { AreaOfReview } from './reviewAreas';
import { progressOf } from './reviewAreas';
import { whoWords } from './whoWords';
import { formatInstant, periodShort, periodWithArticle, roleName } from './words';

/** 'as in summer', 'was Actions in place in summer'; undefined where nothing is known of the period before. */
export const previousWords = (
  { view, scale }: Pick<AreaOfReview, 'view' | 'scale'>,
  period: PeriodRef | undefined,
): string | undefined => {
  const level = findLevel(scale, view.previous);
  if (!level || !period) return undefined;
  return view.previous === view.judgement?.level
    ? `as in ${periodShort(period)}`
    : `was ${level.name} in ${periodShort(period)}`;
};

/** 'Judged by Ada Ash, Director of Education, 22 November 2026, 09:40'. */
export const judgedWords = ({ by, at }: NonNullable<AreaOfReview['view']['judgement']>): string =>
  `Judged by ${whoWords(by)}, ${formatInstant(at)}`;

export interface StandingWords {
  readonly words: string;
  /** What somebody wrote when they signed off or queried. */
  readonly comment: string;
}

const settledWords = (review: ReviewView, { by, at }: NonNullable<ReviewView['signedOff']>): string => {
  const record = recordOf(review.framework);
  return signsOff(review.framework)
    ? `${whoWords(by)}, signed off this ${record} on ${formatInstant(at)}.`
    : `Everybody who must has agreed this ${record}, the last on ${formatInstant(at)}.`;
};

/** Where a review stands, with who brought it there and when. */
export const standingWords = (review: ReviewView): StandingWords => {
  const { state, sent, query, signedOff } = review;
  if (state === 'signedOff' && signedOff) return { words: settledWords(review, signedOff), comment: signedOff.comment };
  if (state === 'awaitingSignOff' && sent)
    return { words: `${whoWords(sent.by)}, sent it on ${formatInstant(sent.at)}.`, comment: '' };
  if (state === 'queried' && query)
    return { words: `${whoWords(query.by)}, queried it on ${formatInstant(query.at)}:`, comment: query.comment };
  return { words: `${progressOf(review)} for ${periodWithArticle(review.period)}.`, comment: '' };
};

const holdersOf = ({ people, agreed }: ReviewView['settling'][number]): string => {
  if (agreed) return agreed.by.name;
  return people.length === 0 ? 'nobody is set up for this yet' : people.map(({ name }) => name).join(' or ');
};

/** 'CEO: Cora Chief, agreed on 22 November 2026, 09:40'. */
export const settlingLine = (entry: ReviewView['settling'][number]): string => {
  const agreed = entry.agreed ? `agreed on ${formatInstant(entry.agreed.at)}` : 'has not agreed yet';
  return `${roleName(entry.role)}: ${holdersOf(entry)}, ${agreed}`;
};
