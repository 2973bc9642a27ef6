import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Seat, Theme } from './teams';

const axe = readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA, and what axe holds to be good practice beyond them. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The tab in one of its frames: in the personal tab, in a meeting's side panel or on its stage. */
export const frameOf = async ({ page }: Seat, testId = 'tab-frame'): Promise<Frame> => {
  const frame = await (await page.getByTestId(testId).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`There is no ${testId} on this page.`);
  return frame;
};

/** Until the page has a heading, is loaded, and nothing in it has changed for a while; twelve seconds at most. */
export const settled = async (frame: Frame): Promise<void> => {
  await frame.locator('h1').first().waitFor();
  await frame.evaluate(`new Promise((resolve) => {
    const done = () => { watch.disconnect(); clearInterval(looks); resolve(); };
    let changed = Date.now();
    const watch = new MutationObserver(() => { changed = Date.now(); });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const until = changed + 12_000;
    const looks = setInterval(() => {
      const now = Date.now();
      if (now > until || (document.readyState === 'complete' && now - changed >= 360)) done();
    }, 60);
  })`);
};

const everything = { type: 'tag', values: tags };
/** What a theme can change: it is a sheet of colours, and the page stays the same. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds in the frame as it stands, without the focus guards of Fluent; in another theme its colours alone. */
export const violationsIn = async (frame: Frame, what: 'everything' | 'colours' = 'everything'): Promise<string[]> => {
  if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(axe);
  // Of what passed nothing is told, which on a matrix takes axe longer than to look.
  const told = { resultTypes: ['violations'], selectors: false };
  const options = JSON.stringify({ runOnly: what === 'colours' ? colours : everything, ...told });
  return frame.evaluate<string[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, ${options}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
        id + ': ' + html.slice(0, 200) + ' ' + [...any, ...all, ...none].map(({ message }) => message).join('; ').slice(0, 200))))`,
  );
};

const names = { light: 'default', dark: 'dark', contrast: 'contrast' } satisfies Record<Theme, string>;

/** Changes Teams' theme while the page stays: by the address of the local Teams, which is what its menu changes too. */
export const showIn = async ({ page }: Seat, frame: Frame, theme: Theme): Promise<void> => {
  await page.evaluate(`(() => {
    const address = new URL(location.href);
    address.searchParams.set('theme', '${names[theme]}');
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  })()`);
  await frame.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
  await frame.waitForTimeout(200);
};

/** As narrow as a phone or a side panel: there the local Teams gives the tab all of the width. */
export const squeeze = async ({ page }: Seat, frame: Frame, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 });
  await settled(frame);
  const got = await frame.evaluate<number>('innerWidth');
  if (got !== width) throw new Error(`The tab is ${got} px wide instead of ${width}.`);
};

/** What is wider than the frame, unless it is in a region that scrolls by itself (a data table, WCAG 1.4.10). */
export const tooWide = (frame: Frame): Promise<string[]> =>
  frame.evaluate<string[]>(`(() => {
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    const hidden = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return width <= 1 || height <= 1 || element.closest('[data-tabster-dummy]') !== null ||
        !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const page = document.scrollingElement.scrollWidth > innerWidth ? ['the page itself'] : [];
    const beyond = [...document.querySelectorAll('main *')].filter((element) =>
      element.getBoundingClientRect().right > innerWidth + 1 && !hidden(element) && !scrolls(element));
    return [...page, ...beyond.map((element) => element.outerHTML.slice(0, 160))];
  })()`);

/** What has to be scrolled to be seen whole, down or sideways: the page, or a part of it. */
export const scrolling = (frame: Frame): Promise<string[]> =>
  frame.evaluate<string[]>(`[...document.querySelectorAll('*')]
    .filter((element) => element === document.scrollingElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
    .filter((element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 160))`);

/** What lies over something that floats above the page, looked for at points all over it. */
export const covering = (frame: Frame, role: string): Promise<string[]> =>
  frame.evaluate<string[]>(`(() => {
    const floating = document.querySelector('[role=${role}]');
    const { left, top, width, height } = floating.getBoundingClientRect();
    const steps = [0.04, 0.2, 0.4, 0.6, 0.8, 0.96];
    const over = steps.flatMap((x) => steps.map((y) => document.elementFromPoint(left + x * width, top + y * height)));
    return over.filter((element) => element !== null && !floating.contains(element)).map(({ outerHTML }) => outerHTML.slice(0, 160));
  })()`);

/** Animations that go on for longer than a frame, where somebody has asked for less motion. */
export const moving = (frame: Frame): Promise<string[]> =>
  frame.evaluate<string[]>(`document.getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().activeDuration > 17)
    .map(({ effect, animationName }) => (animationName ?? 'a transition') + ' of ' + effect.target?.outerHTML.slice(0, 120))`);

/** Where the focus is: never nowhere, once somebody has done something. */
export const focusIn = (frame: Frame): Promise<string> =>
  frame.evaluate<string>(`(() => {
    const { activeElement } = document;
    return activeElement === null || activeElement === document.body ? 'nowhere' : activeElement.outerHTML.slice(0, 160);
  })()`);
