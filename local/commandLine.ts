import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { faultNames, namedFaults, readFaultNames, type FaultName } from './graph/faultNames';
import { inProject } from './projectRoot';
import { defaultSample, findSampleCode, sampleCodes, type SampleCode } from './sample/codes';
import { defaultFirstPort, portsFrom } from './settings';
import type { LocalSettings } from './settings';

/** The first of six ports in a row. */
const FirstPort = z.coerce.number().int().min(1024).max(65_530);

export interface Command extends LocalSettings {
  /** Whose sample trust is shown. */
  readonly framework: SampleCode;
  readonly reset: boolean;
  /** Messages wait for the trust's sending hours, as in earnest. */
  readonly quietHours: boolean;
  /** The troubles that Graph is to have once everything runs. */
  readonly faults: readonly FaultName[];
  readonly help: boolean;
}

const widest = Math.max(...faultNames.map((name) => name.length));
const faultLines = faultNames.map((name) => `                      ${name.padEnd(widest)}  ${namedFaults[name].words}`);

export const usage = `npm start -- [options]
  --framework NAME  whose sample trust to show (default ${defaultSample}):
                    ${sampleCodes.join(', ')};
                    in any case, with or without hyphens
  --port N          the first of the six ports to use (default ${defaultFirstPort}; or set ASSURED_PORT)
  --data DIR        where everything is kept (default .local/<framework>)
  --reset           forget everything in there and load the sample again
  --quiet-hours     keep the trust's sending hours (without it messages go out at any hour)
  --faults A[,B]    troubles that the local Graph has from then on, one or several of:
${faultLines.join('\n')}
  --help            show this`;

const frameworkNamed = (name: string): SampleCode => {
  const code = findSampleCode(name);
  if (code) return code;
  throw new Error(`There is no sample trust for the framework "${name}". Choose one of: ${sampleCodes.join(', ')}.`);
};

/** Reads the arguments and the environment. Throws, in plain words, when they make no sense. */
export const readCommand = (args: string[], environment: Record<string, string | undefined>): Command => {
  const { values } = parseArgs({
    args,
    options: {
      framework: { type: 'string', default: defaultSample },
      port: { type: 'string' },
      data: { type: 'string' },
      reset: { type: 'boolean', default: false },
      'quiet-hours': { type: 'boolean', default: false },
      faults: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port ?? environment.ASSURED_PORT ?? String(defaultFirstPort);
  const first = FirstPort.safeParse(port);
  if (!first.success) throw new Error(`"${port}" is no port to start at: choose one from 1024 to 65530.`);
  const framework = frameworkNamed(values.framework);
  const from = environment.INIT_CWD ?? process.cwd();
  return {
    ports: portsFrom(first.data),
    framework,
    dataDir: values.data === undefined ? inProject('.local', framework) : path.resolve(from, values.data),
    reset: values.reset,
    quietHours: values['quiet-hours'],
    faults: values.faults === undefined ? [] : readFaultNames(values.faults),
    help: values.help,
  };
};
