import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildTeamsPage, built } from '../../../local/build/steps';
import { originOf } from '../../../local/settings';
import { conversationIdOf } from '../../../local/teams/identity';
import type { Person } from '../../../shared/schema/people';
import { asBot, botToken, idIn, localTeams, startBot, tabForTests, type BotReaction } from './fixture';

const quiet = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['ASSURED_BROWSER'] ?? '/usr/bin/chromium',
    args: [...quiet.split(' '), '--disable-component-update', '--disable-sync'],
  });

const serve = async (firstPort: number) => {
  const distDir = mkdtempSync(path.join(tmpdir(), 'teams-browser-'));
  await buildTeamsPage();
  cpSync(built.teamsPage, path.join(distDir, 'teams-page'), { recursive: true });
  tabForTests(distDir);
  const system = localTeams(firstPort, ':memory:', distDir);
  const bot = await startBot(firstPort + 2);
  const connector = asBot(system.teams, await botToken(system.entra));
  await system.teams.installForEveryone();
  const server = createAdaptorServer({ fetch: system.teams.page.fetch });
  server.listen(firstPort, '127.0.0.1');
  await once(server, 'listening');
  return {
    bot,
    connector,
    origin: originOf(system.settings.ports).page,
    stop: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await bot.stop();
      system.database.close();
      rmSync(distDir, { recursive: true });
    },
  };
};
type Served = Awaited<ReturnType<typeof serve>>;

/** The local Teams page and a browser, for all tests of one file; every page is closed after its test. */
export const teamsInBrowser = (firstPort: number) => {
  let served: Served | undefined;
  let browser: Browser | undefined;
  let session: BrowserContext | undefined;
  const pages: Page[] = [];
  const running = (): Served => {
    if (!served) throw new Error('The page is served before the first test.');
    return served;
  };
  beforeAll(async () => {
    served = await serve(firstPort);
    browser = await startBrowser();
    session = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  beforeEach(() => {
    running().bot.reactWith(async () => ({ status: 200 }));
    running().bot.calls.length = 0;
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  return {
    get bot() {
      return running().bot;
    },
    get connector() {
      return running().connector;
    },
    open: async (search: string, width = 1280, height = 900): Promise<Page> => {
      if (!session) throw new Error('The browser is there before the first test.');
      const page = await session.newPage();
      await page.setViewportSize({ width, height });
      page.setDefaultTimeout(10_000);
      pages.push(page);
      await page.goto(`${running().origin}/__teams/${search}`);
      return page;
    },
    /** The bot writes a card to somebody; answers its id. */
    sendCard: async (person: Person, card: object): Promise<string> => {
      const content = { type: 'AdaptiveCard', version: '1.5', ...card };
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
      const address = `/${conversationIdOf(person)}/activities`;
      return idIn(await running().connector.post(address, { type: 'message', attachments }));
    },
  };
};

export const as = (person: Person, rest = ''): string => `?as=${person.id}${rest}`;
export const tab = (page: Page, frame = 'tab-frame') => page.getByTestId(frame).contentFrame();
export const context = (page: Page, frame?: string) => tab(page, frame).locator('#context');
export const said = (page: Page, frame?: string) => tab(page, frame).locator('#said');
export const has = async (locator: ReturnType<typeof context>, text: string): Promise<void> =>
  locator.filter({ hasText: text }).waitFor();
export const cardIn = (page: Page, id: string) => page.locator(`[data-testid="card"][data-activity-id="${id}"]`);

export const approval = {
  body: [
    { type: 'TextBlock', text: 'Awaiting approval' },
    { type: 'Input.Text', id: 'comment', label: 'Comment', isRequired: true, errorMessage: 'Please say why' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Approve', verb: 'approve', style: 'positive', data: { changeId: 'c1' } },
    { type: 'Action.Execute', title: 'Reject', verb: 'reject', style: 'destructive', data: { changeId: 'c1' } },
  ],
};
export const answering =
  (type: string, value: unknown): BotReaction =>
  async (activity) =>
    activity['type'] === 'invoke'
      ? { status: 200, body: { statusCode: 200, type: `application/vnd.microsoft.${type}`, value } }
      : { status: 200 };
