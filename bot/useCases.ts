import type { PersonId, Urn } from '../shared/schema/ids';
import type { CardModel } from '../shared/schema/card';
import type {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  QueryReview,
  RejectCategoryChange,
  ReturnCategoryChange,
  SignOffReview,
} from '../shared/schema/commands';
import type { Matter } from '../shared/schema/matter';
import type { CategoryChangeView } from '../shared/schema/changeViews';
import type { ReviewView } from '../shared/schema/reviewViews';
import type { Matrix } from '../shared/schema/matrixViews';
import type { Approvals, FoundAcademies, Standing } from '../shared/schema/standingViews';
import type { PeriodRef, Session, Work } from '../shared/schema/views';
import type { Conversation } from '../shared/application/ports/delivery';
import type { SeenAt } from '../shared/application/cardSeen';
import type { CardPlace } from '../shared/application/readCard';
import type { Result } from '../shared/domain/result';

/** A use case with its dependencies bound; `actor` is the person whom Teams vouches for. */
export type UseCase<Input, Value> = (actor: PersonId, input: Input) => Promise<Result<Value>>;

/** What the bot may ask of the product: all that it knows how to do. */
export interface UseCases {
  readonly signOffReview: UseCase<SignOffReview, ReviewView>;
  readonly queryReview: UseCase<QueryReview, ReviewView>;
  readonly discussCategoryChange: UseCase<DiscussCategoryChange, CategoryChangeView>;
  readonly approveCategoryChange: UseCase<ApproveCategoryChange, CategoryChangeView>;
  readonly confirmCategoryChange: UseCase<ConfirmCategoryChange, CategoryChangeView>;
  readonly returnCategoryChange: UseCase<ReturnCategoryChange, CategoryChangeView>;
  readonly rejectCategoryChange: UseCase<RejectCategoryChange, CategoryChangeView>;
  readonly readCard: UseCase<CardPlace, CardModel>;
  readonly readWork: UseCase<Record<string, never>, Work>;
  readonly readSession: UseCase<Record<string, never>, Session>;
  readonly findAcademies: UseCase<Record<string, never>, FoundAcademies>;
  readonly readStanding: UseCase<{ readonly urn: Urn }, Standing>;
  readonly readApprovals: UseCase<Record<string, never>, Approvals>;
  readonly readMatrix: UseCase<PeriodRef, Matrix>;
  /** A person's own chat with the bot, where it is known. */
  readonly findConversation: (person: PersonId) => Promise<Conversation | undefined>;
  readonly rememberConversation: (conversation: Conversation) => Promise<void>;
  readonly cardSeen: (person: PersonId, matter: Matter, slot: string, at: SeenAt) => Promise<void>;
  readonly forgetConversation: (conversation: Conversation) => Promise<void>;
  /** Turns the people whom a refusal names into their names. */
  readonly readNames: () => Promise<(id: PersonId) => string>;
}
