import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** Framework B: tiers without a matrix, agreed by the Board; an exceptional change, and the support that follows. */

const step = story();
const { sitDown } = productFor(6780, 'leadGrowReinventStabilise');
let director: Seat;

beforeAll(async () => {
  director = await sitDown('director');
}, 240_000);

step(
  'there is no matrix and no review to open, and tiers are called tiers',
  async () => {
    await director.go({ chat: false, subPageId: 'categories' });
    await director.tab.getByRole('heading', { level: 1, name: 'Tiers' }).waitFor();
    expect(
      await director.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Matrix' }).count(),
    ).toBe(0);
    await director.picture('B-tiers');
  },
  120_000,
);

step(
  'an exceptional change: the academy makes representations before anybody decides',
  async () => {
    await director.go({ chat: false, subPageId: 'categories/propose/100001' });
    await director.tab.getByRole('radio', { name: /Reinvent/ }).check();
    await director.tab.getByRole('radio', { name: 'Exceptional change during the year' }).check();
    await director.tab.getByRole('textbox', { name: 'Rationale' }).fill('Three heads of department left in October.');
    await director.picture('B-proposal');
    await director.tab.getByRole('button', { name: 'Propose the change' }).click();
    await director.tab.getByRole('heading', { level: 1, name: /Alder Academy/ }).waitFor();
    await director.picture('B-change');

    const head = await sitDown('alderHead', { view: 'chat' });
    const asked = 'A change of tier is proposed for Alder Academy: do you make representations?';
    await head.says(asked);
    await head.picture('B-represent-card');
    await head.card(asked).getByRole('button', { name: 'Make representations…' }).click();
    await head.card(asked).getByRole('textbox').last().fill('Two of the three posts are filled from January.');
    await head.card(asked).getByRole('button', { name: 'Send representations' }).click();
    await head.says('is under way');
    await head.leave();
  },
  180_000,
);

step(
  'the CEO approves with the representations in sight, the Board confirms, and everybody sees it',
  async () => {
    const ceo = await sitDown('ceo', { view: 'chat' });
    const decide = ceo.card('Please decide on a change of tier for Alder Academy');
    await decide.waitFor({ timeout: 60_000 });
    expect(await decide.textContent()).toContain('Two of the three posts are filled from January.');
    await decide.getByRole('button', { name: 'Approve', exact: true }).click();
    await ceo.says('The change of tier for Alder Academy is under way');
    const chair = await sitDown('chair', { view: 'chat' });
    const confirm = /Please confirm the Board’s decision on Alder Academy’s tier/;
    await chair.says(confirm);
    await chair.card(confirm).getByRole('button', { name: 'Confirm', exact: true }).click();
    await chair.says('The change of tier for Alder Academy is decided');
    await until(
      'the CEO’s card is decided',
      async () => (await ceo.card('The change of tier for Alder Academy is decided').count()) > 0,
    );
    await ceo.leave();
    await chair.leave();
  },
  180_000,
);

step(
  'the academy’s support for the year follows from its tier, with its dates',
  async () => {
    const head = await sitDown('alderHead', { chat: false, subPageId: 'categories' });
    await head.tab
      .getByRole('link', { name: /Support/ })
      .first()
      .click();
    await head.tab.getByRole('heading', { level: 1, name: /Support for Alder Academy/ }).waitFor();
    await head.tab
      .getByText(/every 2 weeks/)
      .first()
      .waitFor();
    await head.picture('B-support');
    await head.leave();
  },
  120_000,
);
