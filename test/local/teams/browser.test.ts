import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildTeamsPage, built } from '../../../local/build/steps';
import { manifestAppId, originOf } from '../../../local/settings';
import { conversationIdOf, memberIdOf } from '../../../local/teams/identity';
import type { Person } from '../../../shared/schema/people';
import { asBot, botToken, idIn, localTeams, people, startBot, tabForTests, type BotReaction } from './fixture';

jest.setTimeout(120_000);

const firstPort = 6360;
const distDir = mkdtempSync(path.join(tmpdir(), 'teams-browser-'));
const system = localTeams(firstPort, ':memory:', distDir);
const server = createAdaptorServer({ fetch: system.teams.page.fetch });
let browser: Browser;
let session: BrowserContext;
let bot: Awaited<ReturnType<typeof startBot>>;
let connector: ReturnType<typeof asBot>;

const quiet = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

beforeAll(async () => {
  await buildTeamsPage();
  cpSync(built.teamsPage, path.join(distDir, 'teams-page'), { recursive: true });
  tabForTests(distDir);
  bot = await startBot(firstPort + 2);
  connector = asBot(system.teams, await botToken(system.entra));
  await system.teams.installForEveryone();
  server.listen(firstPort, '127.0.0.1');
  await once(server, 'listening');
  browser = await chromium.launch({
    executablePath: process.env['ASSURED_BROWSER'] ?? '/usr/bin/chromium',
    args: [...quiet.split(' '), '--disable-component-update', '--disable-sync'],
  });
  session = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  server.close();
  await bot?.stop();
  system.database.close();
  rmSync(distDir, { recursive: true });
});

const ok: BotReaction = async () => ({ status: 200 });
beforeEach(() => {
  bot.reactWith(ok);
  bot.calls.length = 0;
});

const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

const open = async (search: string, width = 1280, height = 900): Promise<Page> => {
  const page = await session.newPage();
  await page.setViewportSize({ width, height });
  page.setDefaultTimeout(10_000);
  pages.push(page);
  await page.goto(`${originOf(system.settings.ports).page}/__teams/${search}`);
  return page;
};
const as = (person: Person, rest = ''): string => `?as=${person.id}${rest}`;
const tab = (page: Page, frame = 'tab-frame') => page.getByTestId(frame).contentFrame();
const context = (page: Page, frame?: string) => tab(page, frame).locator('#context');
const said = (page: Page, frame?: string) => tab(page, frame).locator('#said');
const has = async (locator: ReturnType<typeof context>, text: string): Promise<void> =>
  locator.filter({ hasText: text }).waitFor();

const sendCard = async (person: Person, card: object): Promise<string> => {
  const content = { type: 'AdaptiveCard', version: '1.5', ...card };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const address = `/${conversationIdOf(person)}/activities`;
  return idIn(await connector.post(address, { type: 'message', attachments }));
};
const cardIn = (page: Page, id: string) => page.locator(`[data-testid="card"][data-activity-id="${id}"]`);

