import { agreeAndApprove, birchOnMatrix, press, sendForAgreement } from './support/agreeing';
import { judge, judgeTheRest, openYear } from './support/judging';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** Framework A: the annual matrix is judged by head, director and CEO and agreed; the category is agreed with the head. */

const step = story();
const { sitDown } = productFor(6750, 'growingAsOne');
let director: Seat;
let head: Seat;
let ceo: Seat;
let birch: string;

beforeAll(async () => {
  director = await sitDown('director');
  head = await sitDown('birchHead', { view: 'chat' });
  ceo = await sitDown('ceo', { view: 'chat' });
}, 240_000);

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
    await sendForAgreement(director, birch);
    await head.go({ view: 'chat' });
    const asked = /Please agree the 20\d\d\/\d\d risk assessment of Birch Academy/;
    await head.says(asked);
    await head.picture('A-agree-card');
    await head.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await head.says('is waiting for agreement');
    await ceo.go({ view: 'chat' });
    await ceo.says(asked, 'Agreed by Bruno Bramble');
    await ceo.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await ceo.says('is agreed');
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
    await press(head, discuss, 'Do not agree…');
    await head.card(discuss).getByRole('textbox').last().fill('Not before the spring results, please.');
    await head.card(discuss).getByRole('button', { name: 'Do not agree', exact: true }).click();
    await head.says('has been returned to the proposer');

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
    await agreeAndApprove(head, ceo);

    const board = await sitDown('chair', { chat: false });
    expect(await (await birchOnMatrix(board)).textContent()).toContain('Category 1');
    await board.tab.getByRole('button', { name: /^Birch Academy, Safeguarding: Met/ }).waitFor();
    await board.picture('A-matrix');
    await board.leave();
  },
  180_000,
);
