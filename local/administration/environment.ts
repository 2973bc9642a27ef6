import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCommand } from '../commandLine';
import { apps, functionsEnvironment } from '../settings';

/** A command of the administrator's, and what is added to the environment that it runs in. */
export interface AdministratorsCall {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const localOptions = ['--local', '--framework', '--port', '--data'];
const own = ['framework', 'port', 'data'] as const;

/** Which of the arguments say where the local Microsoft 365 is; the rest is the command itself. */
const split = (args: readonly string[]) => {
  const options = {
    local: { type: 'boolean', default: false },
    framework: { type: 'string' },
    port: { type: 'string' },
    data: { type: 'string' },
  } as const;
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const mine = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !localOptions.includes(token.rawName)) continue;
    mine.add(token.index);
    if (token.value !== undefined && !token.inlineValue) mine.add(token.index + 1);
  }
  return { values, rest: args.filter((_, i) => !mine.has(i)) };
};

/**
 * Reads the arguments of `npm run provision`, `export`, `import`, `status`, `person` and `reseal`. With `--local` the command is meant
 * for what `npm start` runs, found as `npm start` finds it; otherwise for the site that the environment names.
 */
export const readAdministratorsCall = (
  args: readonly string[],
  environment: Record<string, string | undefined>,
): AdministratorsCall => {
  const { values, rest } = split(args);
  if (values.local !== true) return { args: rest, environment: {} };
  const given = own.flatMap((name) => (typeof values[name] === 'string' ? [`--${name}`, values[name]] : []));
  const { ports, dataDir } = readCommand(given, environment);
  const { id, secret } = apps.provisioning;
  return {
    args: rest,
    environment: {
      ...functionsEnvironment({ ports, dataDir: path.resolve(dataDir) }),
      PROVISION_CLIENT_ID: id,
      PROVISION_CLIENT_SECRET: secret,
    },
  };
};