const approval = {
  body: [
    { type: 'TextBlock', text: 'Awaiting approval' },
    { type: 'Input.Text', id: 'comment', label: 'Comment', isRequired: true, errorMessage: 'Please say why' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Approve', verb: 'approve', style: 'positive', data: { changeId: 'c1' } },
    { type: 'Action.Execute', title: 'Reject', verb: 'reject', style: 'destructive', data: { changeId: 'c1' } },
  ],
};
const answering =
  (type: string, value: unknown): BotReaction =>
  async (activity) =>
    activity['type'] === 'invoke'
      ? { status: 200, body: { statusCode: 200, type: `application/vnd.microsoft.${type}`, value } }
      : { status: 200 };

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

describe('cards', () => {
  test('ask for what is missing, send it merged, and show the answer', async () => {
    bot.reactWith(
      answering('card.adaptive', {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: 'Approved' }],
      }),
    );
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    const card = cardIn(page, id);
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByText('Please say why').waitFor();
    expect(bot.ofType('invoke')).toEqual([]);
    await card.getByLabel('Comment').fill('Agreed');
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByText('Approved', { exact: true }).waitFor();
    expect(await card.getByText('Awaiting approval').count()).toBe(0);
    expect(bot.ofType('invoke')).toMatchObject([
      { value: { action: { verb: 'approve', data: { changeId: 'c1', comment: 'Agreed' } }, trigger: 'manual' } },
    ]);
  });

  test.each([
    ['message', 'activity.message', 'Noted.', 'status'],
    ['error', 'error', { code: 'x', message: 'Already decided by Bo Example.' }, 'alert'],
  ] as const)('show a %s in words and keep what was typed', async (_, type, value, role) => {
    bot.reactWith(answering(type, value));
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    const card = cardIn(page, id);
    await card.getByLabel('Comment').fill('Agreed');
    await card.getByRole('button', { name: 'Approve' }).click();
    await has(card.getByRole(role), typeof value === 'string' ? value : value.message);
    expect(await card.getByLabel('Comment').inputValue()).toBe('Agreed');
  });

  test('are clicked once however quickly', async () => {
    const id = await sendCard(people.ceo, { actions: [{ type: 'Action.Execute', title: 'Approve', verb: 'approve' }] });
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByRole('button', { name: 'Approve' }).dblclick({ delay: 1 });
    await cardIn(page, id).getByRole('alert').waitFor();
    expect(bot.ofType('invoke')).toHaveLength(1);
  });

  test('keep what was typed in another theme', async () => {
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByLabel('Comment').fill('Half a thought');
    await page.getByTestId('theme-switch').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.locator('.theme-dark').waitFor();
    expect(await cardIn(page, id).getByLabel('Comment').inputValue()).toBe('Half a thought');
  });

  test('open the tab at their link', async () => {
    const link = encodeURIComponent(JSON.stringify({ subEntityId: 'change/c1' }));
    const url = `https://teams.microsoft.com/l/entity/${manifestAppId}/assured?context=${link}`;
    const id = await sendCard(people.ceo, { actions: [{ type: 'Action.OpenUrl', title: 'Open in Assured', url }] });
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByRole('link', { name: 'Open in Assured' }).click();
    await has(context(page), 'change/c1');
    expect(new URL(page.url()).searchParams.get('subPageId')).toBe('change/c1');
  });

  test('fetch the viewer their own view by themselves, once', async () => {
    bot.reactWith(
      answering('card.adaptive', {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: 'Yours' }],
      }),
    );
    const refresh = { action: { type: 'Action.Execute', verb: 'show' }, userIds: [memberIdOf(people.head)] };
    const id = await sendCard(people.head, { refresh, body: [{ type: 'TextBlock', text: 'Everybody' }] });
    const page = await open(as(people.head));
    await cardIn(page, id).getByText('Yours').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await cardIn(page, id).getByText('Yours').waitFor();
    expect(bot.ofType('invoke')).toMatchObject([{ value: { action: { verb: 'show' }, trigger: 'automatic' } }]);
  });

  test('change before the eyes of whoever looks, when the bot edits them', async () => {
    const id = await sendCard(people.board, approval);
    const [one, other] = [await open(as(people.board)), await open(as(people.board))];
    await cardIn(one, id).getByText('Awaiting approval').waitFor();
    const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Decided' }] };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
    await connector.put(`/${conversationIdOf(people.board)}/activities/${id}`, { type: 'message', attachments });
    for (const page of [one, other]) await cardIn(page, id).getByText('Decided').waitFor();
  });

  test('newer than 1.5 show their fallback text only', async () => {
    const id = await sendCard(people.board, { version: '1.6', fallbackText: 'Open Assured to see this.' });
    await cardIn(await open(as(people.board)), id)
      .getByText('Open Assured to see this.')
      .waitFor();
  });
});

describe('the chat', () => {
  test('carries words both ways', async () => {
    bot.reactWith(async ({ type, text }) => {
      const answer = { type: 'message', text: `You said **${String(text)}**` };
      if (type === 'message') await connector.post(`/${conversationIdOf(people.head)}/activities`, answer);
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
    await connector.post(`/${conversationIdOf(people.head)}/activities`, { type: 'message', text: 'News' });
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
    while (bot.ofType('conversationUpdate').length === 0) await page.waitForTimeout(20);
    expect(bot.ofType('installationUpdate')).toMatchObject([{ action: 'remove' }, { action: 'add' }]);
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
  bot.reactWith(answering('error', { code: 'x', message: 'Already decided.' }));
  const id = await sendCard(people.ceo, approval);
  const page = await open(as(people.ceo, `&theme=${theme}`));
  await cardIn(page, id).getByLabel('Comment').fill('Agreed');
  await cardIn(page, id).getByRole('button', { name: 'Approve' }).click();
  await cardIn(page, id).getByRole('alert').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await connector.post(`/${conversationIdOf(people.ceo)}/activities`, { type: 'message', text: 'News' });
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
