import { z } from 'zod';

/** What the buttons of the welcome and help cards send: the same as writing it. */
export const PromptAnswer = z.object({ prompt: z.enum(['work', 'help']) });
export type PromptAnswer = z.infer<typeof PromptAnswer>;
