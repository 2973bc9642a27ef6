import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inProject } from '../projectRoot';
import { portsFrom, type LocalSettings } from '../settings';
import { isSeat, seatNames, type Seat } from './seats';

const defaultFirstPort = 5400;
/** The first of seven ports in a row. */
const FirstPort = z.coerce.number().int().min(1024).max(65_529);

export interface PlaygroundCommand extends LocalSettings {
  readonly seat: Seat;
  readonly playgroundPort: number;
  readonly help: boolean;
}

export const usage = `npm run playground -- [options]
  --as NAME   whose chat the Playground shows (default head):
              ${seatNames.join(', ')}
  --port N    the first of the seven ports to use (default ${defaultFirstPort}); the Playground has the seventh
  --help      show this
The sample trust begins anew with every start, because the Playground forgets its chat when it ends.`;

const seatNamed = (name: string): Seat => {
  if (isSeat(name)) return name;
  throw new Error(`The Playground has no seat for "${name}". Choose one of: ${seatNames.join(', ')}.`);
};

/** Reads the arguments. Throws, in plain words, when they make no sense. */
export const readPlaygroundCommand = (args: string[]): PlaygroundCommand => {
  const { values } = parseArgs({
    args,
    options: {
      as: { type: 'string', default: 'head' },
      port: { type: 'string', default: String(defaultFirstPort) },
      help: { type: 'boolean', default: false },
    },
  });
  const first = FirstPort.safeParse(values.port);
  if (!first.success) throw new Error(`"${values.port}" is no port to start at: choose one from 1024 to 65529.`);
  return {
    seat: seatNamed(values.as),
    ports: portsFrom(first.data),
    playgroundPort: first.data + 6,
    dataDir: inProject('.local', 'playground'),
    help: values.help,
  };
};
