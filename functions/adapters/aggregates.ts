import type * as z from 'zod/mini';
import { agreedRoles } from '../../shared/domain/judging';
import { keyOfAcademy, keyOfChange, keyOfPerson, keyOfReview, keyOfSetting } from '../../shared/domain/keys';
import { waitingSince, wasSent } from '../../shared/domain/review';
import type { Aggregates, Kind, Rows } from '../../shared/application/ports/store';
import { CategoryChange } from '../../shared/schema/categoryChange';
import { LevelCode } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { Review } from '../../shared/schema/review';
import { CategoryChangeRow, ReviewRow, type Settled } from '../../shared/schema/rows';
import { Setting } from '../../shared/schema/settings';

/** What every store must know of an aggregate: its shapes, its unique key and what is read of it without opening it. */
export interface Aggregate<K extends Kind> {
  readonly schema: z.ZodMiniType<Aggregates[K]>;
  readonly rowSchema: z.ZodMiniType<Rows[K]>;
  readonly keyOf: (document: Aggregates[K]) => string;
  readonly rowOf: (document: Aggregates[K]) => Rows[K];
}

export const kinds = [
  'academies',
  'people',
  'reviews',
  'categoryChanges',
  'settings',
] as const satisfies readonly Kind[];

/** The latest are enough: a review that is opened again ever so often must not outgrow its row. */
const settledKept = 6;

const settledIn = ({ history }: Review): Settled[] =>
  history
    .flatMap(({ type, at, by }): Settled[] => (type === 'signedOff' || type === 'reopened' ? [{ type, at, by }] : []))
    .slice(-settledKept);

const rowOfReview = (review: Review): ReviewRow => {
  const levels = Object.entries(review.judgements).flatMap(([area, judgement]) =>
    judgement ? [[area, LevelCode.parse(judgement.level)] as const] : [],
  );
  const waiting = waitingSince(review);
  const settled = settledIn(review);
  return ReviewRow.parse({
    urn: review.urn,
    year: review.year,
    period: review.period,
    framework: review.framework,
    agreed: agreedRoles(review),
    state: review.state,
    sent: wasSent(review),
    notApplicable: review.notApplicable,
    levels: Object.fromEntries(levels),
    ...(review.state === 'signedOff' && { signedOffAt: review.signedOffAt }),
    ...(waiting !== undefined && { waitingSince: waiting }),
    ...(settled.length > 0 && { settled }),
  });
};

const closedIn = ({ state, history }: CategoryChange): Pick<CategoryChangeRow, 'closed'> => {
  const last = history[history.length - 1];
  return state === 'atStep' || state === 'returned' || !last ? {} : { closed: { at: last.at, by: last.by } };
};

const rowOfChange = (change: CategoryChange): CategoryChangeRow => ({
  id: change.id,
  urn: change.urn,
  state: change.state,
  ...(change.from !== undefined && { from: change.from }),
  to: change.to,
  effectiveFrom: change.effectiveFrom,
  ...(change.state === 'decided' && { decidedAt: change.decidedAt }),
  ...closedIn(change),
  proposedAt: change.proposedAt,
  framework: change.framework,
});

export const aggregates: { readonly [K in Kind]: Aggregate<K> } = {
  academies: { schema: Academy, rowSchema: Academy, keyOf: keyOfAcademy, rowOf: (academy) => academy },
  people: { schema: Person, rowSchema: Person, keyOf: keyOfPerson, rowOf: (person) => person },
  reviews: { schema: Review, rowSchema: ReviewRow, keyOf: keyOfReview, rowOf: rowOfReview },
  categoryChanges: { schema: CategoryChange, rowSchema: CategoryChangeRow, keyOf: keyOfChange, rowOf: rowOfChange },
  settings: { schema: Setting, rowSchema: Setting, keyOf: keyOfSetting, rowOf: (setting) => setting },
};
