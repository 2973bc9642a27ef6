import { z } from 'zod';
import type { BotAnswer } from './bot';
import type { InvokeOutcome } from './shapes';

const Answer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const BotError = z.object({ message: z.string() });

const failed: InvokeOutcome = { kind: 'error', text: 'Something went wrong. Please try again.' };
const noAnswer: InvokeOutcome = { kind: 'error', text: 'The app did not answer. Try again.' };

const cardFrom = (value: unknown): InvokeOutcome => {
  const card = z.record(z.string(), z.unknown()).safeParse(value);
  return card.success ? { kind: 'card', card: card.data } : failed;
};

const readers: Record<string, (value: unknown) => InvokeOutcome> = {
  'application/vnd.microsoft.card.adaptive': cardFrom,
  'application/vnd.microsoft.activity.message': (value) =>
    typeof value === 'string' ? { kind: 'message', text: value } : failed,
  'application/vnd.microsoft.error': (value) => {
    const error = BotError.safeParse(value);
    return error.success ? { kind: 'error', text: error.data.message } : failed;
  },
  'application/vnd.microsoft.activity.loginRequest': () => ({
    kind: 'error',
    text: 'The app asks you to sign in, which this local Teams cannot do.',
  }),
};

/** What the viewer sees for the bot's answer: facts §4.2. Anything but HTTP 200 is a failure of the app. */
export const outcomeOf = (answer: BotAnswer): InvokeOutcome => {
  if (answer.kind === 'silent') return noAnswer;
  const body = Answer.safeParse(answer.body);
  if (answer.status !== 200 || !body.success) return failed;
  return readers[body.data.type]?.(body.data.value) ?? failed;
};
