import * as z from 'zod/mini';
import { ChangeId, CommandId, Instant, PersonId } from './ids';
import { Matter } from './matter';
import { ReviewKey } from './review';
import { Who } from './views';

/** What is held about a matter until the trust's sending hours: for how many people, and until when. None: 0 people. */
export const HeldCards = z.object({
  people: z.int().check(z.gte(0)),
  until: z.optional(Instant),
});
export type HeldCards = z.infer<typeof HeldCards>;

/** One card: which matter, whose, and its place among that matter's cards. */
export const CardName = z.object({
  matter: Matter,
  person: PersonId,
  slot: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type CardName = z.infer<typeof CardName>;

/** A card that did not arrive, or of which nobody knows whether it did. */
export const DeliveryProblem = z.object({
  ...CardName.shape,
  who: Who,
  /** What waits for them: 'Autumn term review of Alder Academy'. */
  subject: z.string(),
  reason: z.string(),
  since: Instant,
  /** They have left, or have no role any more: sending again would change nothing. */
  hasLeft: z.boolean(),
});
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

/** How the messages to people fare, for the administrator. */
export const Delivery = z.object({
  asAt: Instant,
  /** Whether messages go out at this time of day; `nextAt`, when they do again, where not. */
  sending: z.boolean(),
  nextAt: z.optional(Instant),
  /** The person cannot be reached. */
  undeliverable: z.array(DeliveryProblem),
  /** Teams' answer was lost: the message may have arrived, and is not sent again by itself. */
  unsure: z.array(DeliveryProblem),
  /** What failed time after time: the oldest ones, and how many there are in all. */
  failed: z.array(z.object({ id: z.string(), who: z.optional(Who), subject: z.string(), failedAt: Instant })),
  failedInAll: z.int().check(z.gte(0)),
  /** What waits to be sent, by person. */
  held: z.array(z.object({ who: Who, cards: z.int().check(z.gte(1)), urgent: z.boolean(), since: Instant })),
});
export type Delivery = z.infer<typeof Delivery>;

const command = { commandId: CommandId };
/** Sends one card again that could not be delivered or may not have arrived. */
export const ResendCard = z.object({ ...command, ...CardName.shape });
export type ResendCard = z.infer<typeof ResendCard>;

/** Sends at once what is held about a review, or about a change, until the sending hours. */
export const SendReviewNow = z.object({ ...command, ...ReviewKey.shape });
export type SendReviewNow = z.infer<typeof SendReviewNow>;
export const SendChangeNow = z.object({ ...command, id: ChangeId });
export type SendChangeNow = z.infer<typeof SendChangeNow>;

/** Tries again what failed time after time. */
export const ResendFailed = z.object({ ...command, id: z.string().check(z.minLength(1), z.maxLength(100)) });
export type ResendFailed = z.infer<typeof ResendFailed>;
