import type { Frame } from 'playwright-core';
import { showIn, squeeze, tooWide, violationsIn } from './accessible';
import type { Seat, Theme } from './teams';

const themes: readonly Theme[] = ['light', 'dark', 'contrast'];

/** What stands in somebody's way on a page, by where it was found; nothing where all is well. */
export type Barriers = Record<string, readonly string[]>;

export const inEveryTheme = async (seat: Seat, frame: Frame): Promise<Barriers> => {
  const found: Barriers = {};
  for (const theme of themes) {
    await showIn(seat, frame, theme);
    found[theme] = await violationsIn(frame, theme === 'light' ? 'everything' : 'colours');
  }
  await showIn(seat, frame, 'light');
  return found;
};

export const atWidth = async (seat: Seat, frame: Frame, width: number): Promise<Barriers> => {
  await squeeze(seat, frame, width);
  return {
    [`beyond ${width} px`]: await tooWide(frame),
    ...(width === 320 ? { 'at 320 px': await violationsIn(frame) } : {}),
  };
};

/** Those places alone where something was found. */
export const only = (found: Barriers): Barriers =>
  Object.fromEntries(Object.entries(found).filter(([, barriers]) => barriers.length > 0));
