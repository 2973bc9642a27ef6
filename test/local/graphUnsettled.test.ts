import { z } from 'zod';
import { likeliest, type Unsettled } from '../../local/graph/unsettled';
import { Entity, Fields, Item, Page, localGraphForAll, users } from './support/localGraph';

const local = localGraphForAll();

const settle = (answers: Partial<Unsettled>): void => void Object.assign(local.system.faults.unsettled, answers);
const add = (list: string, fields: object) => local.product.post(Item, `${list}/items`, { fields });
const header = async (path: string, name: string): Promise<string | undefined> => {
  const token = await local.product.token('https://graph.microsoft.com/.default');
  const answer = await local.product.fetch('GET', `/v1.0${path}`, { headers: { authorization: `Bearer ${token}` } });
  return answer.headers[name];
};
const names = async (list: string): Promise<string[]> =>
  (
    await local.product.get(z.object({ value: z.array(z.looseObject({ name: z.string() })) }), `${list}/columns`)
  ).value.map(({ name }) => name);

test('a reset takes every question back to its likeliest answer', () => {
  settle({ versioning: false, deltaPage: 7 });
  local.system.faults.reset();
  expect(local.system.faults.unsettled).toEqual(likeliest);
});

describe('values', () => {
  test('requiredRefused', async () => {
    const list = await local.newList('Required');
    await add(list, { Title: 'no key' });
    settle({ requiredRefused: true });
    expect(await local.product.refusal(add(list, { Title: 'no key' }))).toMatchObject({ statusCode: 400 });
  });

  test('valueRefusal: the text changes, the code does not; other refusals keep theirs', async () => {
    const list = await local.newList('Refused values');
    await add(list, { Key: 'k' });
    settle({ valueRefusal: 'The field value is not valid.' });
    for (const fields of [{ Nonsense: 1 }, { Key: 'k'.repeat(65) }, { State: 'Done' }])
      expect(await local.product.refusal(add(list, fields))).toMatchObject({
        statusCode: 400,
        code: 'invalidRequest',
        message: 'The field value is not valid.',
      });
    expect((await local.product.refusal(add(list, { Key: 'k' }))).message).toContain('unique constraints');
  });

  test.each<[Unsettled['booleanLiterals'], string, boolean]>([
    ['both', '1', true],
    ['both', 'true', true],
    ['words', 'true', true],
    ['words', '1', false],
    ['numbers', '1', true],
    ['numbers', 'true', false],
  ])('booleanLiterals %s: eq %s is taken: %s', async (booleanLiterals, literal, taken) => {
    settle({ booleanLiterals });
    const list = `/sites/${local.siteId}/lists/${await booleans()}`;
    const query = local.product.get(Page, `${list}/items?$filter=fields/Done eq ${literal}`);
    const found = await query.then(
      ({ value }) => value.length,
      () => undefined,
    );
    expect(found).toBe(taken ? 1 : undefined);
  });

  let made: Promise<string> | undefined;
  const booleans = (): Promise<string> => (made ??= makeBooleans());
  const makeBooleans = async (): Promise<string> => {
    const columns = [{ name: 'Done', boolean: {}, indexed: true }];
    const body = { displayName: 'Booleans', columns };
    const { id } = await local.administrator.post(Entity, `/sites/${local.siteId}/lists`, body);
    for (const Done of [true, false]) await add(`/sites/${local.siteId}/lists/${id}`, { Done });
    return id;
  };
});

