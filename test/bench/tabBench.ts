import { chromium, type Browser } from 'playwright-core';
import { buildBoth, type Builds } from './tabBuilds';
import { longestWhileScrolling, takePicture, type Picture } from './tabPicture';
import { startTabServer, type TabServer } from './tabServer';
import { tabTrust } from './tabTrust';

/** How much more than the bare page may be fetched before the matrix can be read. */
const most = 1.25;
const slowed = 4;
const matrixPlace = '/matrix/2026-27/autumn';

/** `--smoke` shows in a minute that everything runs; its times say nothing. */
const smoke = process.argv.includes('--smoke');
const { sizes, times } = smoke ? { sizes: [10, 100], times: 1 } : { sizes: [10, 100, 300], times: 5 };

interface Line extends Picture {
  readonly who: string;
  readonly longest?: number;
  readonly pixels?: number;
}

const middle = (pictures: readonly Picture[]): Picture => {
  const found = [...pictures].sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(pictures.length / 2)];
  if (!found) throw new Error('Nothing was measured.');
  return found;
};

const pictureOf = async (browser: Browser, server: TabServer, path: string): Promise<Picture> => {
  const pictures: Picture[] = [];
  for (let i = 0; i < times; i += 1) pictures.push(await takePicture({ browser, server, path, slowed }));
  return middle(pictures);
};

const measureBare = async (browser: Browser, builds: Builds): Promise<Line> => {
  const server = await startTabServer(builds.bare, undefined);
  const line = { who: 'bare page', ...(await pictureOf(browser, server, '/')) };
  await server.close();
  return line;
};

const measureTab = async (browser: Browser, builds: Builds, academies: number): Promise<Line> => {
  const server = await startTabServer(builds.tab, await tabTrust(academies));
  const picture = await pictureOf(browser, server, matrixPlace);
  const scrolled = await longestWhileScrolling({ browser, server, path: matrixPlace, slowed });
  await server.close();
  return { who: `${academies} academies × 28 areas`, ...picture, ...scrolled };
};

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const ratio = (line: Line, bare: Line): number => line.scripts / bare.scripts;

const table = (lines: readonly Line[], bare: Line): string => {
  const head = [
    '',
    'JavaScript kB',
    'ratio',
    'files',
    'styles kB',
    'readable ms',
    'cells',
    'scrolled px',
    'longest task ms',
  ];
  const rows = lines.map((line) => [
    line.who,
    kilobytes(line.scripts),
    ratio(line, bare).toFixed(2),
    String(line.scriptCount),
    kilobytes(line.styles),
    String(Math.round(line.milliseconds)),
    String(line.cells),
    line.pixels === undefined ? '–' : String(line.pixels),
    line.longest === undefined ? '–' : line.longest === 0 ? 'under 50' : String(Math.round(line.longest)),
  ]);
  return [head, ...rows]
    .map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(i === 8 ? 17 : 14))).join(''))
    .join('\n');
};

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.ASSURED_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });

const run = async (): Promise<boolean> => {
  const builds = await buildBoth();
  const browser = await launch();
  try {
    const bare = await measureBare(browser, builds);
    const lines = [bare];
    for (const academies of sizes) lines.push(await measureTab(browser, builds, academies));
    console.log(`The processor ${slowed} times slower; the middle one of ${times}; JavaScript as it is sent (gzip).\n`);
    console.log(table(lines, bare));
    const over = lines.filter((line) => ratio(line, bare) > most);
    console.log(
      over.length === 0
        ? `\nEvery matrix is readable with at most ${most} times the JavaScript of the bare page.`
        : `\nMore than ${most} times the JavaScript of the bare page: ${over.map(({ who }) => who).join(', ')}.`,
    );
    return over.length === 0;
  } finally {
    await browser.close();
    builds.remove();
  }
};

run().then(
  (within) => process.exit(within ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
