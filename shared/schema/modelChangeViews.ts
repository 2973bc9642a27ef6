import * as z from 'zod/mini';
import { FrameworkRef } from './framework';
import { Year } from './ids';

/** A stored version of the trust's model, as an administrator chooses it. */
export const ModelName = z.object({ ...FrameworkRef.shape, name: z.string() });
export type ModelName = z.infer<typeof ModelName>;

/** The model of each academic year, newest year first, and every version that is stored. */
export const TrustModel = z.object({
  years: z.array(z.object({ year: Year, model: ModelName })),
  stored: z.array(ModelName),
});
export type TrustModel = z.infer<typeof TrustModel>;

/** Which year would go over to which stored version. */
export const ModelKey = z.object({ year: Year, framework: FrameworkRef });
export type ModelKey = z.infer<typeof ModelKey>;

/** What a change of model would affect, in sentences. */
export const ModelChangeView = z.object({
  year: Year,
  from: ModelName,
  to: ModelName,
  groups: z.array(z.object({ title: z.string(), lines: z.array(z.string()).check(z.minLength(1)) })),
  /** Fits only what stands above: sent back with the choice, so that nobody decides on something else. */
  seen: z.string(),
});
export type ModelChangeView = z.infer<typeof ModelChangeView>;

/** `left` records are still on the old version, and follow within minutes. */
export const ChosenFramework = z.object({
  year: Year,
  model: ModelName,
  moved: z.int(),
  left: z.int(),
});
export type ChosenFramework = z.infer<typeof ChosenFramework>;
