import { z } from 'zod';
import type { Faults } from './faults';
import { Unsettled } from './unsettled';

const RegularExpression = z.string().transform((source, context) => {
  try {
    return new RegExp(source);
  } catch {
    context.addIssue({ code: 'custom', message: 'Not a regular expression' });
    return z.NEVER;
  }
});

const Pattern = z.strictObject({
  method: z.string().optional(),
  /** Tested against path and query. */
  url: RegularExpression.optional(),
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
  every: z.int().min(1).optional(),
});

const Effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
    retryAfter: z.union([z.string(), z.number()]).optional(),
    emptyBody: z.boolean().optional(),
    afterwards: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.enum(['dropBefore', 'dropAfter', 'holdBefore', 'holdAfter']) }),
]);

const milliseconds = z.number().min(0).optional();
/** JSON knows no infinity: `null` lifts the budget. */
const budget = z
  .number()
  .min(1)
  .nullable()
  .transform((units) => units ?? Infinity)
  .optional();

/** What a run, or `POST /__faults`, may ask for. `reset` happens first. */
export const FaultOrder = z.strictObject({
  reset: z.literal(true).optional(),
  latencyMs: milliseconds,
  unitsPerMinute: budget,
  unitsPerDay: budget,
  tenantUnitsPer5Minutes: budget,
  directoryUnitsPer10Seconds: budget,
  fractionalRetryAfter: z.boolean().optional(),
  deltaLagMs: milliseconds,
  listLagMs: milliseconds,
  raceMs: milliseconds,
  threshold: z.int().min(1).optional(),
  versionsKept: z.record(z.string(), z.int().min(1)).optional(),
  unsettled: Unsettled.partial().optional(),
  expireDeltaTokens: z.literal(true).optional(),
  script: z.array(z.strictObject({ on: Pattern, effect: Effect })).optional(),
});
export type FaultOrder = z.infer<typeof FaultOrder>;
type ScriptEntry = NonNullable<FaultOrder['script']>[number];

/** Answers the id of the hold, if the entry makes one. */
const addScript = (faults: Faults, { on, effect }: ScriptEntry): string[] => {
  if (effect.kind === 'answer') faults.answer(on, effect);
  else if (effect.kind === 'holdBefore' || effect.kind === 'holdAfter') return [faults[effect.kind](on).id];
  else faults[effect.kind](on);
  return [];
};

const given = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/** Carries the order out, and answers the ids of the holds it made. */
export const applyOrder = (faults: Faults, order: FaultOrder): string[] => {
  const { reset, unsettled, expireDeltaTokens, script = [], ...settings } = order;
  if (reset) faults.reset();
  if (expireDeltaTokens) faults.expireDeltaTokens();
  Object.assign(faults, given(settings));
  Object.assign(faults.unsettled, given(unsettled ?? {}));
  return script.flatMap((entry) => addScript(faults, entry));
};
