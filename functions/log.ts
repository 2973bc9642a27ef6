import { StoreOutOfReach } from '../shared/application/ports/store';
import { GraphFault } from './adapters/graph/graphFault';
import { correlationId } from './correlation';

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

const line = (event: string, facts: Facts): string =>
  JSON.stringify({ event, correlationId: correlationId(), ...facts });

/** The platform collects what is written to the console, level by level. */
export const consoleLog: Log = {
  info: (event, facts = {}) => console.info(line(event, facts)),
  warn: (event, facts = {}) => console.warn(line(event, facts)),
  fault: (event, fault, facts = {}) => console.error(line(event, { ...facts, ...factsOf(fault) })),
};
