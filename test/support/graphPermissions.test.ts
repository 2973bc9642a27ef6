import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCallRecord, templateOf } from '../../local/graph/callRecord';
import { apps } from '../../local/settings';
import { judgeCalls, permissionsOfProduct } from './graphPermissions';

const folder = mkdtempSync(path.join(tmpdir(), 'assured-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the calls to Graph of a test run', () => {
  it.each([
    ['/sites/orchard,1,2/lists/abc/items/7/versions', '/sites/{id}/lists/{id}/items/{id}/versions'],
    ['/users/0a55/teamwork/installedApps', '/users/{id}/teamwork/installedApps'],
    ['/users/0a55/mailFolders/inbox/messages', '/users/{id}/{id}/{id}/{id}'],
    ['/me', '/{id}'],
  ])('are recorded without what they were about: %s', (given, template) => {
    expect(templateOf(given)).toBe(template);
  });

  it('are recorded once, and only those of the product’s own client', () => {
    const file = path.join(folder, 'calls.txt');
    const record = createCallRecord(file);
    const call = {
      appId: apps.product.id,
      method: 'GET',
      path: '/sites/a/lists',
      userAgent: 'NONISV|Assured|Assured/1.0',
    };
    record(call);
    record({ ...call, path: '/sites/b/lists' });
    record({ ...call, method: 'DELETE', userAgent: 'node' });
    record({ ...call, method: 'DELETE', userAgent: undefined });
    expect(readFileSync(file, 'utf8')).toBe(`${apps.product.id} GET /sites/{id}/lists\n`);
  });

  it.each([
    ['another resource', 'GET /users/{id}/{id}'],
    ['the directory', 'GET /users/{id}'],
    ['another verb', 'DELETE /sites/{id}/lists/{id}/items/{id}'],
    ['what only the administrator may', 'POST /sites/{id}/lists'],
  ])('are not allowed to the product where they ask for %s', (_, call) => {
    const line = `${apps.product.id} ${call}`;
    expect(judgeCalls(`${line}\n${apps.product.id} GET /sites/{id}/lists\n`).notAllowed).toEqual([line]);
  });

  it('are not allowed to a registration that nobody knows', () => {
    expect(judgeCalls(`${apps.bot.id} GET /sites/{id}/lists\n`).notAllowed).toHaveLength(1);
  });

  it('show which permission nobody needs', () => {
    expect(judgeCalls('').neverUsed).toEqual(permissionsOfProduct);
    const { neverUsed } = judgeCalls(`${apps.product.id} GET /sites/{id}/lists\n`);
    expect(neverUsed).toEqual(['TeamsAppInstallation.ReadWriteSelfForUser.All']);
  });
});

describe('the permissions of the product', () => {
  it('are those of its local registration, and those that the page for administrators lists', () => {
    expect([...permissionsOfProduct].sort()).toEqual([...apps.product.roles].sort());
    const page = readFileSync(path.resolve('docs', 'permissions.md'), 'utf8');
    const listed = Array.from(page.matchAll(/^\| `([\w.]+)` +\| application/gm), ([, name]) => name);
    expect(listed.sort()).toEqual([...permissionsOfProduct].sort());
  });

  it('and what the manifest asks of a meeting are on that page, each once', () => {
    const { authorization } = JSON.parse(readFileSync(path.resolve('manifest', 'manifest.json'), 'utf8')) as {
      authorization: { permissions: { resourceSpecific: { name: string }[] } };
    };
    const page = readFileSync(path.resolve('docs', 'permissions.md'), 'utf8');
    const listed = Array.from(page.matchAll(/^\| `([\w.]+)` +\| resource-specific/gm), ([, name]) => name);
    expect(listed.sort()).toEqual(authorization.permissions.resourceSpecific.map(({ name }) => name).sort());
  });
});
