import { z } from 'zod';
import { Entity, Fields, Item, Page, localGraphForAll, users } from './support/localGraph';

const local = localGraphForAll();

const Expanded = Item.extend({ fields: Fields });
const makeList = async (displayName: string, columns: readonly object[]): Promise<string> => {
  const { id } = await local.administrator.post(Entity, `/sites/${local.siteId}/lists`, { displayName, columns });
  return `/sites/${local.siteId}/lists/${id}`;
};
const refusal = (path: string) => local.product.refusal(local.product.get(z.unknown(), path));

describe('lists', () => {
  test('are read in part, with their columns when these are expanded', async () => {
    const list = await makeList('In part', [{ name: 'Phase', text: {} }]);
    const address = `${list}?$select=id,name&$expand=columns($select=name,text)`;
    const read = await local.product.get(
      z.looseObject({ columns: z.array(z.looseObject({ name: z.string() })) }),
      address,
    );
    expect(Object.keys(read).sort()).toEqual(['@odata.context', '@odata.etag', 'columns', 'id', 'name']);
    expect(read.columns.find(({ name }) => name === 'Phase')).toEqual({
      name: 'Phase',
      text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
    });
    const all = await local.product.get(
      z.object({ value: z.array(z.looseObject({})) }),
      `/sites/${local.siteId}/lists?$expand=columns`,
    );
    for (const one of all.value) expect(one).toHaveProperty('columns');
  });

  test.each([
    ['?$select=colour', 400, 'BadRequest'],
    ['?$expand=colours', 400, 'BadRequest'],
    ['?$expand=items', 501, 'notSupported'],
    ['/columns?$select=colour', 400, 'BadRequest'],
    ['/items?$expand=driveItem', 501, 'notSupported'],
    ['/items/1?$select=colour', 400, 'BadRequest'],
  ])('refuse %s', async (query, statusCode, code) => {
    const list = `/sites/${local.siteId}/lists/In part`;
    await local.product.post(Entity, `${list}/items`, { fields: {} });
    expect(await refusal(`${list}${query}`)).toMatchObject({ statusCode, code });
  });

  test('keep their name when they are renamed, and take no name that is taken', async () => {
    const list = await makeList('Before', []);
    await makeList('Taken', []);
    const change = { displayName: 'After', description: 'Renamed' };
    expect(await local.administrator.patch(Fields, list, change)).toMatchObject({ name: 'Before', ...change });
    expect((await local.product.get(Entity, `/sites/${local.siteId}/lists/after`)).id).toBe(list.split('/').at(-1));
    const again = local.administrator.refusal(local.administrator.patch(Fields, list, { displayName: 'taken' }));
    expect(await again).toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
    expect(await local.product.refusal(local.product.patch(Fields, list, change))).toMatchObject({ statusCode: 403 });
  });

  test('are enumerated page by page', async () => {
    await makeList('Another', []);
    const shown = await local.product.get(Page, `/sites/${local.siteId}/lists?$top=500`);
    const paged = await local.product.pages(`/sites/${local.siteId}/lists?$top=2&$select=id`);
    expect(paged.items.map(({ id }) => id)).toEqual(shown.value.map(({ id }) => id));
    expect(await refusal(`/sites/${local.siteId}/lists?$skiptoken=nonsense`)).toMatchObject({ statusCode: 400 });
  });
});

