import { z } from 'zod';
import { manifestAppId } from '../../local/settings';
import { Entity, startLocalGraph, users, type LocalGraph } from './support/localGraph';

// Two processes beside this one, on a machine that may be busy.
jest.setTimeout(60_000);

const installed: string[] = [];
let local: LocalGraph;
beforeAll(async () => {
  local = await startLocalGraph({ onInstall: (userId) => void installed.push(userId) });
});
afterAll(() => local.stop());

const Collection = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) });
const [ada, ben] = users;

test('people are found by id, by user principal name, and by mail', async () => {
  const byId = await local.installer.get(Entity, `/users/${ada?.id}?$select=id,displayName,mail`);
  expect(byId).toEqual({
    '@odata.context': `${local.system.origin}/v1.0/$metadata#users/$entity`,
    id: ada?.id,
    displayName: 'Ada Appletree',
    mail: 'ada.appletree@orchard.example',
  });
  expect((await local.installer.get(Entity, `/users/${ben?.userPrincipalName}`)).id).toBe(ben?.id);
  const byMail = await local.installer.get(Collection, "/users?$filter=mail eq 'BEN.pearbranch@orchard.example'");
  expect(byMail.value.map((user) => user.id)).toEqual([ben?.id]);
  const two = await local.installer.get(Collection, '/users?$top=1');
  const next = await local.installer.get(Collection, String(two['@odata.nextLink']));
  expect(next.value.map((user) => user.id)).toEqual([ben?.id]);
});

test('nobody else is there, and not every property may be filtered on', async () => {
  const missing = await local.installer.refusal(local.installer.get(Entity, '/users/nobody@orchard.example'));
  expect(missing).toMatchObject({ statusCode: 404, code: 'Request_ResourceNotFound' });
  const filter = await local.installer.refusal(local.installer.get(Entity, "/users?$filter=surname eq 'Appletree'"));
  expect(filter.statusCode).toBe(400);
});

test('an app without the permission sees no people', async () => {
  const refused = await local.administrator.refusal(local.administrator.get(Collection, '/users'));
  expect(refused).toMatchObject({ statusCode: 403, code: 'Authorization_RequestDenied' });
});

test('the app is installed for a person once, and the hook is told', async () => {
  const apps = await local.installer.get(Collection, `/appCatalogs/teamsApps?$filter=externalId eq '${manifestAppId}'`);
  const app = apps.value[0]?.id;
  const base = `/users/${ben?.id}/teamwork/installedApps`;
  const query = `${base}?$expand=teamsApp&$filter=teamsApp/id eq '${app}'`;
  expect((await local.installer.get(Collection, query)).value).toEqual([]);

  const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${app}` };
  await local.installer.post(z.unknown(), base, body);
  expect(installed).toEqual([ben?.id]);
  const again = await local.installer.refusal(local.installer.post(z.unknown(), base, body));
  expect(again.statusCode).toBe(409);
  expect(installed).toHaveLength(1);

  const [installation] = (await local.installer.get(Collection, query)).value;
  expect(installation).toMatchObject({ teamsApp: { id: app, externalId: manifestAppId } });
  const chat = await local.installer.get(Entity, `${base}/${installation?.id}/chat`);
  expect(chat.id).toMatch(/^19:.+@unq\.gbl\.spaces$/);
  const others = await local.installer.get(Collection, `/users/${ada?.id}/teamwork/installedApps`);
  expect(others.value).toEqual([]);
});

test('an app that is not in the catalogue cannot be installed', async () => {
  const body = { 'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/other' };
  const refused = local.installer.post(z.unknown(), `/users/${ada?.id}/teamwork/installedApps`, body);
  expect((await local.installer.refusal(refused)).statusCode).toBe(404);
});
