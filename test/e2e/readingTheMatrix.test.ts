import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { barriersIn } from './support/axe';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat, type Theme } from './support/teams';

/** A board member reads: filters that a link and the way back keep, what stands behind a cell, and an academy. */

const step = story();
const { sitDown } = productFor(6830, 'combinedAssurance');
const summer = 'matrix/2025-26/summer';
let board: Seat;

beforeAll(async () => {
  board = await sitDown('chair', { chat: false, subPageId: summer });
}, 240_000);

const addressOfTab = async (): Promise<string> =>
  board.tab.locator('html').evaluate((html) => html.ownerDocument.defaultView?.location.search ?? 'nowhere');
const goBack = (): Promise<void> =>
  board.page.evaluate(() => {
    history.back();
  });
const academies = async (): Promise<string[]> => board.tab.getByRole('rowheader').getByRole('link').allTextContents();

step(
  'whoever has nothing to do finds the matrix all the same',
  async () => {
    await board.go({ chat: false });
    await board.tab.getByText('Nothing is waiting for you.').waitFor();
    await board.tab.getByRole('link', { name: /^Academy Risk Assessment Matrix, / }).click();
    await board.tab.getByRole('heading', { name: 'Academy Risk Assessment Matrix', level: 1 }).waitFor();
    expect(await barriersIn(board)).toEqual([]);
    await board.go({ chat: false, subPageId: summer });
  },
  60_000,
);

step(
  'filters say what is in sight, live in the address, and come back with the way back',
  async () => {
    const { tab } = board;
    await tab.getByRole('button', { name: 'Needs intervention' }).click();
    await tab.getByText(/^Showing \d of 6 academies and \d+ of 28 areas: \d+ judgements?\./).waitFor();
    expect(await addressOfTab()).toBe('?needsIntervention=yes');
    await tab.getByLabel('Phase', { exact: true }).selectOption({ label: 'Primary' });
    await until('only primaries are shown', async () => (await academies()).join() === 'Rowan Academy');
    await tab
      .getByRole('gridcell', { name: /Intervention required/ })
      .first()
      .click();
    const detail = tab.getByRole('complementary', { name: 'Judgement in detail' });
    await detail.waitFor();
    expect(await addressOfTab()).toBe('?phase=primary&needsIntervention=yes');
    await goBack();
    await until('the detail is closed', async () => (await detail.count()) === 0);
    await goBack();
    await until('the filter before is back', async () => (await addressOfTab()) === '?needsIntervention=yes');
    await tab.getByRole('button', { name: 'Show the whole matrix by name' }).click();
    await until('everything is shown', async () => (await academies()).length === 6);
  },
  120_000,
);

step(
  'a ranking is there only when somebody asks for it, and says that it is no league table',
  async () => {
    const byName = await academies();
    expect(byName).toEqual([...byName].sort());
    await board.tab.getByLabel('Order', { exact: true }).selectOption({ label: 'Most intervention first' });
    await board.tab.getByText(/These academies are ranked .* because this order was chosen/).waitFor();
    expect((await academies())[0]).toBe('Rowan Academy');
    await board.tab.getByRole('button', { name: 'Show the whole matrix by name' }).click();
    await until('the academies stand by name', async () => (await academies()).join() === byName.join());
  },
  120_000,
);

/** What the browser saved, as the person finds it in their downloads. */
const taken = async (format: 'Excel' | 'PDF'): Promise<{ readonly name: string; readonly content: Uint8Array }> => {
  await board.tab.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    board.page.waitForEvent('download'),
    board.tab.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
};

step(
  'the matrix is taken away as it is looked at: as a workbook, and as a document',
  async () => {
    await board.tab.getByLabel('Phase', { exact: true }).selectOption({ label: 'Primary' });
    await until('only primaries are shown', async () => (await academies()).every((name) => !/Birch/.test(name)));
    const workbook = await taken('Excel');
    expect(workbook.name).toMatch(/\.xlsx$/);
    const words = Object.values(unzipSync(workbook.content))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
    expect(words).toContain('Rowan Academy');
    expect(words).not.toContain('Birch Academy');
    const document = await taken('PDF');
    expect(document.name).toMatch(/\.pdf$/);
    expect(Buffer.from(document.content).subarray(0, 5).toString()).toBe('%PDF-');
    await board.tab.getByRole('link', { name: `save ${document.name}` }).waitFor();
    await board.tab.getByRole('button', { name: 'Show the whole matrix by name' }).click();
  },
  120_000,
);

step(
  'behind a cell stand the level and its measures over all terms, as lines and as tables',
  async () => {
    const { tab } = board;
    await board.go({ chat: false, subPageId: `${summer}/100001/attendance` });
    await tab.getByRole('button', { name: 'Show the trend' }).click();
    await tab.getByRole('region', { name: 'Level over time' }).locator('svg').waitFor();
    await tab.getByRole('region', { name: 'Attendance over time' }).locator('svg').waitFor();
    expect(await barriersIn(board)).toEqual([]);
    await tab.getByRole('button', { name: 'Show as table' }).click();
    const levels = tab.getByRole('table', { name: 'Levels over time' });
    await levels.getByRole('row', { name: /Autumn term 2025\/26 .*Actions in place/ }).waitFor();
    const measure = tab.getByRole('table', { name: 'Attendance over time' });
    await measure.getByRole('row', { name: /Summer term 2025\/26 .*73\.1 %/ }).waitFor();
    expect(await barriersIn(board)).toEqual([]);
  },
  120_000,
);

step(
  'an academy’s page has its years, its category with support, and who decided what, without a barrier in any theme',
  async () => {
    const { tab } = board;
    for (const theme of ['light', 'dark', 'contrast'] satisfies Theme[]) {
      await board.go({ chat: false, subPageId: 'academies/100001', theme });
      await tab.getByRole('heading', { name: 'Alder Academy', level: 1 }).waitFor();
      await tab.getByRole('link', { name: /^All support in/ }).waitFor();
      expect(await barriersIn(board)).toEqual([]);
    }
    const row = tab.getByRole('row', { name: /^Attendance/ });
    expect(await row.getByRole('cell').first().textContent()).toContain('Actions in place');
    await tab.getByText('Summer term 2025/26 review signed off').waitFor();
    await tab.getByText(/13 July 2026, 17:40 · Hazel Head/).waitFor();
    await board.leave();
  },
  120_000,
);
