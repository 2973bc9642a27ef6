import { inspect } from 'node:util';
import type { RpcLogLevel } from './core';

const now = (): string => new Date().toISOString();

/** One line for each message, on stdout or, from `warning` up, on stderr. */
export const writeLog = (level: RpcLogLevel, source: string, message: string): void => {
  const line = `${now()} ${level} ${source}: ${message.replaceAll('\n', '\\n')}`;
  if (level === 'warning' || level === 'error' || level === 'critical') console.error(line);
  else if (level !== 'trace' && level !== 'debug') console.log(line);
};

export interface InvocationRecord {
  readonly function: string;
  readonly trigger: string;
  /** A status for HTTP; `ok`, `failed` or where a message went otherwise. Never what was in it. */
  readonly outcome: string | number;
  readonly milliseconds: number;
}

export const logInvocation = (record: InvocationRecord): void => {
  const milliseconds = Math.round(record.milliseconds);
  console.log(`${now()} invoked ${record.function} ${record.trigger} ${record.outcome} ${milliseconds} ms`);
};

export const logFault = (source: string, fault: unknown): void => {
  writeLog('error', source, fault instanceof Error ? (fault.stack ?? fault.message) : inspect(fault));
};
