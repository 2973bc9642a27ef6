import * as z from 'zod/mini';
import { Area, AreaGroup, FrameworkRef, Judging, Scale } from './framework';

/**
 * What was asked and how it was judged, kept with a record from the moment it is submitted: enough to read and colour
 * the record when the trust's model has changed. `criteria` holds those of the level that was chosen, `kpis` those that
 * have a value.
 */
export const AskedModel = z.object({
  framework: FrameworkRef,
  frameworkName: z.string(),
  judging: z.optional(Judging),
  scales: z.array(Scale),
  groups: z.array(AreaGroup),
  areas: z.array(
    z.pick(Area, { code: true, name: true, group: true, scale: true, within: true, criteria: true, kpis: true }),
  ),
});
export type AskedModel = z.infer<typeof AskedModel>;
