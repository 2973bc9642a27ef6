import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inProject } from './projectRoot';
import { defaultFirstPort, portsFrom } from './settings';
import type { LocalSettings } from './settings';

/** The first of six ports in a row. */
const FirstPort = z.coerce.number().int().min(1024).max(65_530);

export interface Command extends LocalSettings {
  readonly reset: boolean;
  readonly help: boolean;
}

export const usage = `npm start -- [options]
  --port N     the first of the six ports to use (default ${defaultFirstPort}; or set ASSURED_PORT)
  --data DIR   where everything is kept (default .local)
  --reset      forget everything and load the sample again
  --help       show this`;

/** Reads the arguments and the environment. Throws, in plain words, when they make no sense. */
export const readCommand = (args: string[], environment: Record<string, string | undefined>): Command => {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port ?? environment.ASSURED_PORT ?? String(defaultFirstPort);
  const first = FirstPort.safeParse(port);
  if (!first.success) throw new Error(`"${port}" is no port to start at: choose one from 1024 to 65530.`);
  const from = environment.INIT_CWD ?? process.cwd();
  return {
    ports: portsFrom(first.data),
    dataDir: values.data === undefined ? inProject('.local') : path.resolve(from, values.data),
    reset: values.reset,
    help: values.help,
  };
};
