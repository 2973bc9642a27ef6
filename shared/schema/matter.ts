import { z } from 'zod';

/** Something people are told about: the aggregate whose cards must show its present state. */
export const Matter = z.object({ kind: z.enum(['reviews', 'categoryChanges']), key: z.string().min(1).max(80) });
export type Matter = z.infer<typeof Matter>;
