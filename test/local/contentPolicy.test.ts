import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** The built tab under the very headers of production, framed as Teams frames it: nothing of it leaves this machine. */

jest.setTimeout(120_000);

const tabOrigin = 'https://assured.example';
const api = 'https://api.assured.example';
const hosting = JSON.parse(
  readFileSync(path.resolve('infra/tab/staticwebapp.config.json'), 'utf8').replaceAll('${{API_ENDPOINT}}', api),
) as { globalHeaders: Record<string, string> };
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** As much of Teams as the tab needs to begin: it is made known, and given a token. */
const hostPage = `<!doctype html><title>Host</title><iframe src="${tabOrigin}/" style="width:1000px;height:700px"></iframe>
<script>
  const context = { locale: 'en-gb', theme: 'default', frameContext: 'content', hostClientType: 'web', hostName: 'Teams',
    tid: '5a3e0d60-0000-4000-8000-0000000a55ed', userObjectId: '0a55ed00-0000-4000-8000-000000000001', entityId: 'work' };
  const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {}, teamsCore: {} } });
  const replies = { initialize: ['content', 'web', runtime, '2.58.0'], getContext: [context],
    'authentication.getAuthToken': [true, 'token'] };
  addEventListener('message', ({ data, source, origin }) => {
    if (data && data.id !== undefined && replies[data.func])
      source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: replies[data.func] }, origin);
  });
</script>`;

const fileOf = (pathname: string): string => {
  const file = path.resolve('dist/tabs', `.${pathname}`);
  return path.extname(file) !== '' && existsSync(file) ? file : path.resolve('dist/tabs/index.html');
};

const serve = async (page: Page, host: string): Promise<readonly string[]> => {
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === host) return route.fulfill({ contentType: 'text/html', body: hostPage });
    if (url.origin === api) {
      asked.push(url.pathname);
      const problem = {
        type: 'x',
        title: 'Not set up yet',
        status: 503,
        detail: 'Not set up yet.',
        code: 'trust.not-set-up',
      };
      const headers = { 'access-control-allow-origin': tabOrigin, 'access-control-allow-headers': '*' };
      return route.fulfill({
        status: 503,
        headers,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      });
    }
    if (url.origin !== tabOrigin) return route.abort();
    if (url.pathname === '/config.json') return route.fulfill({ json: { apiBaseUrl: `${api}/api` } });
    const file = fileOf(url.pathname);
    const headers = {
      ...hosting.globalHeaders,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    };
    return route.fulfill({ headers, body: readFileSync(file) });
  });
  return asked;
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env['ASSURED_BROWSER'] && { executablePath: process.env['ASSURED_BROWSER'] }),
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

const open = async (host: string) => {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|violates/i.test(message.text())) complaints.push(message.text());
  });
  const asked = await serve(page, host);
  await page.goto(`${host}/`);
  return { page, complaints, asked };
};

describe('the tab under the policy of production', () => {
  it.each(['https://teams.microsoft.com', 'https://teams.cloud.microsoft', 'https://m365.cloud.microsoft'])(
    'begins in %s, asks the API and breaks no rule',
    async (host) => {
      const { page, complaints, asked } = await open(host);
      await page.frameLocator('iframe').getByText('Not set up yet').first().waitFor();
      expect(asked).toContain('/api/session');
      expect(complaints).toEqual([]);
    },
  );

  it.each(['https://teams.microsoft.com.evil.example', 'https://evil.example', 'http://teams.microsoft.com'])(
    'is shown in no frame of %s',
    async (host) => {
      const { complaints, asked } = await open(host);
      expect(complaints.join()).toMatch(/frame-ancestors/);
      expect(asked).toEqual([]);
    },
  );
});
