import type { PlannedWindow, SupportView } from '../../../shared/schema/supportViews';

export interface ComingSupport {
  readonly text: string;
  readonly window: PlannedWindow;
}

/** The part of the year that is running, by the day the support was read; the first to come where none is. */
const presentStretch = ({ stretches, asAt }: SupportView) => {
  const today = asAt.slice(0, 10);
  return stretches.find(({ until }) => until >= today) ?? stretches[stretches.length - 1];
};

/** How many items of support the academy has now. */
export const itemsNow = (support: SupportView): number => presentStretch(support)?.lines.length ?? 0;

/** For each item the window to look at now, the one that ends first in front. */
export const comingSupport = (support: SupportView): ComingSupport[] =>
  (presentStretch(support)?.lines ?? [])
    .flatMap(({ text, planned }) => {
      const window = planned.find(({ standing }) => standing === 'now' || standing === 'next');
      return window ? [{ text, window }] : [];
    })
    .sort((a, b) => a.window.by.localeCompare(b.window.by));
