import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { knownAs, type Part } from '../../../local/sample/cast';
import { picturesWanted, shoot } from './pictures';
import type { TestSystem } from './system';

export type Theme = 'light' | 'dark' | 'contrast';

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.ASSURED_BROWSER ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Place {
  readonly subPageId?: string;
  readonly view?: 'tab' | 'chat' | 'group' | 'meeting';
  readonly chat?: boolean;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** One person at their own computer: a browser context of their own on the local Teams page. */
export interface Seat {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** The cards of the chat, oldest first. */
  readonly cards: Locator;
  card(words: string | RegExp): Locator;
  /** Waits for a card with all these words. What has become of a matter may stand on several: also where it was told of first. */
  says(...words: (string | RegExp)[]): Promise<void>;
  go(place: Place): Promise<void>;
  /** Writes the picture in light and in dark, where pictures are wanted. */
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

const addressOf = (system: TestSystem, part: Part, { subPageId, view, chat, theme }: Place): string => {
  const query = new URLSearchParams({ as: knownAs(part).id });
  if (view) query.set('view', view);
  if (chat === false) query.set('chat', '0');
  if (theme) query.set('theme', theme);
  if (subPageId) query.set('subPageId', subPageId);
  return `${system.origin}/__teams/?${query.toString()}`;
};

const chooseTheme = async (page: Page, word: RegExp): Promise<void> => {
  const item = page.getByRole('menuitemradio', { name: word });
  // A page of the tab that has just loaded takes the focus, and that closes the menu again.
  for (let tries = 0; tries < 6; tries += 1) {
    if (!(await item.isVisible())) await page.getByTestId('theme-switch').click();
    const chosen = await item.click({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (chosen) return page.waitForTimeout(300);
  }
  throw new Error('The menu of themes did not stay open.');
};

/** Waits for one card at least with all these words. */
export const oneSays = (cards: Locator, words: readonly (string | RegExp)[]): Promise<void> =>
  words
    .reduce((those, hasText) => those.filter({ hasText }), cards)
    .first()
    .waitFor({ timeout: 60_000 });

export const sitDown = async (browser: Browser, system: TestSystem, part: Part, place: Place = {}): Promise<Seat> => {
  const { width = 1440, height = 900 } = place;
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const go = async (to: Place): Promise<void> => {
    await page.goto(addressOf(system, part, to));
  };
  await go(place);
  const cards = page.getByTestId('card');
  return {
    page,
    tab: page.frameLocator('[data-testid=tab-frame]'),
    cards,
    card: (words) => cards.filter({ hasText: words }),
    says: (...words) => oneSays(cards, words),
    go,
    picture: async (name) => {
      if (!picturesWanted) return;
      await shoot(page, `${name}-light`);
      await chooseTheme(page, /dark/i);
      await shoot(page, `${name}-dark`);
      await chooseTheme(page, /light/i);
    },
    leave: async () => {
      await context.close();
      if (faults.length > 0) throw new Error(`The page of ${knownAs(part).name} had faults: ${faults.join('; ')}`);
    },
  };
};

/** Pixels of what scrolls that a card leaves free in height: less than none where its buttons have to be scrolled to. */
export const roomBeside = (card: Locator): Promise<number> =>
  card.evaluate((element) => {
    const scrolls = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflowY);
    let around = element.parentElement;
    while (around?.parentElement && !scrolls(around)) around = around.parentElement;
    return (around?.clientHeight ?? 0) - element.getBoundingClientRect().height;
  });

/** Until a condition holds, looking twice a second. No limit of the product is asserted by it. */
export const until = async (what: string, holds: () => Promise<boolean>, seconds = 90): Promise<void> => {
  for (let i = 0; i < seconds * 2; i += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Waited ${seconds} s in vain: ${what}`);
};
