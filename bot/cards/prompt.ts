import { z } from 'zod';
import { Urn } from '../../shared/schema/ids';
import type { Submit } from './adaptiveCard';
import { clip, literal } from './text';

/**
 * What the buttons of the bot's own cards send: the same as writing it. `urn` names an academy, which has to be one
 * that the person may see.
 */
export const PromptAnswer = z.object({
  prompt: z.enum(['work', 'help', 'approvals', 'matrix', 'status', 'review']),
  urn: z.optional(Urn),
});
export type PromptAnswer = z.infer<typeof PromptAnswer>;

/** A button that asks; its title may be an academy's name. */
export const ask = (title: string, data: PromptAnswer): Submit => ({
  type: 'Action.Submit',
  title: literal(clip(title, 60)),
  data,
});
