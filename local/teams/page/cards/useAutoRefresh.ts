import { useEffect, useRef, type RefObject } from 'react';
import { waitBeforeRefresh } from './refreshing';

/** Runs `refresh` when the element comes into sight, and again after an edit; never twice within a minute. */
export const useAutoRefresh = (
  element: RefObject<HTMLElement | null>,
  version: number,
  wanted: boolean,
  refresh: () => void,
): void => {
  const last = useRef<{ version: number; at: number }>(undefined);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });

  useEffect(() => {
    const seen = element.current;
    if (!wanted || seen === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      const wait = entry?.isIntersecting ? waitBeforeRefresh(version, last.current, Date.now()) : undefined;
      if (wait === undefined) return;
      timer = setTimeout(() => {
        last.current = { version, at: Date.now() };
        latest.current();
      }, wait);
    });
    observer.observe(seen);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element, version, wanted]);
};
