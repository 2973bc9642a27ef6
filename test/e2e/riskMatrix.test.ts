import { agreeAndApprove, birchOnMatrix, press, sendForAgreement } from './support/agreeing';
import { judge, judgeTheRest, openYear } from './support/judging';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** Framework D: the annual matrix with its historic columns, agreed by three; the final current status 1-3. */

const step = story();
const { sitDown } = productFor(6760, 'riskMatrix');
let director: Seat;
let head: Seat;
let ceo: Seat;
let birch: string;
const asked = /Please agree the 20\d\d\/\d\d risk assessment of Birch Academy/;

beforeAll(async () => {
  director = await sitDown('director');
  head = await sitDown('birchHead', { view: 'chat' });
  ceo = await sitDown('ceo', { view: 'chat' });
}, 240_000);

step(
  'last year’s matrix stands beside what Ofsted and the academies themselves said, never converted',
  async () => {
    await ceo.go({ chat: false });
    const birchRow = await birchOnMatrix(ceo);
    for (const column of ['Latest Ofsted judgement', 'Inspection date', 'Latest SEF judgement'])
      await ceo.tab.getByRole('columnheader', { name: column }).waitFor();
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
    await sendForAgreement(director, birch);
    await ceo.go({ view: 'chat' });
    await press(ceo, asked, 'Agree');
    await ceo.says('is waiting for agreement');
    await head.go({ view: 'chat' });
    await press(head, asked, 'Query…');
    await head.card(asked).getByRole('textbox').last().fill('Attendance is better than behaviour suggests.');
    await head.card(asked).getByRole('button', { name: 'Send query' }).click();
    await head.says('has been queried');

    await director.go({ chat: false, subPageId: `${birch}/behaviourAndAttitudes` });
    await judge(director, 'Requires improvement', 'Low-level disruption in two year groups; the policy is new.');
    await sendForAgreement(director, birch);
    await press(head, asked, 'Agree');
    await until('the CEO is asked again', async () => (await ceo.card(asked).count()) === 1);
    await ceo.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await ceo.says('is agreed');
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
    await agreeAndApprove(head, ceo);

    const board = await sitDown('chair', { chat: false });
    expect(await (await birchOnMatrix(board)).textContent()).toContain('Category 1');
    await board.picture('D-matrix');
    await board.leave();
  },
  180_000,
);
