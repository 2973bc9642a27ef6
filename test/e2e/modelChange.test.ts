import { barriersIn } from './support/axe';
import { judge, openYear } from './support/judging';
import { editInSharePoint } from './support/sharePoint';
import { storeNextVersion } from './support/storeVersion';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** A trust changes its model in the middle of the year, and its administrator records what Ofsted said. */

const step = story();
const firstPort = 6790;
const { running, sitDown } = productFor(firstPort, 'riskMatrix');
let director: Seat;
let administrator: Seat;
let birch: string;
/** From the address of its record: `…/reviews/2026-27/year/100002`. */
const urnOfBirch = (): string => /\d{6}/.exec(birch)?.[0] ?? '';

beforeAll(async () => {
  director = await sitDown('director');
  administrator = await sitDown('administrator');
}, 240_000);

step(
  'while nothing else is stored, the page says so in one line',
  async () => {
    await administrator.go({ chat: false, subPageId: 'administration/models' });
    await administrator.tab.getByText('Every year uses Risk matrix, version 1.').waitFor();
    expect(await administrator.tab.getByRole('link', { name: /^Use version/ }).count()).toBe(0);
  },
  120_000,
);

step(
  'the year is opened and two areas are judged; then the trust stores a second version without one of them',
  async () => {
    birch = await openYear(director, 'risk assessment', 3);
    for (const area of ['behaviourAndAttitudes', 'personalDevelopment']) {
      await director.go({ chat: false, subPageId: `${birch}/${area}` });
      await judge(director, 'Good');
    }
    await storeNextVersion(running().system, firstPort, 'riskMatrix', (framework) => ({
      ...framework,
      areas: framework.areas
        .filter(({ code }) => code !== 'behaviourAndAttitudes')
        .map((area) => (area.code === 'personalDevelopment' ? { ...area, name: 'Character and wellbeing' } : area)),
    }));
  },
  240_000,
);

step(
  'the administrator reads what it would affect, on a narrow screen too, and chooses it',
  async () => {
    const offered = administrator.tab.getByRole('link', { name: /^Use version 2 for 20\d\d\/\d\d$/ }).first();
    // Stored by another process a moment ago: the server's reading may be some seconds old.
    await until('the second version is offered', async () => {
      await administrator.go({ chat: false, subPageId: 'administration/models' });
      return offered.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await offered.click();
    await administrator.tab.getByText('No longer judged: ‘Behaviour & Attitudes’.').waitFor();
    await administrator.tab.getByText('‘Personal Development’ is now called ‘Character and wellbeing’.').waitFor();
    await administrator.tab.getByText(/^3 open risk assessments go over to the new version/).waitFor();
    await administrator.tab.getByText(/^Birch Academy: 1 judgement has no place/).waitFor();
    expect(await barriersIn(administrator)).toEqual([]);
    await administrator.picture('model-change');
    await administrator.page.setViewportSize({ width: 280, height: 900 });
    expect(await barriersIn(administrator)).toEqual([]);
    await administrator.page.setViewportSize({ width: 1440, height: 900 });
    await administrator.tab.getByRole('button', { name: /^Use version 2 for/ }).click();
    const dialog = administrator.tab.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Use version 2 for/ }).click();
    await administrator.tab.getByText('now uses Risk matrix, version 2.').waitFor();
    await administrator.tab.getByText('3 open records went over to it.').waitFor();
  },
  120_000,
);

step(
  'the director finds the record on the new version, with what still has a place in it',
  async () => {
    await director.go({ chat: false, subPageId: birch });
    await director.tab.getByText('Character and wellbeing').first().waitFor();
    expect(await director.tab.getByText('Behaviour & Attitudes', { exact: true }).count()).toBe(0);
    await director.go({ chat: false, subPageId: `${birch}/safeguarding` });
    await judge(director, 'Good');
  },
  120_000,
);

step(
  'the administrator records a report card; it stands beside the old single grade and is not turned into one',
  async () => {
    await administrator.go({ chat: false, subPageId: 'administration/academies' });
    await administrator.tab.getByRole('link', { name: 'Inspections and records of Birch Academy' }).click();
    await administrator.tab.getByRole('heading', { level: 1, name: 'Birch Academy' }).waitFor();
    await administrator.tab.getByRole('button', { name: 'Record an inspection' }).click();
    const dialog = administrator.tab.getByRole('dialog');
    await dialog.getByLabel('A report card').check();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.getByText('Enter a date.').waitFor();
    expect(await barriersIn(administrator)).toEqual([]);
    await dialog.getByLabel('Date of the inspection').fill('2026-01-20');
    await dialog.getByLabel('Safeguarding standards').selectOption('Met');
    await dialog.getByLabel('Inclusion').selectOption('Strong standard');
    await dialog.getByLabel('Achievement').selectOption('Expected standard');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await administrator.tab.getByText('The inspection is recorded.').waitFor();
    const card = '1 of 2 areas at the expected standard, 1 strong standard; safeguarding met';
    await administrator.tab.getByText(`${card}, 20 January 2026`).first().waitFor();
    expect(await barriersIn(administrator)).toEqual([]);
    await administrator.picture('academy');
    await director.go({ chat: false });
    await director.tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Matrix' }).click();
    const row = director.tab.getByRole('row', { name: /Birch Academy/ });
    await row.getByText(card).waitFor();
    await row.getByText('Requires improvement (single grade)').waitFor();
    expect(await barriersIn(director)).toEqual([]);
  },
  120_000,
);

step(
  'somebody changes an academy in SharePoint; the administrator reads both versions and puts back what Assured wrote',
  async () => {
    const fields = { Title: 'Birch Primary', Phase: 'Secondary' };
    await editInSharePoint(running().system, firstPort, { list: 'Academies', key: urnOfBirch(), fields });
    await administrator.go({ chat: false, subPageId: 'administration' });
    await administrator.tab.getByRole('link', { name: 'Changed outside Assured' }).click();
    await administrator.tab.getByRole('link', { name: /^Compare both versions of \d+ in Academies$/ }).click();
    await administrator.tab.getByText('Birch Primary', { exact: true }).waitFor();
    await administrator.tab.getByText('Birch Academy', { exact: true }).first().waitFor();
    expect(await barriersIn(administrator)).toEqual([]);
    await administrator.page.setViewportSize({ width: 1280, height: 900 });
    await administrator.picture('hand-edit');
    await administrator.page.setViewportSize({ width: 360, height: 800 });
    expect(await barriersIn(administrator)).toEqual([]);
    await administrator.picture('hand-edit-narrow');
    await administrator.page.setViewportSize({ width: 1440, height: 900 });
    await administrator.tab.getByRole('button', { name: 'Put back what Assured wrote' }).click();
    await administrator.tab.getByRole('dialog').getByRole('button', { name: 'Put it back' }).click();
    await administrator.tab.getByText(/stands again as Assured wrote it\.$/).waitFor();
    await administrator.go({ chat: false, subPageId: 'administration/hand-edits' });
    await administrator.tab.getByText('No item was changed outside Assured.').waitFor();
  },
  120_000,
);