describe('tags and versions', () => {
  test('tagHeader', async () => {
    const list = await local.newList('Tags');
    const { eTag } = await add(list, { Key: 'k' });
    expect(await header(`${list}/items/1/fields`, 'etag')).toBe(eTag.replaceAll('"', ''));
    settle({ tagHeader: 'quoted' });
    expect(await header(`${list}/items/1/fields`, 'etag')).toBe(eTag);
    settle({ tagHeader: 'absent' });
    expect(await header(`${list}/items/1/fields`, 'etag')).toBeUndefined();
  });

  test('mismatchInner', async () => {
    const list = await local.newList('Mismatch');
    const { eTag } = await add(list, { Key: 'k' });
    const stale = { 'If-Match': eTag.replace(',1"', ',7"') };
    const write = () =>
      local.product.refusal(local.product.patch(Fields, `${list}/items/1/fields`, { Term: 1 }, { headers: stale }));
    expect((await write()).body).not.toContain('entityTagDoesNotMatch');
    settle({ mismatchInner: 'entityTagDoesNotMatch' });
    expect(await write()).toMatchObject({
      statusCode: 412,
      code: 'resourceModified',
      body: expect.stringContaining('"code":"entityTagDoesNotMatch"') as string,
    });
  });

  test('versioning: without it the tag still rises, the version does not', async () => {
    const list = await local.newList('Unversioned');
    await add(list, { Key: 'k', Document: 'first' });
    settle({ versioning: false });
    const fields = await local.product.patch(Fields, `${list}/items/1/fields`, { Document: 'second' });
    expect(fields).toMatchObject({ _UIVersionString: '1.0', '@odata.etag': expect.stringMatching(/,2"$/) as string });
    const versions = await local.product.get(Page, `${list}/items/1/versions?$expand=fields`);
    expect(versions.value.map(({ id, fields: then }) => [id, then?.Document])).toEqual([['1.0', 'second']]);
  });
});

describe('columns and lists', () => {
  test('namesCut and leadingDigitEscaped', async () => {
    const column = (name: string) => ({ name, text: {} });
    const long = 'Long column name that goes on and on';
    settle({ leadingDigitEscaped: false });
    const kept = { displayName: 'Kept', columns: [column('1st'), column(long)] };
    await local.administrator.post(Entity, `/sites/${local.siteId}/lists`, kept);
    const whole = long.replaceAll(' ', '_x0020_');
    expect(await names(`/sites/${local.siteId}/lists/Kept`)).toEqual(expect.arrayContaining(['1st', whole]));
    settle({ leadingDigitEscaped: true, namesCut: true });
    await local.administrator.post(Entity, `/sites/${local.siteId}/lists`, { ...kept, displayName: 'Cut' });
    const cut = whole.slice(0, 32);
    expect(await names(`/sites/${local.siteId}/lists/Cut`)).toEqual(expect.arrayContaining(['_x0031_st', cut]));
  });

  test('writeProvisions', async () => {
    const make = () => local.product.post(Entity, `/sites/${local.siteId}/lists`, { displayName: 'By the product' });
    expect(await local.product.refusal(make())).toMatchObject({ statusCode: 403 });
    settle({ writeProvisions: true });
    const { id } = await make();
    await local.product.post(Entity, `/sites/${local.siteId}/lists/${id}/columns`, { name: 'More', text: {} });
    await local.product.remove(`/sites/${local.siteId}/lists/${id}`);
  });

  test('listsPage', async () => {
    await local.newList('One of several');
    settle({ listsPage: 1 });
    const first = await local.product.get(Page, `/sites/${local.siteId}/lists?$select=id`);
    expect(first.value).toHaveLength(1);
    const next = await local.product.get(Page, first['@odata.nextLink'] ?? '');
    expect(next.value).toHaveLength(1);
    expect(next.value[0]?.id).not.toBe(first.value[0]?.id);
  });
});

describe('queries', () => {
  test('notIndexedCode', async () => {
    const list = await local.newList('Not indexed');
    settle({ notIndexedCode: 'notSupported' });
    const refused = await local.product.refusal(local.product.get(Page, `${list}/items?$orderby=fields/DueAt`));
    expect(refused).toMatchObject({ statusCode: 400, code: 'notSupported' });
    expect(refused.message).toContain("Field 'DueAt' cannot be referenced");
  });

  test.each([
    ['values', false, ['3', '1', '2', '4', '5']],
    ['opaque', false, ['3', '1', '2', '4', '5']],
    ['values', true, ['3', '5', '4', '2', '1']],
    ['opaque', true, ['3', '5', '4', '2', '1']],
  ] as const)('sortToken %s, tiesDescending %s', async (sortToken, tiesDescending, expected) => {
    const list = await local.newList(`Sorted ${sortToken} ${tiesDescending}`);
    for (const [at, Term] of [5, 5, 1, 5, 5].entries()) await add(list, { Key: `k${at}`, Term });
    settle({ sortToken, tiesDescending });
    const first = await local.product.get(Page, `${list}/items?$orderby=fields/Term&$top=2`);
    const token = new URL(first['@odata.nextLink'] ?? '').searchParams.get('$skiptoken') ?? '';
    const readable = Buffer.from(token, 'base64').toString('utf8').startsWith('Paged=TRUE&p_Term=');
    expect(readable).toBe(sortToken === 'values');
    const rest = await local.product.pages(first['@odata.nextLink'] ?? '');
    expect([...first.value, ...rest.items].map(({ id }) => id)).toEqual(expected);
  });

  test('bareOptionsRefused', async () => {
    const list = await local.newList('Bare options');
    settle({ bareOptionsRefused: true });
    for (const query of ['top=5', '$expand=fields(select=Key)'])
      expect(await local.product.refusal(local.product.get(Page, `${list}/items?${query}`))).toMatchObject({
        statusCode: 400,
      });
  });
});

describe('errors', () => {
  test('throttleCode and localizedErrors', async () => {
    settle({ throttleCode: 'TooManyRequests', localizedErrors: true });
    const token = await local.product.token('https://graph.microsoft.com/.default');
    local.system.faults.unitsPerMinute = 1;
    const path = `/v1.0/sites/${local.siteId}/lists`;
    const refused = await local.product.fetch('GET', path, { headers: { authorization: `Bearer ${token}` } });
    expect(refused.status).toBe(429);
    const message = 'Application has been throttled.';
    expect(JSON.parse(refused.text)).toMatchObject({
      error: { code: 'TooManyRequests', message, localizedMessage: message },
    });
  });

  test.each([409, 400] as const)('secondInstall %i', async (secondInstall) => {
    settle({ secondInstall });
    const apps = await local.installer.get(Page, '/appCatalogs/teamsApps');
    const body = {
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${apps.value[0]?.id}`,
    };
    const install = () => local.installer.post(z.unknown(), `/users/${users[0]?.id}/teamwork/installedApps`, body);
    await install().catch(() => undefined);
    expect(await local.installer.refusal(install())).toMatchObject({ statusCode: secondInstall });
  });
});
