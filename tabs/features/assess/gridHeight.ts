import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Pixels that stay free under what follows the grid. */
const margin = 24;
/** Of this much too high a grid the page scrolls the rest: better than cutting its last row with room to spare. */
const spare = 120;
/** Below this there would be more heading than rows. */
const least = 460;

/** Of a stage: where so many rows of two lines have no room under its headings. */
export const crowdedBy = (rows: number): string => `(max-height: ${320 + rows * 48}px)`;

/**
 * How high the grid's own scroll area may become, in pixels; undefined where the whole grid is shown. `natural` is the
 * height of everything in it, `room` what the window has left for it.
 */
export const gridHeight = (natural: number, room: number): number | undefined =>
  natural <= Math.max(least, room + spare) ? undefined : Math.max(least, room);

/** The legend and the notes under the grid, within the same part of the page. */
const below = (area: HTMLElement): number => {
  const part = area.parentElement?.getBoundingClientRect().bottom;
  return part === undefined ? 0 : part - area.getBoundingClientRect().bottom;
};

const fit = (area: HTMLElement, content: HTMLElement): void => {
  const top = area.getBoundingClientRect().top + window.scrollY;
  const height = gridHeight(content.offsetHeight, window.innerHeight - top - below(area) - margin);
  const maxHeight = height === undefined ? 'none' : `${height}px`;
  if (area.style.maxHeight === maxHeight) return;
  area.style.maxHeight = maxHeight;
  // What lies beside the grid takes room from it: the cell that is read must not end up outside.
  content.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** Lets a scroll area use the room that the window has left under it; `content` is what scrolls in it. */
export const useGridHeight = (content: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> => {
  const area = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [area.current, content.current];
    if (!outer || !inner) return undefined;
    const refit = (): void => {
      fit(outer, inner);
    };
    const observer = new ResizeObserver(refit);
    observer.observe(inner);
    window.addEventListener('resize', refit);
    refit();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', refit);
    };
  }, [content]);
  return area;
};
