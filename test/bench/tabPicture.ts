import type { Browser, Frame, Page } from 'playwright-core';
import type { TabServer } from './tabServer';

/** How a page came to be readable. */
export interface Picture {
  /** From the beginning of the navigation to the frame in which the first cell is painted. */
  readonly milliseconds: number;
  /** Gzip, in bytes: whatever was asked for before that frame. */
  readonly scripts: number;
  readonly scriptCount: number;
  readonly styles: number;
  readonly cells: number;
}

/**
 * Runs in every frame before anything else: 'readable' is the frame in which the first cell of the first row has come
 * into the document and is painted.
 */
const watch = (): void => {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('[data-place="0:1"]')) return;
    seen.disconnect();
    requestAnimationFrame((at) => {
      document.documentElement.setAttribute('data-readable', String(Math.max(at, performance.now())));
    });
  });
  seen.observe(document, { childList: true, subtree: true });
};

const openTab = async (page: Page, server: TabServer, path: string): Promise<Frame> => {
  await page.goto(`${server.origin}/host`);
  await page.locator('iframe').evaluate((frame, src) => frame.setAttribute('src', src), `${server.origin}${path}`);
  await page.frameLocator('iframe').locator('html[data-readable]').waitFor({ state: 'attached' });
  const frame = page.frame({ name: 'tab' });
  if (!frame) throw new Error('There is no tab.');
  return frame;
};

const read = async (frame: Frame, server: TabServer): Promise<Picture> => {
  // What follows the first picture comes too; only its beginning tells whether it belongs to it.
  await frame.page().waitForLoadState('networkidle');
  const { milliseconds, asked, cells } = await frame.evaluate(() => {
    const readableAt = Number(document.documentElement.getAttribute('data-readable'));
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= readableAt);
    return {
      milliseconds: readableAt,
      asked: [...new Set(before.map(({ name }) => new URL(name).pathname))],
      cells: document.querySelectorAll('[data-place]').length,
    };
  });
  const packed = (ending: string) => asked.filter((name) => name.endsWith(ending)).map(server.packedSize);
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const scripts = packed('.js');
  return { milliseconds, scripts: sum(scripts), scriptCount: scripts.length, styles: sum(packed('.css')), cells };
};

interface Visit {
  readonly browser: Browser;
  readonly server: TabServer;
  /** Which address of the page Teams opens. */
  readonly path: string;
  /** How many times slower than this machine the processor is to be. */
  readonly slowed: number;
}

const visit = async <T>({ browser, server, path, slowed }: Visit, look: (frame: Frame) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    // teams-js asks Microsoft's servers for a list; here nobody is asked.
    await page.route(/^https:/, (route) => route.abort());
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    return await look(await openTab(page, server, path));
  } finally {
    await context.close();
  }
};

/** Opens the page with nothing in the browser's memory. */
export const takePicture = (asked: Visit): Promise<Picture> => visit(asked, (frame) => read(frame, asked.server));

/** The longest task, in milliseconds, while the whole matrix is scrolled through; 0 where none took 50. */
export const longestWhileScrolling = (asked: Visit): Promise<{ readonly longest: number; readonly pixels: number }> =>
  visit(asked, async (frame) => {
    await read(frame, asked.server);
    return frame.evaluate(async () => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      const grid = document.querySelector('[role=grid]')?.parentElement;
      const scrolls = grid && grid.scrollHeight > grid.clientHeight ? grid : document.documentElement;
      const pixels = scrolls.scrollHeight - scrolls.clientHeight;
      for (let at = 0; at <= pixels + 150; at += 150) {
        scrolls.scrollTop = at;
        await new Promise(requestAnimationFrame);
      }
      // Entries are handed over after their task; a frame and a task later the last of them are here.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const { duration } of observer.takeRecords()) tasks.push(duration);
      return { longest: Math.max(0, ...tasks), pixels };
    });
  });
