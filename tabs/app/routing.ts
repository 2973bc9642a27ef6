import type { MouseEvent } from 'react';
import { useBrowserLocation } from 'wouter/use-browser-location';
import * as z from 'zod/mini';

/** How many entries of the browser's history before this one are ours: kept in the entry, so that it survives a reload. */
const OurEntry = z.object({ depth: z.number() });
const depthNow = (): number => {
  const entry = OurEntry.safeParse(window.history.state);
  return entry.success ? entry.data.depth : 0;
};

/** Whether anybody went anywhere since the page was loaded. Being led to the landing page does not count. */
const journey = { begun: false };
if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    journey.begun = true;
  });

interface Going {
  /** Takes the place of the present entry of the history. */
  readonly replace?: boolean;
  /** The way to the landing page: nobody went anywhere yet, so the focus stays where it is. */
  readonly beginning?: boolean;
}

/** Goes to an address of the tab. wouter hears of it, because it listens to the history itself. */
export const goTo = (to: string, { replace = false, beginning = false }: Going = {}): void => {
  if (!beginning) journey.begun = true;
  const state = { depth: depthNow() + (replace ? 0 : 1) };
  if (replace) window.history.replaceState(state, '', to);
  else window.history.pushState(state, '', to);
};

/** One step back within the tab; false where nothing of ours is behind. */
export const goBack = (): boolean => {
  if (depthNow() < 1) return false;
  window.history.back();
  return true;
};

/** True on every page but the one that the tab began with. */
export const hasArrived = (): boolean => journey.begun;

/** The path of the page that is shown, without its host. */
export const usePath = (): string => useBrowserLocation()[0];

const opensElsewhere = (event: MouseEvent): boolean =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

interface LinkTo {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
}

/** What an `a` needs to lead to another place of the tab without loading it anew. */
export const linkTo = (to: string, going?: Going): LinkTo => ({
  href: to,
  onClick: (event) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    goTo(to, going);
  },
});
