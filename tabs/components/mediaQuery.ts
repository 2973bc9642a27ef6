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
/** Room for the areas of a review beside the one being judged. */
export const roomy = '(min-width: 900px)';
/** Room for one judgement beside the matrix. */
export const besideMatrix = '(min-width: 720px)';
