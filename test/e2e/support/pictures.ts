import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { inProject } from '../../../local/projectRoot';

const folder = inProject('test-output', 'screenshots');

/** Pictures are for people who look at what they built, with `npm test -- --pictures`: nothing is compared with them. */
export const picturesWanted = process.env.ASSURED_PICTURES === '1';

export const shoot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
};
