import { barriersIn } from './support/axe';
import { productFor } from './support/product';
import { story } from './support/story';
import type { Seat } from './support/teams';

/** An administrator sets the trust up for what comes: an academy, a person, next year’s terms, a period for several. */

const step = story();
const { sitDown } = productFor(6810);
let ada: Seat;
let cleo: Seat;
let director: Seat;

const go = (seat: Seat, subPageId: string): Promise<void> => seat.go({ chat: false, subPageId });

/** What has the focus in the tab, by its accessible label. */
const focused = async ({ page }: Seat): Promise<string> => {
  const frame = await (await page.getByTestId('tab-frame').elementHandle())?.contentFrame();
  return (
    (await frame?.evaluate<string>(
      `(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? '').replace('*', '')`,
    )) ?? ''
  );
};

beforeAll(async () => {
  ada = await sitDown('administrator');
  cleo = await sitDown('ceo');
  director = await sitDown('director');
}, 240_000);

step(
  'every part of administration has its own address, reached by its list',
  async () => {
    await go(ada, 'administration');
    const parts = ada.tab.getByRole('navigation', { name: 'Administration' }).getByRole('link');
    await parts.first().waitFor();
    const names = await parts.allTextContents();
    expect(names).toHaveLength(7);
    for (const name of names) {
      await ada.tab
        .getByRole('navigation', { name: 'Administration' })
        .getByRole('link', { name, exact: true })
        .click();
      await ada.tab.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      expect(await barriersIn(ada)).toEqual([]);
    }
  },
  120_000,
);

step(
  'an academy is added: what is wrong is said beside each field, a taken number is refused, and nothing typed is lost',
  async () => {
    await go(ada, 'administration/academies');
    await ada.tab.getByRole('link', { name: 'Add an academy' }).click();
    await ada.tab.getByRole('button', { name: 'Add the academy' }).click();
    await ada.tab.getByText('3 entries need your attention. Nothing was saved.').waitFor();
    expect(await focused(ada)).toContain('URN');
    expect(await barriersIn(ada)).toEqual([]);
    await ada.tab.getByLabel('URN').fill('100001');
    await ada.tab.getByLabel('Name').fill('Damson Academy');
    await ada.tab.getByLabel('Phase').selectOption('Primary');
    await ada.tab.getByLabel('Pupils').fill('180');
    await ada.tab.getByLabel('Joined on').fill('2021-09-01');
    await ada.tab.getByText('Wednesday 1 September 2021').waitFor();
    await ada.tab.getByRole('button', { name: 'Add the academy' }).click();
    await ada.tab.getByText(/The trust has an academy with this URN already: Alder Academy/).waitFor();
    expect(await ada.tab.getByLabel('Name').inputValue()).toBe('Damson Academy');
    await ada.tab.getByLabel('URN').fill('100099');
    await ada.tab.getByRole('button', { name: 'Add the academy' }).click();
    await ada.tab.getByText('Damson Academy is added.').waitFor();
    await go(ada, 'administration/academies');
    await ada.tab.getByText(/^URN 100099 · Primary · 180 pupils · joined 1 September 2021/).waitFor();
  },
  120_000,
);

step(
  'a person is added by Teams’ own people picker, with the role of its head teacher',
  async () => {
    await go(ada, 'administration/people/new');
    await ada.tab.getByRole('button', { name: 'Find a colleague…' }).click();
    await ada.page.getByRole('dialog').getByLabel('Search for people').fill('sunny');
    await ada.page.getByRole('checkbox', { name: /^Sunny Stranger/ }).check();
    await ada.page.getByRole('button', { name: 'Done' }).click();
    await ada.tab.getByRole('button', { name: 'Add the person' }).click();
    await ada.tab.getByText('2 entries need your attention. Nothing was saved.').waitFor();
    expect(await ada.tab.getByLabel('Name').inputValue()).toBe('Sunny Stranger');
    await ada.tab.getByLabel('Job title').fill('Head teacher');
    await ada.tab.getByRole('combobox', { name: 'Role' }).selectOption('Head teacher');
    await ada.tab.getByRole('combobox', { name: 'Academy' }).selectOption('Damson Academy');
    expect(await barriersIn(ada)).toEqual([]);
    await ada.tab.getByRole('button', { name: 'Add the person' }).click();
    await ada.tab.getByText('Sunny Stranger is added.').waitFor();
    await go(ada, 'administration/people');
    await ada.tab.getByText('Head teacher (Damson Academy)').waitFor();
  },
  120_000,
);

