import { DeliveryUnavailable } from './ports/delivery';

/** The answer; undefined where what is kept of messages is away, so that whatever needs none of it works on. */
export const ifReachable = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (fault) {
    if (fault instanceof DeliveryUnavailable) return undefined;
    throw fault;
  }
};