describe('the User Information List', () => {
  const people = () => `/sites/${local.siteId}/lists/User Information List`;

  test('is hidden, and holds everybody under the number that people columns carry', async () => {
    const shown = await local.product.get(Page, `/sites/${local.siteId}/lists?$select=id,displayName`);
    expect(shown.value.map(({ displayName }) => displayName)).not.toContain('User Information List');
    const all = await local.product.get(Page, `/sites/${local.siteId}/lists?$select=displayName,system,id`);
    expect(all.value.find(({ displayName }) => displayName === 'User Information List')).toMatchObject({ system: {} });
    const filter = encodeURIComponent(`fields/EMail eq '${users[1]?.mail}'`);
    const found = await local.product.get(Page, `${people()}/items?$filter=${filter}&$expand=fields`);
    expect(found.value).toMatchObject([{ id: '11', fields: { Title: 'Ben Pearbranch', EMail: users[1]?.mail } }]);
    const list = await makeList('With people', [{ name: 'Lead', personOrGroup: {} }]);
    await local.product.post(Entity, `${list}/items`, { fields: { LeadLookupId: found.value[0]?.id } });
    const fields = await local.product.get(Fields, `${list}/items/1/fields?$select=Lead,LeadLookupId`);
    expect(fields).toMatchObject({ Lead: 'Ben Pearbranch', LeadLookupId: '11' });
  });

  test('takes no rows and no changes: Graph has no way to make them', async () => {
    const attempts: (() => Promise<unknown>)[] = [
      () => local.administrator.post(Entity, `${people()}/items`, { fields: { Title: 'Cleo' } }),
      () => local.administrator.patch(Fields, `${people()}/items/11/fields`, { Title: 'Benjamin' }),
      () => local.administrator.remove(`${people()}/items/11`),
      () => local.administrator.patch(Fields, people(), { displayName: 'People' }),
      () => local.administrator.remove(people()),
    ];
    for (const attempt of attempts)
      expect(await local.administrator.refusal(attempt())).toMatchObject({ statusCode: 403, code: 'accessDenied' });
  });
});

describe('columns', () => {
  test('several people are read with their names and addresses', async () => {
    const list = await makeList('Several people', [{ name: 'Team', personOrGroup: { allowMultipleSelection: true } }]);
    const item = await local.product.post(Expanded, `${list}/items`, {
      fields: { 'TeamLookupId@odata.type': 'Collection(Edm.Int32)', TeamLookupId: [10, 11] },
    });
    expect(item.fields.Team).toEqual([
      { LookupId: 10, LookupValue: 'Ada Appletree', Email: users[0]?.mail },
      { LookupId: 11, LookupValue: 'Ben Pearbranch', Email: users[1]?.mail },
    ]);
  });

  test('a lookup shows the value it points to, and a sort by it can meet the threshold', async () => {
    const target = await makeList('Targets', []);
    await local.product.post(Entity, `${target}/items`, { fields: { Title: 'Alder' } });
    const lookup = { listId: target.split('/').at(-1), columnName: 'Title' };
    const list = await makeList('Pointers', [{ name: 'Place', lookup, indexed: true }]);
    for (const PlaceLookupId of ['1', '1'])
      await local.product.post(Entity, `${list}/items`, { fields: { PlaceLookupId } });
    const read = await local.product.get(Fields, `${list}/items/1/fields?$select=Place`);
    expect(read.Place).toBe('Alder');
    const sorted = `${list}/items?$orderby=fields/PlaceLookupId desc`;
    expect((await local.product.get(Page, sorted)).value).toHaveLength(2);
    local.system.faults.threshold = 1;
    expect(await refusal(sorted)).toMatchObject({ statusCode: 422 });
  });

  test('twelve lookups may be asked for at once, thirteen not', async () => {
    const names = Array.from({ length: 13 }, (_, at) => `Person${at}`);
    const list = await makeList(
      'Many people',
      names.map((name) => ({ name, personOrGroup: {} })),
    );
    await local.product.post(Entity, `${list}/items`, { fields: { Person0LookupId: '10' } });
    const ask = (count: number) => `${list}/items?$expand=fields($select=${names.slice(0, count).join(',')})`;
    expect((await local.product.get(Page, ask(12))).value[0]?.fields?.Person0).toBe('Ada Appletree');
    expect(await refusal(ask(13))).toMatchObject({ statusCode: 422 });
  });

  test('a hidden column is not listed, and its values come only when they are named', async () => {
    const list = await makeList('Hidden', [{ name: 'Secret', text: {}, hidden: true }]);
    await local.product.post(Entity, `${list}/items`, { fields: { Secret: 's' } });
    const columns = await local.product.get(Page, `${list}/columns`);
    expect(columns.value.map(({ name }) => name)).not.toContain('Secret');
    expect(await local.product.get(Fields, `${list}/items/1/fields`)).not.toHaveProperty('Secret');
    expect(await local.product.get(Fields, `${list}/items/1/fields?$select=Secret`)).toMatchObject({ Secret: 's' });
  });

  test('defaults are fixed values or one of the few formulas that are known', async () => {
    const list = await makeList('Defaults', [
      { name: 'Phase', text: {}, defaultValue: { formula: '="Primary"' } },
      { name: 'Places', number: {}, defaultValue: { value: '30' } },
      { name: 'Open', boolean: {}, defaultValue: { value: '1' } },
      { name: 'Since', dateTime: {}, defaultValue: { formula: '=TODAY()' } },
    ]);
    const { fields } = await local.product.post(Expanded, `${list}/items`, { fields: {} });
    expect(fields).toMatchObject({ Phase: 'Primary', Places: 30, Open: true });
    expect(fields.Since).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
    const wrong = { name: 'Sum', number: {}, defaultValue: { formula: '=[Places]*2' } };
    expect(await local.administrator.refusal(local.administrator.post(Entity, `${list}/columns`, wrong))).toMatchObject(
      {
        statusCode: 400,
      },
    );
  });
});

