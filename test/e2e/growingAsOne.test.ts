import type { Browser } from 'playwright-core';
import { judge, judgeTheRest, openYear } from './support/judging';
import { story } from './support/story';
import { forget, startSystem, type TestSystem } from './support/system';
import { launch, sitDown, until, type Seat } from './support/teams';

/** Framework A: the annual matrix is judged by head, director and CEO and agreed; the category is agreed with the head. */

const step = story();
let system: TestSystem;
let browser: Browser;
let director: Seat;
let head: Seat;
let ceo: Seat;
let birch: string;

beforeAll(async () => {
  system = await startSystem(6750, { framework: 'growingAsOne' });
  browser = await launch();
  director = await sitDown(browser, system, 'director');
  head = await sitDown(browser, system, 'birchHead', { view: 'chat' });
  ceo = await sitDown(browser, system, 'ceo', { view: 'chat' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  if (system) forget(system.dataDir);
}, 60_000);

step(
  'the director opens the year for all academies, and head, CEO and director judge together',
  async () => {
    birch = await openYear(director, 'risk assessment', 6);
    expect(birch).toMatch(/^reviews\/20\d\d-\d\d\/year\/100002$/);
    await head.go({ chat: false, subPageId: `${birch}/inclusion` });
    await judge(head, 'Expected Standard');
    await head.go({ chat: false, subPageId: `${birch}/safeguarding` });
    await head.tab.getByRole('radio', { name: 'Met', exact: true }).waitFor();
    await head.picture('A-safeguarding');
    await judge(head, 'Met');
    await ceo.go({ chat: false, subPageId: `${birch}/leadershipAndGovernance` });
    await judge(ceo, 'Strong Standard');
    await director.go({ chat: false, subPageId: `${birch}/achievement` });
    await judge(director, 'Needs Attention');
    expect(await judgeTheRest(director, () => 'Expected Standard')).toBe(4);
  },
  240_000,
);

step(
  'sent for agreement, it is locked only when the CEO and the head have both agreed',
  async () => {
    await director.go({ subPageId: birch });
    await director.tab.getByRole('button', { name: 'Send for agreement' }).click();
    await director.tab.getByRole('dialog').getByRole('button', { name: 'Send for agreement' }).click();
    await director.tab.getByText('Sent for agreement.').first().waitFor();
    await head.go({ view: 'chat' });
    const asked = /Please agree the 20\d\d\/\d\d risk assessment of Birch Academy/;
    await head.card(asked).waitFor({ timeout: 60_000 });
    await head.picture('A-agree-card');
    await head.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await head.card('is waiting for agreement').waitFor();
    await ceo.go({ view: 'chat' });
    await ceo.card(asked).waitFor({ timeout: 60_000 });
    expect(await ceo.card(asked).textContent()).toContain('Agreed by Bruno Bramble');
    await ceo.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await ceo.card('is agreed').waitFor();
    await until('both cards of the head say agreed', async () => (await head.card('is agreed').count()) === 2);
    await director.go({ chat: false, subPageId: birch });
    await director.tab
      .getByText(/Agreed/)
      .first()
      .waitFor();
    expect(await director.tab.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    await director.picture('A-agreed');
  },
  180_000,
);

step(
  'the category moves only where the head agrees: a disagreement returns it to the director',
  async () => {
    await director.go({ chat: false, subPageId: 'categories/propose/100002' });
    await director.tab.getByRole('radio', { name: /Category 1/ }).check();
    await director.tab.getByRole('radio', { name: 'Change during the year' }).check();
    await director.tab.getByRole('textbox', { name: 'Rationale' }).fill('Expected in nearly every area.');
    await director.picture('A-proposal');
    await director.tab.getByRole('button', { name: 'Propose the change' }).click();
    await director.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();

    const discuss = 'Please discuss a change of category for Birch Academy';
    await head.card(discuss).waitFor({ timeout: 60_000 });
    await head.card(discuss).getByRole('button', { name: 'Do not agree…' }).click();
    await head.card(discuss).getByRole('textbox').last().fill('Not before the spring results, please.');
    await head.card(discuss).getByRole('button', { name: 'Do not agree', exact: true }).click();
    await head.card('has been returned to the proposer').waitFor();

    await director.go({ view: 'chat' });
    const returned = director.card('Your change of category for Birch Academy has been returned');
    await returned.waitFor({ timeout: 60_000 });
    expect(await returned.textContent()).toContain('Not before the spring results, please.');
    await director.go({ chat: false, subPageId: 'work' });
    await director.tab.getByText('Look again at the change of category for Birch Academy').click();
    await director.tab.getByRole('button', { name: 'Propose again' }).click();
    const dialog = director.tab.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'Rationale' })
      .fill('Expected in nearly every area, spring results included.');
    await dialog.getByRole('button', { name: 'Propose again' }).click();
    await director.tab.getByText('Proposed again.').first().waitFor();
  },
  180_000,
);

step(
  'the head agrees, the CEO approves, and the matrix shows the category: no Board in between',
  async () => {
    const discuss = 'Please discuss a change of category for Birch Academy';
    await head.card(discuss).waitFor({ timeout: 60_000 });
    await head.card(discuss).getByRole('button', { name: 'Agree', exact: true }).click();
    const decide = 'Please decide on a change of category for Birch Academy';
    await ceo.card(decide).waitFor({ timeout: 60_000 });
    await ceo.card(decide).getByRole('button', { name: 'Approve', exact: true }).click();
    await ceo.card('The change of category for Birch Academy is decided').first().waitFor();

    const board = await sitDown(browser, system, 'chair', { chat: false });
    await board.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Matrix' }).click();
    const row = board.tab.getByRole('row', { name: /Birch Academy/ });
    await row.waitFor();
    expect(await row.textContent()).toContain('Category 1');
    await board.tab.getByRole('button', { name: /^Birch Academy, Safeguarding: Met/ }).waitFor();
    await board.picture('A-matrix');
    await board.leave();
  },
  180_000,
);
