import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Seat } from './teams';

const axe = readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds in the tab as it stands, without the focus guards of Fluent. */
export const barriersIn = async ({ page }: Seat): Promise<string[]> => {
  const element = await page.getByTestId('tab-frame').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no tab on this page.');
  await frame.evaluate(axe);
  return frame.evaluate<string[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
};