test('a version is restored as a new one: later values are cleared', async () => {
  const list = await local.newList('Restoring');
  await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k', Document: 'first' } });
  await local.product.patch(Fields, `${list}/items/1/fields`, { Document: 'second', Term: 2 });
  const restore = (version: string) =>
    local.product.post(z.unknown(), `${list}/items/1/versions/${version}/restoreVersion`, {});
  await restore('1.0');
  const fields = await local.product.get(Fields, `${list}/items/1/fields`);
  expect(fields).toMatchObject({ Key: 'k', Document: 'first', _UIVersionString: '3.0' });
  expect(fields).not.toHaveProperty('Term');
  expect(await local.product.refusal(restore('9.0'))).toMatchObject({ statusCode: 404 });
});

describe('sites and grants', () => {
  test('a site is searched for, and read in part', async () => {
    const found = await local.administrator.get(Page, '/sites?search=assured&$select=id,displayName');
    expect(found.value).toEqual([{ id: local.siteId, displayName: 'Assured' }]);
    expect(await refusal(`/sites/${local.siteId}?$select=colour`)).toMatchObject({ statusCode: 400 });
    expect(await refusal(`/sites/${local.siteId}?$expand=drive`)).toMatchObject({ statusCode: 501 });
  });

  test('a grant is read by itself, and raised to owner by a change only', async () => {
    const grants = `/sites/${local.siteId}/permissions`;
    const { value } = await local.administrator.get(Page, grants);
    const grant = `${grants}/${value[0]?.id}`;
    expect(await local.administrator.get(Fields, grant)).toMatchObject({ roles: ['write'] });
    const body = { roles: ['owner'], grantedTo: { application: { id: 'other' } } };
    const made = local.administrator.refusal(local.administrator.post(Entity, grants, body));
    expect(await made).toMatchObject({ statusCode: 400 });
    expect(await local.administrator.patch(Fields, grant, { roles: ['owner'] })).toMatchObject({
      roles: ['fullcontrol'],
    });
    await makeListAs('product');
    await local.administrator.patch(Fields, grant, { roles: ['write'] });
    expect(await local.administrator.refusal(local.administrator.get(Entity, `${grants}/none`))).toMatchObject({
      statusCode: 404,
    });
  });

  const makeListAs = (who: 'product') =>
    local[who].post(Entity, `/sites/${local.siteId}/lists`, { displayName: 'By the owner' });
});
