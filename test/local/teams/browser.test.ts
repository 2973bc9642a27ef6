import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { conversationIdOf } from '../../../local/teams/identity';
import { people } from './fixture';
import { answering, approval, as, cardIn, context, has, said, tab, teamsInBrowser } from './teamsInBrowser';

jest.setTimeout(120_000);

const teams = teamsInBrowser(6360);
const { open, sendCard } = teams;

describe('being somebody', () => {
  test('by choosing at the start, and by the switcher', async () => {
    const page = await open('');
    await page.getByRole('button', { name: /Ceri Example/ }).click();
    await has(context(page), people.ceo.id);
    await page.getByTestId('person-switcher').click();
    await page.getByRole('option', { name: /Hetty Example/ }).click();
    await has(context(page), people.head.id);
    await page.goBack();
    await has(context(page), people.ceo.id);
  });

  test('the switcher works by keyboard', async () => {
    const page = await open(as(people.ceo));
    await page.getByTestId('person-switcher').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await has(context(page), people.board.id);
  });

  test('a theme reaches the tab while it runs', async () => {
    const page = await open(as(people.ceo, '&theme=dark'));
    await tab(page).locator('body[data-theme="dark"]').waitFor();
    await page.getByTestId('theme-switch').click();
    await page.getByRole('menuitemradio', { name: 'High contrast' }).click();
    await tab(page).locator('body[data-theme="contrast"]').waitFor();
  });
});

describe('the chat', () => {
  test('carries words both ways', async () => {
    teams.bot.reactWith(async ({ type, text }) => {
      const answer = { type: 'message', text: `You said **${String(text)}**` };
      if (type === 'message') await teams.connector.post(`/${conversationIdOf(people.head)}/activities`, answer);
      return { status: 200 };
    });
    const page = await open(as(people.head));
    await page.getByLabel('Message to Assured').fill('help');
    await page.keyboard.press('Enter');
    await page.getByTestId('chat').getByText('You said help').waitFor();
    expect(await page.getByTestId('chat').locator('strong', { hasText: 'help' }).count()).toBe(1);
  });

  test('counts what arrived out of sight, until it is seen', async () => {
    const page = await open(as(people.head));
    await page.getByLabel('Message to Assured').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await teams.connector.post(`/${conversationIdOf(people.head)}/activities`, { type: 'message', text: 'News' });
    await page.getByRole('button', { name: /Chat.*1 unread message\b/ }).click();
    await page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  });

  test('ends with the app and begins again', async () => {
    const page = await open(as(people.board));
    await page.getByRole('button', { name: 'More about this chat' }).click();
    await page.getByRole('menuitem', { name: 'Uninstall Assured' }).click();
    await page.getByRole('button', { name: 'Install Assured' }).click();
    await page.getByLabel('Message to Assured').waitFor();
    // The page shows the app before the bot has heard of it.
    while (teams.bot.ofType('conversationUpdate').length === 0) await page.waitForTimeout(20);
    expect(teams.bot.ofType('installationUpdate')).toMatchObject([{ action: 'remove' }, { action: 'add' }]);
  });
});

describe('what the tab asks of Teams', () => {
  test('a dialog and its result', async () => {
    const page = await open(as(people.ceo));
    await tab(page).getByRole('button', { name: 'Open dialog' }).click();
    await has(context(page, 'dialog-frame'), '"frameContext": "task"');
    await tab(page, 'dialog-frame').getByRole('button', { name: 'Submit dialog' }).click();
    await has(said(page), '{"answer":42}');
    expect(await page.getByTestId('dialog-frame').count()).toBe(0);
  });

  test('a link to share, and a link that leads nowhere', async () => {
    const page = await open(as(people.ceo));
    await tab(page).getByRole('button', { name: 'Share link' }).click();
    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toContain('subPageId=review%2F1');
    await page.getByRole('button', { name: 'Close' }).click();
    await tab(page).getByRole('button', { name: 'Open link' }).click();
    await page.getByText('belongs to an app that is not installed').first().waitFor();
  });

  test('a back button', async () => {
    const page = await open(as(people.ceo));
    await tab(page).getByRole('button', { name: 'Handle back' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await has(said(page), 'back');
  });

  test('to say that it failed, and another try', async () => {
    const page = await open(as(people.ceo));
    await tab(page).getByRole('button', { name: 'Fail' }).click();
    await page.getByText('The tab cannot start.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await has(context(page), people.ceo.id);
    await page.getByText('The tab cannot start.').waitFor({ state: 'detached' });
  });
});

describe('the meeting', () => {
  test('shares from the side panel to the stage that everybody sees', async () => {
    const [ceo, board] = [await open(as(people.ceo, '&view=meeting')), await open(as(people.board, '&view=meeting'))];
    await has(context(ceo, 'side-panel-frame'), '"frameContext": "sidePanel"');
    expect((await ceo.getByTestId('side-panel-frame').boundingBox())?.width).toBe(280);
    await tab(ceo, 'side-panel-frame').locator('body[data-theme="dark"]').waitFor();
    await tab(ceo, 'side-panel-frame').getByRole('button', { name: 'Share to stage' }).click();
    for (const page of [ceo, board]) await has(context(page, 'stage-frame'), '"frameContext": "meetingStage"');
    await has(context(board, 'stage-frame'), people.board.id);
    await board.getByTestId('meeting-stop-sharing').click();
    for (const page of [ceo, board]) await page.getByTestId('stage-frame').waitFor({ state: 'detached' });
  });

  test('has the app as its tab, and an end', async () => {
    const page = await open(as(people.ceo, '&view=meeting'));
    await page.getByTestId('meeting-tab').click();
    await has(context(page, 'meeting-tab-frame'), '"meeting"');
    await page.getByTestId('meeting-leave').click();
    await page.getByTestId('tab-frame').waitFor();
  });
});

const axe = readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds, without the frames (the tab is not ours) and without the focus guards of Fluent. */
const barriersIn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { iframes: false }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
};

test.each(['light', 'dark', 'contrast'])('axe finds no barrier in the %s theme', async (theme) => {
  teams.bot.reactWith(answering('error', { code: 'x', message: 'Already decided.' }));
  const id = await sendCard(people.ceo, approval);
  const page = await open(as(people.ceo, `&theme=${theme}`));
  await cardIn(page, id).getByLabel('Comment').fill('Agreed');
  await cardIn(page, id).getByRole('button', { name: 'Approve' }).click();
  await cardIn(page, id).getByRole('alert').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await teams.connector.post(`/${conversationIdOf(people.ceo)}/activities`, { type: 'message', text: 'News' });
  await page.getByRole('button', { name: 'Meeting' }).click();
  await context(page, 'side-panel-frame').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  const chooser = await open(`?theme=${theme}`);
  await chooser.getByText('Who would you like to be?').waitFor();
  expect(await barriersIn(chooser)).toEqual([]);
});

test.each([360, 768, 1280])('nothing is cut off at %i pixels', async (width) => {
  await sendCard(people.ceo, approval);
  for (const view of ['tab', 'chat', 'meeting']) {
    const page = await open(as(people.ceo, `&view=${view}`), width, 700);
    await page.locator('iframe').first().waitFor({ state: 'attached' });
    const wider = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.shell, .shell *')].filter((e) => e.scrollWidth > e.clientWidth + 1 &&
        e.clientWidth > 1 && getComputedStyle(e).overflowX === 'auto').map((e) => e.className)`,
    );
    expect(wider).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
  }
});
