import type { Browser } from 'playwright-core';
import { judge, judgeTheRest, openYear } from './support/judging';
import { story } from './support/story';
import { forget, startSystem, type TestSystem } from './support/system';
import { launch, sitDown, until, type Seat } from './support/teams';

/** Framework D: the annual matrix with its historic columns, agreed by three; the final current status 1-3. */

const step = story();
let system: TestSystem;
let browser: Browser;
let director: Seat;
let head: Seat;
let ceo: Seat;
let birch: string;
const asked = /Please agree the 20\d\d\/\d\d risk assessment of Birch Academy/;

beforeAll(async () => {
  system = await startSystem(6760, { framework: 'riskMatrix' });
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

const send = async (): Promise<void> => {
  await director.go({ chat: false, subPageId: birch });
  await director.tab.getByRole('button', { name: 'Send for agreement' }).click();
  await director.tab.getByRole('dialog').getByRole('button', { name: 'Send for agreement' }).click();
  await director.tab.getByText('Sent for agreement.').first().waitFor();
};

step(
  'last year’s matrix stands beside what Ofsted and the academies themselves said, never converted',
  async () => {
    await ceo.go({ chat: false });
    await ceo.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Matrix' }).click();
    for (const column of ['Latest Ofsted judgement', 'Inspection date', 'Latest SEF judgement'])
      await ceo.tab.getByRole('columnheader', { name: column }).waitFor();
    const birchRow = ceo.tab.getByRole('row', { name: /Birch Academy/ });
    expect(await birchRow.textContent()).toContain('16 May 2023');
    expect(await birchRow.textContent()).toContain('Requires improvement');
    await ceo.picture('D-historic');
  },
  120_000,
);

step(
  'the primary director opens the year for the primaries alone, and three people judge',
  async () => {
    birch = await openYear(director, 'risk assessment', 3);
    await head.go({ chat: false, subPageId: `${birch}/personalDevelopment` });
    await judge(head, 'Good');
    await ceo.go({ chat: false, subPageId: `${birch}/leadershipAndManagement` });
    await judge(ceo, 'Good');
    await director.go({ chat: false, subPageId: `${birch}/qualityOfEducation` });
    await judge(director, 'Good');
    expect(await judgeTheRest(director, () => 'Good')).toBe(4);
  },
  240_000,
);

step(
  'a query voids what was agreed; then all three agree and it is locked',
  async () => {
    await send();
    await ceo.go({ view: 'chat' });
    await ceo.card(asked).waitFor({ timeout: 60_000 });
    await ceo.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await ceo.card('is waiting for agreement').waitFor();
    await head.go({ view: 'chat' });
    await head.card(asked).waitFor({ timeout: 60_000 });
    await head.card(asked).getByRole('button', { name: 'Query…' }).click();
    await head.card(asked).getByRole('textbox').last().fill('Attendance is better than behaviour suggests.');
    await head.card(asked).getByRole('button', { name: 'Send query' }).click();
    await head.card('has been queried').last().waitFor();

    await director.go({ chat: false, subPageId: `${birch}/behaviourAndAttitudes` });
    await judge(director, 'Requires improvement', 'Low-level disruption in two year groups; the policy is new.');
    await send();
    await head.card(asked).waitFor({ timeout: 60_000 });
    await head.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await until('the CEO is asked again', async () => (await ceo.card(asked).count()) === 1);
    await ceo.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await ceo.card('is agreed').last().waitFor();
    await until('the head’s card is agreed', async () => (await head.card('is agreed').count()) > 0);
  },
  240_000,
);

step(
  'the final current status is agreed by head and CEO, and the Board reads it in the matrix',
  async () => {
    await director.go({ chat: false, subPageId: 'categories/propose/100002' });
    await director.tab.getByRole('radio', { name: /Category 1/ }).check();
    await director.tab.getByRole('textbox', { name: 'Rationale' }).fill('Good in all areas but one.');
    await director.tab.getByRole('button', { name: 'Propose the change' }).click();
    await director.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();
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
    await board.picture('D-matrix');
    await board.leave();
  },
  180_000,
);
