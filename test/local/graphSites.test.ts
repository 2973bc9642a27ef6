import { z } from 'zod';
import { apps, tenant } from '../../local/settings';
import { Entity, Fields, Page, reviewsList, sitePath, localGraphForAll } from './support/localGraph';

const local = localGraphForAll();

const Column = z.looseObject({ id: z.string(), name: z.string() });
const Columns = z.looseObject({ value: z.array(Column) });

describe('sites', () => {
  test('by path, by id, and with a rest after the path', async () => {
    const site = await local.product.get(z.looseObject({ id: z.string(), webUrl: z.string() }), sitePath);
    expect(site.webUrl).toBe('https://orchard.sharepoint.example/sites/assured');
    expect(site.id).toMatch(/^orchard\.sharepoint\.example,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    expect((await local.product.get(Entity, `/sites/${site.id}`)).id).toBe(site.id);
    expect((await local.product.get(Page, `${sitePath}:/lists`)).value).toEqual([]);
  });

  test.each([
    ['/sites/elsewhere.example:/sites/assured', 400, 'invalidRequest'],
    [`/sites/${tenant.siteHostname}:/sites/other`, 404, 'itemNotFound'],
    ['/sites/root', 403, 'accessDenied'],
    ['/sites?search=assured', 403, 'accessDenied'],
    ['/nowhere', 400, 'BadRequest'],
  ])('the product gets for %s: %i', async (address, statusCode, code) => {
    expect(await local.product.refusal(local.product.get(Entity, address))).toMatchObject({ statusCode, code });
  });

  test('the product sees no site in an enumeration, the administrator all', async () => {
    expect((await local.product.get(Page, '/sites')).value).toEqual([]);
    expect((await local.administrator.get(Page, '/sites')).value).toHaveLength(2);
  });
});

describe('lists', () => {
  test('a new list has its columns, answers to id and title, and refuses a second of its name', async () => {
    const created = await local.administrator.post(
      z.looseObject({ id: z.string(), displayName: z.string(), '@odata.etag': z.string() }),
      `/sites/${local.siteId}/lists`,
      reviewsList,
    );
    expect(created['@odata.etag']).toMatch(new RegExp(`^"${created.id},\\d+"$`));
    expect((await local.product.get(Entity, `/sites/${local.siteId}/lists/reviews`)).id).toBe(created.id);
    const columns = await local.product.get(Columns, `/sites/${local.siteId}/lists/${created.id}/columns`);
    expect(columns.value.find((column) => column.name === 'Key')).toMatchObject({
      displayName: 'Key',
      indexed: true,
      enforceUniqueValues: true,
      required: true,
      text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 64 },
    });
    const again = local.administrator.post(Entity, `/sites/${local.siteId}/lists`, reviewsList);
    expect(await local.administrator.refusal(again)).toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
  });

  test('only the name may be filtered on', async () => {
    await local.newList('Findable');
    const lists = `/sites/${local.siteId}/lists`;
    const found = await local.product.get(Page, `${lists}?$filter=displayName eq 'findable'`);
    expect(found.value).toHaveLength(1);
    const refused = await local.product.refusal(local.product.get(Page, `${lists}?$filter=name eq 'Findable'`));
    expect(refused.message).toBe('The provided filter statement is not supported');
  });

  test.each([
    ['a name', { name: 'X', displayName: 'X' }, 400],
    ['no name at all', { list: {} }, 400],
    ['another template', { displayName: 'X', list: { template: 'generic' } }, 501],
    ['an unknown property', { displayName: 'X', colour: 'red' }, 400],
    ['a column of two types', { displayName: 'X', columns: [{ name: 'A', text: {}, number: {} }] }, 400],
    ['a column without a type', { displayName: 'X', columns: [{ name: 'A' }] }, 400],
    [
      'an index on a note',
      { displayName: 'X', columns: [{ name: 'A', text: { allowMultipleLines: true }, indexed: true }] },
      400,
    ],
    [
      'a unique column without an index',
      { displayName: 'X', columns: [{ name: 'A', text: {}, enforceUniqueValues: true }] },
      400,
    ],
    [
      'two columns of one name',
      {
        displayName: 'X',
        columns: [
          { name: 'A', text: {} },
          { name: 'a', text: {} },
        ],
      },
      409,
    ],
    [
      '21 indexes',
      {
        displayName: 'X',
        columns: Array.from({ length: 21 }, (_, at) => ({ name: `C${at}`, text: {}, indexed: true })),
      },
      400,
    ],
  ])('refuses %s, and leaves nothing behind', async (_what, body, statusCode) => {
    const attempt = local.administrator.post(Entity, `/sites/${local.siteId}/lists`, body);
    expect((await local.administrator.refusal(attempt)).statusCode).toBe(statusCode);
    const left = await local.administrator.refusal(local.administrator.get(Entity, `/sites/${local.siteId}/lists/X`));
    expect(left).toMatchObject({ statusCode: 404, code: 'itemNotFound' });
  });
});

