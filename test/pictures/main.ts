import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../local/projectRoot';
import { forget, startSystem, type TestSystem } from '../e2e/support/system';
import { launch, sitDown } from '../e2e/support/teams';
import { teamsOf } from '../e2e/support/teamsApi';
import { after, before, everyPicture, type Picture } from './pictures';
import { prepare } from './prepare';

const firstPort = 6980;

/** A picture in a browser of its own, at the size and in the theme that it is kept in. */
const take = async <Facts>(system: TestSystem, picture: Picture<Facts>, facts: Facts): Promise<void> => {
  const { name, width, height, show } = picture;
  const theme = name.endsWith('-dark') ? 'dark' : 'light';
  const browser = await launch();
  try {
    const seat = await show((part, place) => sitDown(browser, system, part, { ...place, theme, width, height }), facts);
    // Nothing is pointed at, and what comes in from the side has arrived.
    await seat.page.mouse.move(width - 1, height - 1);
    await seat.page.waitForLoadState('networkidle');
    const file = inProject('docs', 'images', `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await seat.page.screenshot({ path: file, animations: 'disabled' });
    await seat.leave();
    console.log(`docs/images/${name}.png`);
  } finally {
    await browser.close();
  }
};

const takeAll = async (system: TestSystem, wanted: (name: string) => boolean): Promise<void> => {
  for (const picture of before.filter(({ name }) => wanted(name))) await take(system, picture, undefined);
  const later = after.filter(({ name }) => wanted(name));
  if (later.length === 0) return;
  const facts = await prepare(teamsOf(system));
  for (const picture of later) await take(system, picture, facts);
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !everyPicture.some((picture) => picture.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no picture ${unknown.join(', ')}. There are: ${everyPicture.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const system = await startSystem(firstPort);
try {
  await takeAll(system, (name) => names.length === 0 || names.includes(name));
} finally {
  await system.stop();
  forget(system.dataDir);
}
