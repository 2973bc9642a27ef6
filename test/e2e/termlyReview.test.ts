import { judge, judgeTheRest } from './support/judging';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** Story 1: the termly RAG sign-off, by the people whose story it is, with nothing stubbed. */

const step = story();
const { sitDown } = productFor(6710);
let director: Seat;
let head: Seat;

const birch = 'reviews/2026-27/autumn/100002';
/** The sample trust's current year follows the calendar, so the page's own words give the term. */
let page: string;

beforeAll(async () => {
  director = await sitDown('director');
  head = await sitDown('birchHead', { view: 'chat' });
}, 240_000);

const openTerm = async (): Promise<string> => {
  await director.tab.getByText('Open the autumn term reviews').click();
  await director.tab.getByRole('button', { name: 'Open the autumn term for all academies' }).click();
  await director.tab.getByRole('dialog').getByRole('button', { name: 'Open 6 reviews' }).click();
  await director.tab.getByText('Reviews opened for 6 academies.').first().waitFor();
  const href = await director.tab.getByRole('link', { name: 'Birch Academy' }).getAttribute('href');
  return (href ?? `/${birch}`).slice(1);
};

step(
  'the director opens the autumn term for all academies in one act',
  async () => {
    page = await openTerm();
    expect(page).toMatch(/^reviews\/20\d\d-\d\d\/autumn\/100002$/);
    await director.picture('1-opened');
  },
  120_000,
);

step(
  'a function lead judges the areas of their function and sees no others',
  async () => {
    const finance = await sitDown('finance', { chat: false });
    await finance.tab.getByText('Judge the areas of Birch Academy').click();
    const areas = finance.tab.getByRole('navigation', { name: 'Areas' });
    await areas.waitFor();
    expect(await areas.getByRole('link').count()).toBe(5);
    await areas.getByRole('link').first().click();
    await judge(finance, 'Assured');
    expect(await judgeTheRest(finance, () => 'Assured')).toBe(4);
    await finance.leave();
  },
  120_000,
);

step(
  'measures suggest a level and say why, and a judgement that differs needs a rationale',
  async () => {
    await director.go({ chat: false, subPageId: `${page}/attendance` });
    const attendance = director.tab.getByRole('group', { name: 'Attendance', exact: true });
    await attendance.getByRole('textbox', { name: 'Value' }).fill('48.2');
    await attendance.getByRole('textbox', { name: 'Source' }).fill('Attendance register');
    await director.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await director.tab
      .getByText(/Attendance of 48\.2 % is below 50/)
      .first()
      .waitFor();
    await director.tab.getByRole('radio', { name: 'Actions in place', exact: true }).check();
    await director.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await director.tab
      .getByText(/Not saved/)
      .first()
      .waitFor();
    await director.picture('1-suggestion');
    await judge(
      director,
      'Actions in place',
      'Attendance has risen in each of the last five weeks; the half-term figure hides it.',
    );
  },
  120_000,
);

step(
  'a review is sent only when every area that applies is judged',
  async () => {
    await director.go({ chat: false, subPageId: page });
    expect(await director.tab.getByRole('button', { name: 'Send for sign-off' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await director.go({ chat: false, subPageId: `${page}/behaviour` });
    await judge(
      director,
      'Intervention required',
      'Two permanent exclusions in October; the new behaviour lead starts after half term.',
    );
    expect(await judgeTheRest(director, () => 'Assured')).toBe(21);
    await director.go({ subPageId: page });
    await director.tab.getByRole('button', { name: 'Send for sign-off' }).click();
    await director.tab.getByRole('dialog').getByRole('button', { name: 'Send for sign-off' }).click();
    await director.tab
      .getByText(/waiting for sign-off|Waiting for/i)
      .first()
      .waitFor();
  },
  240_000,
);

step(
  'the head teacher gets a card with the RAG per function, what needs intervention and what changed, and queries it',
  async () => {
    const card = head.card('Please sign off the autumn term review of Birch Academy');
    await card.waitFor({ timeout: 60_000 });
    const words = (await card.textContent()) ?? '';
    for (const part of [
      'Financial Management',
      'Quality of Education',
      '5 Assured',
      'Behaviour',
      'Intervention required',
      'Changed since',
      'head teacher of Birch Academy',
    ])
      expect(words).toContain(part);
    await head.picture('1-sign-off-card');
    await card.getByRole('button', { name: 'Query…' }).click();
    await card.getByRole('button', { name: 'Send query' }).click();
    await card.getByText('Please write a comment.').waitFor();
    await card.getByRole('textbox', { name: /look at again/ }).fill('The October exclusions were appeals that we won.');
    await card.getByRole('button', { name: 'Send query' }).click();
    await head.says('has been queried');
  },
  120_000,
);

step(
  'the query goes to the director’s chat, and the review is sent again',
  async () => {
    const queried = director.card('has been queried');
    await queried.waitFor({ timeout: 60_000 });
    expect(await queried.textContent()).toContain('The October exclusions were appeals that we won.');
    await director.picture('1-queried-card');
    await queried.getByRole('link', { name: 'Open in Assured' }).click();
    await director.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();
    await director.go({ subPageId: `${page}/behaviour` });
    await judge(director, 'Actions in place', 'The appeals were won; the new behaviour lead starts after half term.');
    await director.go({ subPageId: page });
    await director.tab.getByRole('button', { name: 'Send for sign-off' }).click();
    await director.tab.getByRole('dialog').getByRole('button', { name: 'Send for sign-off' }).click();
  },
  120_000,
);

step(
  'signing off twice in a hurry signs off once, locks the review, and everybody’s card says so',
  async () => {
    const asking = head.card('Please sign off the autumn term review of Birch Academy');
    await asking.waitFor({ timeout: 60_000 });
    await asking.getByRole('button', { name: 'Sign off' }).dblclick();
    await until(
      'all cards of the head teacher say signed off: that of the opening and those of both sendings',
      async () => (await head.card(/is signed off/).count()) === 3,
    );
    await until('the director’s card says signed off', async () => (await director.card(/is signed off/).count()) >= 1);
    expect(await head.page.getByRole('button', { name: 'Sign off' }).count()).toBe(0);
    for (const text of await head.card(/is signed off/).allTextContents()) {
      expect(text).toContain('Signed off by Bruno Bramble on ');
      expect(text).toContain('The review is locked.');
    }
    await head.picture('1-signed-off-card');
    await director.go({ subPageId: `${page}/behaviour` });
    await director.tab
      .getByText(/Signed off/)
      .first()
      .waitFor();
    expect(await director.tab.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    await director.picture('1-locked-review');
  },
  180_000,
);

step(
  'nobody’s page had a fault',
  async () => {
    await head.leave();
    await director.leave();
  },
  30_000,
);
