import type { Browser } from 'playwright-core';
import { defaultSample, type SampleCode } from '../../../local/sample/codes';
import type { Part } from '../../../local/sample/cast';
import { tellingLines } from './logged';
import { forget, startSystem, type TestSystem } from './system';
import { launch, sitDown, type Place, type Seat } from './teams';

/**
 * The product and a browser for one story: they start before its first step, and stop after its last, when its data is
 * forgotten too. Whatever the story did, the product's log tells nothing of anybody.
 */
export const productFor = (firstPort: number, framework: SampleCode = defaultSample) => {
  let system: TestSystem | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    system = await startSystem(firstPort, { framework });
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    if (!system) return;
    const { lines, telling } = tellingLines(system.dataDir, framework);
    forget(system.dataDir);
    expect(telling).toEqual([]);
    expect(lines).toBeGreaterThan(10);
  }, 60_000);
  const running = () => {
    if (!system || !browser) throw new Error('The product starts before the first step.');
    return { system, browser };
  };
  return {
    running,
    /** Somebody of the sample trust at their own computer. */
    sitDown: (part: Part, place?: Place): Promise<Seat> => sitDown(running().browser, running().system, part, place),
  };
};
