import * as z from 'zod/mini';

/**
 * Something people are told about. A review or a change: the aggregate whose cards must show its present state. `work`:
 * what waits for one person, by whose id it is named; its cards are digests and reminders.
 */
export const Matter = z.object({
  kind: z.enum(['reviews', 'categoryChanges', 'work']),
  key: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type Matter = z.infer<typeof Matter>;
