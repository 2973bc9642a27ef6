import type { z } from 'zod/mini';

/** What a command says besides its id and whatever stands in the address. */
export type Said<C extends z.core.$ZodType, Addressed extends string = never> = Omit<
  z.input<C>,
  'commandId' | Addressed
>;
