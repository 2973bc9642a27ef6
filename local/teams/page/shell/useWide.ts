import { useSyncExternalStore } from 'react';

const query = matchMedia('(min-width: 900px)');

const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether tab and chat fit side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