step(
  'the CEO becomes an administrator too; the two meet over the dates of next year, and both versions are shown',
  async () => {
    await go(ada, 'administration/people');
    await ada.tab.getByRole('link', { name: 'Cleo Chief' }).click();
    await ada.tab.getByRole('button', { name: 'Add a role' }).click();
    const second = ada.tab.getByRole('group', { name: 'Role 2' });
    await second.getByRole('combobox', { name: 'Role' }).selectOption('Administrator');
    await ada.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.tab.getByText('Cleo Chief is saved.').waitFor();
    await ada.tab.getByText('changed: gave Administrator').waitFor();

    for (const seat of [ada, cleo]) {
      await go(seat, 'administration/calendar');
      await seat.tab.getByRole('link', { name: /^Add 20\d\d\/\d\d$/ }).click();
      await seat.tab.getByText('What follows from these dates').waitFor();
    }
    const dayOf = (seat: Seat) => seat.tab.getByRole('group', { name: 'Summer term' }).getByLabel('Last day');
    const proposed = await dayOf(ada).inputValue();
    const other = proposed.replace(/\d\d$/, (day) => String(Number(day) - 2).padStart(2, '0'));
    await dayOf(ada).fill(other);
    await cleo.tab.getByRole('button', { name: /^Add 20/ }).click();
    await cleo.tab.getByText(/^The dates of 20\d\d\/\d\d are saved\.$/).waitFor();
    await ada.tab.getByRole('button', { name: /^(Add 20|Save the dates)/ }).click();
    const both = ada.tab.getByRole('region', { name: 'Changed meanwhile' });
    await both.getByText(/^Cleo Chief saved another version on/).waitFor();
    await both.getByText('Stored now:').waitFor();
    expect(await barriersIn(ada)).toEqual([]);
    await ada.picture('both-versions');
    await both.getByRole('button', { name: 'Go on with mine' }).click();
    expect(await dayOf(ada).inputValue()).toBe(other);
    await ada.tab.getByRole('button', { name: 'Save the dates' }).click();
    await ada.tab.getByText(/^The dates of 20\d\d\/\d\d are saved\.$/).waitFor();
    await go(ada, 'administration/calendar');
    await ada.tab.getByText(/changed the dates of 20/).waitFor();
    await ada.tab.getByText(/added 20/).waitFor();
    await ada.picture('calendar');
  },
  180_000,
);

step(
  'a period is opened for several academies in one act, with what became of each; the director finds them open',
  async () => {
    await go(ada, 'administration/opening');
    await ada.tab.getByRole('button', { name: 'None' }).click();
    await ada.tab.getByRole('button', { name: 'Open reviews' }).click();
    await ada.tab.getByText('Please choose at least one academy.').first().waitFor();
    for (const name of ['Birch Academy', 'Damson Academy']) await ada.tab.getByRole('checkbox', { name }).check();
    expect(await barriersIn(ada)).toEqual([]);
    await ada.tab.getByRole('button', { name: 'Open 2 reviews' }).click();
    await ada.tab.getByText('2 reviews opened.').waitFor();
    await ada.tab.getByText('Damson Academy: Opened', { exact: true }).waitFor();
    await ada.tab.getByText('Open already: nothing in it changes').first().waitFor();
    await ada.picture('opening');
    await go(director, '');
    await director.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Reviews' }).click();
    await director.tab.getByRole('link', { name: 'Damson Academy' }).waitFor();
  },
  120_000,
);

step(
  'the last administrator stays, whoever tries',
  async () => {
    await go(ada, 'administration/people');
    await ada.tab.getByRole('link', { name: 'Cleo Chief' }).click();
    await ada.tab.getByRole('button', { name: 'Take away role 2' }).click();
    await ada.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.tab.getByText('Cleo Chief is saved.').waitFor();
    await go(ada, 'administration/people');
    await ada.tab.getByRole('link', { name: 'Ada Admin' }).click();
    await ada.tab.getByRole('button', { name: 'Take away role 1' }).click();
    await ada.tab.getByText(/^Once this is saved nobody is Administrator\./).waitFor();
    await ada.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.tab.getByText(/This is the trust’s only administrator\./).waitFor();
  },
  120_000,
);

step(
  'it can be read on a phone and beside a meeting',
  async () => {
    for (const width of [360, 280]) {
      await ada.page.setViewportSize({ width, height: 900 });
      for (const part of ['people', 'academies/new', 'calendar', 'opening']) {
        await go(ada, `administration/${part}`);
        await ada.tab.getByRole('heading', { level: 1 }).waitFor();
        await ada.tab.getByRole('navigation', { name: 'Administration' }).waitFor();
        expect(await barriersIn(ada)).toEqual([]);
      }
    }
    // Says so where a page had a fault.
    for (const seat of [ada, cleo, director]) await seat.leave();
  },
  120_000,
);
