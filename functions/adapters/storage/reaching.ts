import { DeliveryUnavailable } from '../../../shared/application/ports/delivery';

/** Seconds: storage that is away is seldom back at once. */
const retryAfter = 10;

/** No permission yet (a role needs minutes to arrive), too slow, or too much: nothing is wrong with what was asked. */
const passing = new Set([401, 403, 408, 429]);

/** Azure's libraries keep a copy each of what they throw, so that it is known by its form. */
const isAway = (fault: unknown): boolean => {
  if (!(fault instanceof Error)) return false;
  if (fault.name === 'AbortError') return true;
  if (fault.name !== 'RestError') return false;
  const status = 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : undefined;
  return status === undefined || status >= 500 || passing.has(status);
};

const unavailable = (message: string, cause: unknown): DeliveryUnavailable =>
  new DeliveryUnavailable(message, retryAfter, { cause });

/** One act upon Azure Storage: `DeliveryUnavailable` where it does not answer or does not let the app in. */
export const reaching = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (fault) {
    throw isAway(fault) ? unavailable('Azure Storage cannot be reached.', fault) : fault;
  }
};

/** Without a token nothing can be asked of storage: it is as far away as if it did not answer. */
export const withToken = async <T>(token: Promise<T>): Promise<T> => {
  try {
    return await token;
  } catch (fault) {
    throw unavailable('There is no token for Azure Storage.', fault);
  }
};
