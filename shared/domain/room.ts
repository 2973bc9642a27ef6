import type { CategoryChange } from '../schema/categoryChange';
import type { Framework } from '../schema/framework';
import type { KpiCode } from '../schema/ids';
import type { Review, ReviewEvent } from '../schema/review';
import { askedModel } from './asked';
import type { Refusal } from './refusal';
import { accepted, refused, type Result } from './result';
import { levelsOf } from './review';

type Act = Extract<Refusal, { code: 'store.too-large' }>['act'];

/** Characters that writers leave to those who decide after them: a few comments of 2,000 characters, told twice. */
const keptForDecisions = 10_000;
/** Characters that comments leave, so that sending and signing off without one always fit. */
const keptForSignOff = 2_000;
/** From so few characters on, whoever writes is told how many are left. */
const nearlyFull = 6_000;

/** Characters of a record as it is stored. */
export const lengthOf = (record: object): number => JSON.stringify(record).length;

const withoutEarlierWording = (event: ReviewEvent): ReviewEvent =>
  event.type === 'rated' && event.before && event.before.rationale !== ''
    ? { ...event, before: { ...event.before, rationale: '', wordingLeftOut: true } }
    : event;

/**
 * Where a review is longer than `limit`, the wordings that were replaced since leave it, oldest first, until it fits:
 * shortening a text would otherwise lengthen it. Levels, people and times stay. The words are then in SharePoint's version
 * history alone, as far back as the list is set to keep versions: `docs/lists.md` says so. The review itself where it fits.
 */
export const makeRoom = (review: Review, limit: number): Review => {
  let over = lengthOf(review) - limit;
  if (over <= 0) return review;
  const history = review.history.map((event) => {
    const shorter = over > 0 ? withoutEarlierWording(event) : event;
    over -= lengthOf(event) - lengthOf(shorter);
    return shorter;
  });
  return { ...review, history };
};

/** Without what can leave it. */
const leastLength = (review: Review): number =>
  lengthOf({ ...review, history: review.history.map(withoutEarlierWording) });

/** The same with the copy of what was asked that it carries once it is sent. */
const lengthOnceSent = (review: Review, framework: Framework): number =>
  leastLength({ ...review, asked: askedModel(framework, levelsOf(review), Object.keys(review.kpis) as KpiCode[]) });

/** What an act may fill a review up to, and what it is called where it does not fit. */
const acts: Readonly<Record<ReviewEvent['type'], { readonly act: Act; readonly kept: number }>> = {
  opened: { act: 'judge', kept: 0 },
  rated: { act: 'judge', kept: keptForDecisions },
  measured: { act: 'judge', kept: keptForDecisions },
  sentForSignOff: { act: 'judge', kept: 0 },
  queried: { act: 'comment', kept: keptForSignOff },
  agreed: { act: 'comment', kept: keptForSignOff },
  signedOff: { act: 'comment', kept: 0 },
  reopened: { act: 'reopen', kept: keptForDecisions },
  movedToModel: { act: 'judge', kept: 0 },
};

/**
 * The review `after` an act, with room made for it. Refused with how many characters are too many where it would not
 * leave what those who decide later need; what makes a full review shorter is accepted.
 */
export const fitted = (before: Review, after: Review, framework: Framework, limit: number): Result<Review> => {
  const last = after.history.at(-1);
  if (after === before || last === undefined) return accepted(after);
  const { act, kept } = acts[last.type];
  const length = act === 'judge' ? lengthOnceSent(after, framework) : leastLength(after);
  const shortens = act === 'judge' && length < lengthOnceSent(before, framework) && leastLength(after) <= limit;
  const over = length - (limit - kept);
  return over <= 0 || shortens ? accepted(makeRoom(after, limit)) : refused({ code: 'store.too-large', act, over });
};

/** Characters that judgements and measures may still take; undefined while there are plenty. */
export const roomLeft = (review: Review, framework: Framework, limit: number): number | undefined => {
  const left = Math.max(0, limit - keptForDecisions - lengthOnceSent(review, framework));
  return left < nearlyFull ? left : undefined;
};

/** What a proposer leaves to those whose steps follow, and those to the one who ends it. */
const keptInChange = { proposer: 8_000, returning: 4_500 };

const keptAfter = (type: CategoryChange['history'][number]['type']): number => {
  if (type === 'resubmitted') return keptInChange.proposer;
  return type === 'returned' ? keptInChange.returning : 0;
};

/** The change after an act; refused where it is full, so that it can always still be decided, rejected or withdrawn. */
export const fittedChange = (after: CategoryChange, limit: number): Result<CategoryChange> => {
  const type = after.history.at(-1)?.type ?? 'proposed';
  const over = lengthOf(after) - (limit - keptAfter(type));
  if (over <= 0) return accepted(after);
  return refused({ code: 'store.too-large', act: type === 'resubmitted' ? 'resubmit' : 'comment', over });
};
