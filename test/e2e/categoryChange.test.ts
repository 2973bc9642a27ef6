import { productFor } from './support/product';
import { story } from './support/story';
import { roomBeside, type Seat } from './support/teams';

/** Stories 2 and 3: a change of category decided from chat, and the matrix in the Board's meeting. */

const step = story();
const { sitDown } = productFor(6720);
let director: Seat;

beforeAll(async () => {
  director = await sitDown('director');
}, 240_000);

step(
  'the director proposes to move Birch from Repair to Improve, with the row frozen as evidence',
  async () => {
    await director.go({ chat: false, subPageId: 'categories/propose/100002' });
    await director.tab.getByRole('radio', { name: /Improve/ }).check();
    await director.tab
      .getByRole('textbox', { name: 'Rationale' })
      .fill('Leaders evaluate accurately, and eight areas are better than in spring.');
    await director.tab
      .getByText(/Support that (begins|is added)|added/i)
      .first()
      .waitFor();
    await director.picture('2-proposal');
    await director.tab.getByRole('button', { name: 'Propose the change' }).click();
    await director.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();
    await director.tab
      .getByText(/Bruno Bramble/)
      .first()
      .waitFor();
  },
  120_000,
);

step(
  'the head teacher discusses it in chat',
  async () => {
    const head = await sitDown('birchHead', { view: 'chat' });
    const card = head.card('Please discuss a change of category for Birch Academy');
    await card.waitFor({ timeout: 60_000 });
    await head.picture('2-discuss-card');
    await card.getByRole('button', { name: 'Agree', exact: true }).click();
    await head.says('is under way');
    await head.leave();
  },
  120_000,
);

step(
  'the CEO sees from, to, why, the evidence and what support changes, and approves without leaving chat',
  async () => {
    const ceo = await sitDown('ceo', { view: 'chat' });
    const card = ceo.card('Please decide on a change of category for Birch Academy');
    await card.waitFor({ timeout: 60_000 });
    const words = (await card.textContent()) ?? '';
    for (const part of [
      'Repair',
      'Improve',
      'Leaders evaluate accurately',
      'on this evidence as it stood then',
      'Support: 3 begin, 11 end, 4 change',
      'Support that begins',
      'Support that ends',
      'agreed by Bruno Bramble',
    ])
      expect(words).toContain(part);
    await ceo.picture('2-approve-card');
    await ceo.page.setViewportSize({ width: 360, height: 800 });
    expect(await roomBeside(card)).toBeGreaterThanOrEqual(0);
    await ceo.picture('2-approve-card-phone');
    await card.getByRole('button', { name: 'Show or hide support and route' }).click();
    await card.getByText('Support that ends (11)').waitFor();
    await ceo.page.setViewportSize({ width: 1440, height: 900 });
    await card.getByRole('button', { name: 'Approve', exact: true }).dblclick();
    await ceo.says('is under way');
    expect(await ceo.card('approved by Cleo Chief').count()).toBe(1);
    await ceo.leave();
  },
  120_000,
);

step(
  'a board member confirms with the meeting’s date, and every card shows the outcome',
  async () => {
    const chair = await sitDown('chair', { view: 'chat' });
    const trustee = await sitDown('trustee', { view: 'chat' });
    const asked = /Please confirm the Board’s decision on Birch Academy/;
    await chair.says(asked);
    await trustee.says(asked);
    await chair.picture('2-confirm-card');
    await chair.card(asked).getByRole('button', { name: 'Confirm', exact: true }).click();
    await chair.says('is decided');
    await trustee.says('is decided', 'Decided by Bella Board');
    expect(await trustee.page.getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0);
    await director.go({ view: 'chat' });
    await director.says('is decided');
    await director.picture('2-decided-card');
    await chair.leave();
    await trustee.leave();
  },
  180_000,
);

step(
  'the matrix in the meeting shows the new category, levels in words, and the rationale the Board may see',
  async () => {
    const board = await sitDown('chair', { view: 'meeting' });
    const panel = board.page.frameLocator('[data-testid=side-panel-frame]');
    await panel.getByRole('heading', { name: 'Academy Risk Assessment Matrix' }).waitFor({ timeout: 60_000 });
    await panel.getByRole('combobox', { name: 'Term' }).selectOption({ label: 'Summer term 2025/26' });
    await panel.getByRole('heading', { name: 'Birch Academy' }).waitFor();
    await board.picture('3-side-panel');

    await board.page.getByTestId('meeting-tab').click();
    const tab = board.page.frameLocator('[data-testid=meeting-tab-frame]');
    await tab.getByRole('combobox', { name: 'Term' }).selectOption({ label: 'Summer term 2025/26' });
    const birch = tab.getByRole('row', { name: /Birch Academy/ });
    await birch.waitFor();
    expect(await birch.textContent()).toContain('Improve');
    expect(await birch.textContent()).toContain('better since spring');
    await board.picture('3-matrix');
    await tab.getByRole('button', { name: /^Rowan Academy, Attendance: Intervention required/ }).click();
    await tab.getByText('Attendance fell again and value added is negative.', { exact: false }).waitFor();
    await tab.getByText(/Signed off by Rosie Rhubarb/).waitFor();
    await board.picture('3-rationale');
    await tab.getByRole('button', { name: /^Rowan Academy, Sickness Absence Levels/ }).click();
    await tab.getByText(/concerns staff/).waitFor();
    await board.leave();
  },
  180_000,
);

step(
  'nobody’s page had a fault',
  async () => {
    await director.leave();
  },
  30_000,
);
