import { useEffect, useRef, type RefObject } from 'react';

/** Keeps a list at its end while the reader is there; whoever reads further up is left alone. */
export const useStickToEnd = (shown: boolean): RefObject<HTMLDivElement | null> => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = list.current;
    const content = scroller?.firstElementChild;
    if (!shown || scroller === null || content === null || content === undefined) return undefined;
    let atEnd = true;
    const toEnd = (): void => {
      if (atEnd) scroller.scrollTop = scroller.scrollHeight;
    };
    const onScroll = (): void => {
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(content);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [shown]);
  return list;
};
