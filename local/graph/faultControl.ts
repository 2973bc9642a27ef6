import { Hono } from 'hono';
import { z } from 'zod';
import type { Faults } from './faults';

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
});

const Effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
    retryAfter: z.union([z.string(), z.number()]).optional(),
    emptyBody: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.enum(['dropBefore', 'dropAfter', 'holdBefore', 'holdAfter']) }),
]);

/** What `POST /__faults` takes. `unitsPerMinute: null` lifts the budget; `reset` happens first. */
const FaultOrder = z.strictObject({
  reset: z.literal(true).optional(),
  latencyMs: z.number().min(0).optional(),
  unitsPerMinute: z.number().min(1).nullable().optional(),
  deltaLagMs: z.number().min(0).optional(),
  strict: z
    .strictObject({
      required: z.boolean().optional(),
      dollarSigns: z.boolean().optional(),
      bareDelta: z.boolean().optional(),
    })
    .optional(),
  expireDeltaTokens: z.literal(true).optional(),
  script: z.array(z.strictObject({ on: Pattern, effect: Effect })).optional(),
});
type FaultOrder = z.infer<typeof FaultOrder>;
type ScriptEntry = NonNullable<FaultOrder['script']>[number];

const applySettings = (faults: Faults, order: FaultOrder): void => {
  if (order.reset) faults.reset();
  if (order.expireDeltaTokens) faults.expireDeltaTokens();
  if (order.unitsPerMinute !== undefined) faults.unitsPerMinute = order.unitsPerMinute ?? Infinity;
  if (order.latencyMs !== undefined) faults.latencyMs = order.latencyMs;
  if (order.deltaLagMs !== undefined) faults.deltaLagMs = order.deltaLagMs;
  // JSON knows no `undefined`: only what was sent is there.
  Object.assign(faults.strict, order.strict);
};

/** Answers the id of the hold, if the entry makes one. */
const addScript = (faults: Faults, { on, effect }: ScriptEntry): string[] => {
  if (effect.kind === 'answer') faults.answer(on, effect);
  else if (effect.kind === 'holdBefore' || effect.kind === 'holdAfter') return [faults[effect.kind](on).id];
  else faults[effect.kind](on);
  return [];
};

const stateOf = ({ latencyMs, unitsPerMinute, deltaLagMs, strict, usage }: Faults) => ({
  latencyMs,
  unitsPerMinute: Number.isFinite(unitsPerMinute) ? unitsPerMinute : null,
  deltaLagMs,
  strict,
  usage,
});

/**
 * `/__faults`: the same switches for a test in another process. Only JSON is taken, so that no page of another
 * origin can post here without a preflight, which nobody answers.
 */
export const faultControl = (faults: Faults): Hono =>
  new Hono()
    .get('/', (c) => c.json(stateOf(faults)))
    .post('/', async (c) => {
      if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'JSON only' }, 415);
      const order = FaultOrder.safeParse(await c.req.json().catch(() => undefined));
      if (!order.success) return c.json({ error: z.prettifyError(order.error) }, 400);
      applySettings(faults, order.data);
      const holds = (order.data.script ?? []).flatMap((entry) => addScript(faults, entry));
      return c.json({ ...stateOf(faults), holds });
    })
    .get('/holds/:id', (c) => {
      const hold = faults.hold(c.req.param('id'));
      return hold ? c.json({ waiting: hold.waiting }) : c.json({ error: 'No such hold' }, 404);
    })
    .post('/holds/:id/release', (c) => {
      faults.hold(c.req.param('id'))?.release();
      return c.body(null, 204);
    });
