import { within } from '../../within';

/** Milliseconds after which somebody goes ahead of a turn that does not end: If-Match keeps it right all the same. */
const patience = 10_000;

/** Lets those who want to change the same thing in this process do so one after another, instead of in each other's way. */
export const createTurns = () => {
  const last = new Map<string, Promise<void>>();
  return async <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const before = last.get(key);
    let end = (): void => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    last.set(key, mine);
    try {
      if (before) await within(patience, before).catch(() => undefined);
      return await act();
    } finally {
      end();
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
