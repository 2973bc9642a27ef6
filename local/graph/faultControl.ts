import { Hono } from 'hono';
import { z } from 'zod';
import { applyOrder, FaultOrder } from './faultOrder';
import type { Faults } from './faults';

/** Everything that can be set, and what was used. An infinite budget becomes `null` in JSON. */
const stateOf = ({ spending: _spending, recentWrites: _recentWrites, ...state }: Faults) => state;

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
      const holds = applyOrder(faults, order.data);
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
