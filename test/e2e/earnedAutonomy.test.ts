import { judge, judgeTheRest } from './support/judging';
import { productFor } from './support/product';
import { story } from './support/story';
import type { Seat } from './support/teams';

/** Framework C: the CEO grades with the head at the year's end, and the Board may decide otherwise. */

const step = story();
const { sitDown } = productFor(6770, 'earnedAutonomy');
let ceo: Seat;
let head: Seat;
let birch: string;

beforeAll(async () => {
  ceo = await sitDown('ceo');
  head = await sitDown('birchHead', { view: 'chat' });
}, 240_000);

/** The next 1 September: a grading at the year's end takes effect with the new academic year. */
const nextSeptember = (): string => {
  const now = new Date();
  const year = now.getUTCFullYear() + (now.getUTCMonth() >= 8 ? 1 : 0);
  return `${year}-09-01`;
};

step(
  'the CEO opens the gradings, judges Birch with its head, and both agree',
  async () => {
    await ceo.go({ chat: false });
    await ceo.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Gradings' }).click();
    await ceo.tab.getByRole('button', { name: /^Open the .* gradings for all academies$/ }).click();
    await ceo.tab.getByRole('dialog').getByRole('button', { name: 'Open 6 gradings' }).click();
    await ceo.tab.getByText('opened for 6 academies.').first().waitFor();
    birch = ((await ceo.tab.getByRole('link', { name: 'Birch Academy' }).getAttribute('href')) ?? '').slice(1);
    await head.go({ chat: false, subPageId: `${birch}/personalDevelopment` });
    await judge(head, 'Good');
    await ceo.go({ chat: false, subPageId: `${birch}/qualityOfEducation` });
    await judge(ceo, 'Good');
    expect(await judgeTheRest(ceo, (area) => (area === 'Safeguarding' ? 'Effective' : 'Good'))).toBeGreaterThan(2);
    await ceo.go({ chat: false, subPageId: birch });
    await ceo.tab.getByRole('button', { name: 'Send for agreement' }).click();
    await ceo.tab.getByRole('dialog').getByRole('button', { name: 'Send for agreement' }).click();
    await head.go({ view: 'chat' });
    const asked = /Please agree the 20\d\d\/\d\d grading of Birch Academy/;
    await head.says(asked);
    await head.card(asked).getByRole('button', { name: 'Agree', exact: true }).click();
    await head.says('is agreed');
  },
  240_000,
);

step(
  'at the year’s end the CEO proposes a category, and a day in the middle of the year is refused',
  async () => {
    await ceo.go({ chat: false, subPageId: 'categories/propose/100002' });
    await ceo.tab.getByRole('radio', { name: /Category 1/ }).check();
    await ceo.tab.getByRole('radio', { name: 'Grading at the end of the year' }).check();
    await ceo.tab.getByRole('textbox', { name: 'Rationale' }).fill('Good in every area for the first time.');
    await ceo.tab.getByRole('button', { name: 'Propose the change' }).click();
    await ceo.tab
      .getByText(/1 September/)
      .first()
      .waitFor();
    await ceo.tab.getByLabel('Effective from').fill(nextSeptember());
    await ceo.tab.getByRole('radio', { name: /Category 1/ }).check();
    await ceo.picture('C-proposal');
    await ceo.tab.getByRole('button', { name: 'Propose the change' }).click();
    await ceo.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();
    const discuss = 'Please discuss a change of category for Birch Academy';
    await head.says(discuss);
    await head.card(discuss).getByRole('button', { name: 'Agree', exact: true }).click();
    await head.says('is under way');
  },
  180_000,
);

step(
  'the Board confirms another category than the proposed one, with its reason',
  async () => {
    const chair = await sitDown('chair', { view: 'chat' });
    const confirm = /Please confirm the Board’s decision on Birch Academy’s category/;
    await chair.says(confirm);
    expect(await chair.card(confirm).textContent()).toContain('To confirm another category, open this in Assured.');
    await chair.picture('C-confirm-card');
    await chair.go({ chat: false, subPageId: 'work' });
    await chair.tab.getByText('Confirm the change of category for Birch Academy').click();
    await chair.tab.getByRole('button', { name: 'Confirm for the Board' }).click();
    const dialog = chair.tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Category 3/ }).check();
    await dialog.getByRole('textbox').last().fill('One good year is not enough after two poor ones.');
    await chair.picture('C-other-category');
    await dialog.getByRole('button', { name: /^Confirm/ }).click();
    await chair.tab
      .getByText(/Confirmed/)
      .first()
      .waitFor();
    await ceo.go({ view: 'chat' });
    const decided = ceo.card('The change of category for Birch Academy is decided').last();
    await decided.waitFor({ timeout: 60_000 });
    expect(await decided.textContent()).toContain('Category 3');
    await chair.leave();
  },
  180_000,
);
