import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { picturesWanted, shoot } from './pictures';
import { oneSays } from './teams';
import { wordsOf } from './teamsApi';

/**
 * All that the tests know of the Microsoft 365 Agents Playground (0.2.28): its page and the two addresses of its server
 * behind it are documented nowhere, so that a new version is looked at here.
 */
const invokePath = '/_conversation/v1/invoke';

const Clicked = z.object({ name: z.literal('adaptiveCard/action'), replyToId: z.string(), value: z.unknown() });
const Answer = z.object({ type: z.string(), value: z.record(z.string(), z.json()) });

export interface Click {
  /** What the page sent, for a second click of the same button. */
  readonly request: z.infer<typeof Clicked>;
  /** The words of the card that came back. */
  readonly words: string;
}

/** One person at the page of their Playground. */
export interface PlaygroundSeat {
  readonly page: Page;
  card(words: string | RegExp): Locator;
  /** Waits for a card with all these words, as at a `Seat`. */
  says(...words: (string | RegExp)[]): Promise<void>;
  say(text: string): Promise<void>;
  click(card: Locator, button: string): Promise<Click>;
  /** The same click once more, as a page sends it that has not yet been redrawn. */
  clickAgain(click: Click): Promise<string>;
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

const wordsIn = (body: unknown): string => wordsOf({ kind: 'card', card: Answer.parse(body).value });

export const sitDownInPlayground = async (browser: Browser, origin: string): Promise<PlaygroundSeat> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(20_000);
  // Its fonts are on the internet, which a test does not ask.
  await context.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(origin);
  const box = page.getByRole('textbox');
  await box.waitFor();
  const cards = page.locator('.ac-adaptiveCard');
  return {
    page,
    card: (words) => cards.filter({ hasText: words }),
    says: (...words) => oneSays(cards, words),
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
    },
    click: async (card, button) => {
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname === invokePath);
      await card.getByRole('button', { name: button, exact: true }).click();
      const response = await answered;
      return {
        request: Clicked.loose().parse(response.request().postDataJSON()),
        words: wordsIn(await response.json()),
      };
    },
    clickAgain: async ({ request }) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${origin}${invokePath}`, { method: 'POST', headers, body: JSON.stringify(request) });
      return wordsIn(await answer.json());
    },
    picture: async (name) => {
      if (picturesWanted) await shoot(page, name);
    },
    leave: () => context.close(),
  };
};
