import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; follows changes. */
export const useMediaQuery = (query: string): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => {
        list.removeEventListener('change', onChange);
      };
    },
    () => matchMedia(query).matches,
  );

/** Phones and the 280 px meeting side panel. */
export const narrow = '(max-width: 640px)';
/** Room for a panel beside the matrix. */
export const roomy = '(min-width: 900px)';
