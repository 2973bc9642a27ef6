import { z } from 'zod';
import { portsFrom } from '../../../local/settings';
import { sampleCodes } from '../../../local/sample/codes';
import { startPlayground, type Playground } from '../../../local/playground/playground';
import { seatNames } from '../../../local/playground/seats';
import { startLocal } from '../../../local/system';
import type { Hold } from '../../../local/graph/faults';

/** The whole local product in a process of its own, steered by the test over IPC. */
const Order = z.discriminatedUnion('do', [
  z.object({ id: z.int(), do: z.literal('killFunctions') }),
  z.object({ id: z.int(), do: z.literal('startFunctions') }),
  z.object({ id: z.int(), do: z.literal('holdAfter'), method: z.string(), url: z.string() }),
  z.object({ id: z.int(), do: z.literal('untilHeld') }),
  z.object({ id: z.int(), do: z.literal('release') }),
  z.object({ id: z.int(), do: z.literal('resetFaults') }),
  z.object({
    id: z.int(),
    do: z.literal('answer'),
    method: z.string(),
    url: z.string(),
    status: z.int(),
    times: z.int(),
  }),
  z.object({ id: z.int(), do: z.literal('playground'), seat: z.enum(seatNames), port: z.int() }),
  z.object({ id: z.int(), do: z.literal('stop') }),
]);
type Order = z.infer<typeof Order>;

const [, , first, folder, code] = process.argv;
const { port, dataDir, framework } = z
  .object({ port: z.coerce.number(), dataDir: z.string(), framework: z.enum(sampleCodes) })
  .parse({ port: first, dataDir: folder, framework: code });

const settings = { ports: portsFrom(port), dataDir };
const system = await startLocal({ ...settings, framework, quiet: true });
const playgrounds: Playground[] = [];
let hold: Hold | undefined;

const obey = async (order: Order): Promise<void> => {
  const { faults } = system.microsoft365;
  switch (order.do) {
    case 'killFunctions':
      return system.functions.kill('SIGKILL');
    case 'startFunctions':
      return system.functions.start();
    case 'holdAfter':
      hold = faults.holdAfter({ method: order.method, url: new RegExp(order.url) });
      return;
    case 'untilHeld':
      return hold?.arrived;
    case 'release':
      return hold?.release();
    case 'resetFaults':
      return faults.reset();
    case 'answer':
      return faults.answer(
        { method: order.method, url: new RegExp(order.url), times: order.times },
        { status: order.status },
      );
    case 'playground':
      playgrounds.push(await startPlayground({ system, settings, seat: order.seat, port: order.port }));
      return;
    case 'stop':
      await Promise.all(playgrounds.map((playground) => playground.stop()));
      await system.stop();
      process.exit(0);
  }
};

process.on('message', (message) => {
  const order = Order.parse(message);
  obey(order).then(
    () => process.send?.({ id: order.id, ok: true }),
    (fault: unknown) => process.send?.({ id: order.id, ok: false, fault: String(fault) }),
  );
});
process.on('disconnect', () => void system.stop().then(() => process.exit(0)));
process.send?.({ ready: system.origin });
