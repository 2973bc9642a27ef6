import type { Frame } from 'playwright-core';
import { focusIn, moving, settled } from './support/accessible';
import { accessibleProduct } from './support/accessibleProduct';
import { atWidth, inEveryTheme, only, type Barriers } from './support/barriers';
import { everyPlace, pages } from './support/everyPage';

/**
 * No barrier on any page, in any theme, at any width; and whoever works by keyboard or asked for less motion is served.
 * The list of pages is the tab's own: a new page without a row in `everyPage.ts` fails.
 */

const { opened, factsOf } = accessibleProduct(6850);

/** Leaves the page for another and comes back by the browser's way: the focus must be somewhere on it then. */
const comingBack = async (frame: Frame): Promise<Barriers> => {
  const here = await frame.evaluate<string>('location.pathname');
  const goTo = async (path: string): Promise<void> => {
    await frame.evaluate(
      `history.pushState({ depth: 1 }, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await settled(frame);
  };
  await goTo(here === '/work' ? '/categories' : '/work');
  await goTo(here);
  return { focus: [await focusIn(frame)].filter((where) => where === 'nowhere') };
};

describe('every page', () => {
  it('is looked at', () => expect(Object.keys(pages).sort()).toEqual([...everyPlace].sort()));

  test.each(everyPlace)(
    '%s',
    async (place) => {
      const page = pages[place]?.(factsOf());
      if (!page) throw new Error(`Nobody looks at ${place}.`);
      const { seat, frame } = await opened(page.part, { subPageId: page.subPageId });
      expect(await frame.locator('h1').innerText()).not.toBe('There is nothing here');
      const found = {
        ...(await inEveryTheme(seat, frame)),
        motion: await moving(frame),
        ...(await comingBack(frame)),
        ...(await atWidth(seat, frame, 320)),
        ...(await atWidth(seat, frame, 280)),
      };
      expect(only(found)).toEqual({});
    },
    120_000,
  );
});