describe('columns', () => {
  test('are added and changed; an index covers what was there before', async () => {
    const list = await local.newList('Columns');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
    const column = await local.administrator.post(Column, `${list}/columns`, { name: 'Head teacher', text: {} });
    expect(column.name).toBe('Head_x0020_teacher');
    await local.product.patch(Fields, `${list}/items/1/fields`, { Head_x0020_teacher: 'Ben' });
    const query = `${list}/items?$filter=fields/Head_x0020_teacher eq 'Ben'`;
    expect(await local.product.refusal(local.product.get(Page, query))).toMatchObject({ statusCode: 400 });
    await local.administrator.patch(Column, `${list}/columns/${column.id}`, { indexed: true });
    expect((await local.product.get(Page, query)).value).toHaveLength(1);
  });

  test('values that are there twice refuse a unique column', async () => {
    const list = await local.newList('Twice');
    for (const key of ['a', 'b'])
      await local.product.post(Entity, `${list}/items`, { fields: { Key: key, Academy: 'Plum' } });
    const columns = await local.administrator.get(Columns, `${list}/columns`);
    const academy = columns.value.find((column) => column.name === 'Academy')?.id;
    const change = local.administrator.patch(Column, `${list}/columns/${academy}`, { enforceUniqueValues: true });
    expect(await local.administrator.refusal(change)).toMatchObject({ statusCode: 400 });
    const name = local.administrator.patch(Column, `${list}/columns/${academy}`, { name: 'School' });
    expect(await local.administrator.refusal(name)).toMatchObject({ statusCode: 400 });
  });
});

describe('permissions', () => {
  test('the product writes items but neither lists nor columns nor grants', async () => {
    const list = await local.newList('Guarded');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
    const attempts: (() => Promise<unknown>)[] = [
      () => local.product.post(Entity, `/sites/${local.siteId}/lists`, { displayName: 'Mine' }),
      () => local.product.remove(list),
      () => local.product.post(Entity, `${list}/columns`, { name: 'More', text: {} }),
      () => local.product.get(Page, `/sites/${local.siteId}/permissions`),
    ];
    for (const attempt of attempts)
      expect(await local.product.refusal(attempt())).toMatchObject({ statusCode: 403, code: 'accessDenied' });
  });

  test('an administrator takes the grant away, gives it back for reading, then for writing', async () => {
    const list = await local.newList('Granted');
    const grants = `/sites/${local.siteId}/permissions`;
    const Grant = z.looseObject({ id: z.string(), roles: z.array(z.string()) });
    const current = await local.administrator.get(z.looseObject({ value: z.array(Grant) }), grants);
    expect(current.value.map((grant) => grant.roles)).toEqual([['write']]);
    await local.administrator.remove(`${grants}/${current.value[0]?.id}`);
    expect(await local.product.refusal(local.product.get(Page, `${list}/items`))).toMatchObject({ statusCode: 403 });
    const application = { id: apps.product.id, displayName: 'Assured' };
    const grant = await local.administrator.post(Grant, grants, {
      roles: ['read'],
      grantedToIdentities: [{ application }],
    });
    expect((await local.product.get(Page, `${list}/items`)).value).toEqual([]);
    const write = local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
    expect(await local.product.refusal(write)).toMatchObject({ statusCode: 403 });
    await local.administrator.patch(Grant, `${grants}/${grant.id}`, { roles: ['write'] });
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
  });
});
