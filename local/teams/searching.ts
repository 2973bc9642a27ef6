import { z } from 'zod';
import type { BotAnswer } from './bot';
import type { SearchOutcome } from './groupShapes';
import { cardContentType } from './shapes';

const Answer = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('result'),
      attachments: z.array(
        z.object({
          contentType: z.literal(cardContentType),
          content: z.record(z.string(), z.unknown()),
          preview: z.object({ content: z.object({ title: z.string().default(''), text: z.string().default('') }) }),
        }),
      ),
    }),
    z.object({ type: z.literal('message'), text: z.string() }),
  ]),
});

const failed: SearchOutcome = { kind: 'message', text: 'Unable to reach app. Please try again.' };

/** What the list of the message extension shows for the bot's answer. */
export const searchOutcomeOf = (answer: BotAnswer): SearchOutcome => {
  const read = answer.kind === 'answered' && answer.status === 200 ? Answer.safeParse(answer.body) : undefined;
  if (!read?.success) return failed;
  const { composeExtension } = read.data;
  if (composeExtension.type === 'message') return { kind: 'message', text: composeExtension.text };
  const results = composeExtension.attachments.map(({ content, preview }) => ({ ...preview.content, card: content }));
  return { kind: 'results', results };
};
