import { useEffect, useRef } from 'react';

/**
 * Acts at once, or, while a mouse button is down, after the click that it becomes: what an act changes on the page must
 * not move a button away from under the pointer between press and release.
 */
export const useAfterPress = (act: () => void): (() => void) => {
  const press = useRef({ down: false, waiting: false });
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const pressed = (): void => {
      press.current.down = true;
    };
    const released = (): void => {
      const { waiting } = press.current;
      press.current = { down: false, waiting: false };
      // Once the click itself has been heard, which follows the release.
      if (waiting) setTimeout(() => latest.current());
    };
    document.addEventListener('pointerdown', pressed, true);
    for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, released, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      for (const end of ['pointerup', 'pointercancel']) document.removeEventListener(end, released, true);
    };
  }, []);
  return () => {
    if (press.current.down) press.current.waiting = true;
    else latest.current();
  };
};
