import { StoreOutOfReach } from '../shared/application/ports/store';
import { GraphFault } from './adapters/graph/graphFault';
import { correlationId } from './correlation';
import type { Level } from './telemetry/records';
import { lineReported } from './telemetry/spans';

/** One line of facts for operators. Never a name, a comment, a document or a token. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  /** A fault, once, where it was caught: its kind and where it arose, without its message, which may quote data. */
  fault(event: string, fault: unknown, facts?: Facts): void;
}

/** The first frames of the stack: file and line only. */
const placesOf = (fault: Error): string =>
  (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ');

const factsOf = (fault: unknown): Facts => {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  return {
    fault: fault.name,
    ...(fault instanceof GraphFault && { status: fault.status, code: fault.code, requestId: fault.requestId }),
    ...(fault instanceof StoreOutOfReach && { why: fault.why }),
    ...(fault.cause instanceof Error && { cause: factsOf(fault.cause).fault }),
    ...(fault.cause instanceof GraphFault && {
      status: fault.cause.status,
      code: fault.cause.code,
      requestId: fault.cause.requestId,
    }),
    at: placesOf(fault),
  };
};

/** One line on the console, level by level. */
export const print = (level: Level, text: string): void => console[level](text);

const logTo = (write: (level: Level, event: string, facts: Facts) => void): Log => ({
  info: (event, facts = {}) => write('info', event, facts),
  warn: (event, facts = {}) => write('warn', event, facts),
  fault: (event, fault, facts = {}) => write('error', event, { ...facts, ...factsOf(fault) }),
});

/** To the telemetry where it is reported, each line within its request; otherwise to the console, which the host collects. */
export const consoleLog: Log = logTo((level, event, facts) => {
  const id = correlationId();
  const text = JSON.stringify({ event, correlationId: id, ...facts });
  if (!lineReported({ level, event, text, correlationId: id })) print(level, text);
});

/** For what goes wrong with the telemetry itself. */
export const consoleOnly: Log = logTo((level, event, facts) =>
  print(level, JSON.stringify({ event, correlationId: correlationId(), ...facts })),
);
