import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { note } from './telemetry/spans';

const current = new AsyncLocalStorage<string>();

/** Whatever `act` does, down to the calls to Graph, carries this id: the answer, the log line, the spans and Graph's own log. */
export const withCorrelation = <T>(id: string, act: () => Promise<T>): Promise<T> => {
  note({ correlationId: id });
  return current.run(id, act);
};

/** The id of the request, message or timer run that is being worked on; a new one outside of any. */
export const correlationId = (): string => current.getStore() ?? randomUUID();

const sane = /^[A-Za-z0-9-]{8,64}$/;

/** Whether it may stand in logs and headers as it is. */
export const isCorrelationId = (given: string): boolean => sane.test(given);

/** The caller's id where it is a sane one, otherwise a new one: it ends up in logs and headers. */
export const acceptCorrelation = (given: string | null): string =>
  given !== null && isCorrelationId(given) ? given : randomUUID();
