import * as z from 'zod/mini';
import { CardAnswer } from './card';
import { PersonId } from './ids';

/** A decision that is carried out after its click was answered, and the message whose card then shows the outcome. */
export const LateDecision = z.object({
  conversation: z.object({
    person: PersonId,
    conversationId: z.string(),
    serviceUrl: z.string(),
    userId: z.string(),
    botId: z.string(),
  }),
  /** Empty where Teams did not say. */
  cardId: z.string(),
  answer: CardAnswer,
});
export type LateDecision = z.infer<typeof LateDecision>;
