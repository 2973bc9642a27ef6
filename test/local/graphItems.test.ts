import { z } from 'zod';
import { Entity, Fields, Item, Page, localGraphForAll } from './support/localGraph';

const local = localGraphForAll();

const Expanded = Item.extend({ fields: Fields });

describe('creating', () => {
  test('answers the item with its fields, defaults and service columns', async () => {
    const list = await local.newList('Creating');
    const item = await local.product.post(Expanded, `${list}/items`, {
      fields: { Title: 'Autumn', Key: 'a|1', Term: 1, DueAt: '2026-10-01T08:30:15.987Z', Open: true },
    });
    expect(item.id).toBe('1');
    expect(item.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(item.fields).toMatchObject({
      '@odata.etag': item.eTag,
      Title: 'Autumn',
      Term: 1,
      State: 'Draft',
      DueAt: '2026-10-01T08:30:15Z',
      Open: true,
      id: '1',
      Attachments: false,
      ItemChildCount: '0',
      _UIVersionString: '1.0',
    });
    expect(item.fields).not.toHaveProperty('Document');
  });

  test.each([
    ['an unknown field', { Key: 'x', Nonsense: 1 }, 400, 'invalidRequest'],
    ['a read-only field', { Key: 'x', id: '7' }, 400, 'invalidRequest'],
    ['a text for a number', { Key: 'x', Term: 'one' }, 400, 'invalidRequest'],
    ['an object for a text', { Key: { deep: true } }, 500, 'generalException'],
    ['a choice that is not offered', { Key: 'x', State: 'Done' }, 400, 'invalidRequest'],
    ['a text over its length', { Key: 'k'.repeat(65) }, 400, 'invalidRequest'],
    ['a single line over 255', { Key: 'x', Academy: 'k'.repeat(256) }, 400, 'invalidRequest'],
    ['a note over 63,999', { Key: 'x', Document: 'k'.repeat(64_000) }, 400, 'invalidRequest'],
    ['a date that is none', { Key: 'x', DueAt: 'soon' }, 400, 'invalidRequest'],
    ['several choices without their type', { Key: 'x', Tags: ['a'] }, 500, 'generalException'],
    ['a person as a number', { Key: 'x', LeadLookupId: 7 }, 500, 'generalException'],
  ])('refuses %s', async (_what, fields, statusCode, code) => {
    const list = `/sites/${local.siteId}/lists/Creating`;
    const refused = await local.product.refusal(local.product.post(Entity, `${list}/items`, { fields }));
    expect(refused).toMatchObject({ statusCode, code });
  });

  test('keeps the longest note, several choices and people', async () => {
    const list = await local.newList('Shapes');
    const item = await local.product.post(Expanded, `${list}/items`, {
      fields: {
        Key: 'k',
        Document: 'x'.repeat(63_999),
        'Tags@odata.type': 'Collection(Edm.String)',
        Tags: ['a', 'b'],
        LeadLookupId: '10',
      },
    });
    expect(item.fields).toMatchObject({ Tags: ['a', 'b'], LeadLookupId: '10' });
    expect(item.fields.Document).toHaveLength(63_999);
    expect(item.fields).not.toHaveProperty('Lead');
    const named = await local.product.get(Fields, `${list}/items/${item.id}/fields?$select=Lead`);
    expect(named.Lead).toBe('Ada Appletree');
  });

  test('holds a unique column, without regard to case, and lets it be empty more than once', async () => {
    const list = await local.newList('Unique');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'Only-One' } });
    const second = local.product.post(Entity, `${list}/items`, { fields: { Key: 'only-one' } });
    expect(await local.product.refusal(second)).toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: 'One or more fields with unique constraints already has the provided value.',
    });
    await local.product.post(Entity, `${list}/items`, { fields: {} });
    await local.product.post(Entity, `${list}/items`, { fields: {} });
    const all = await local.product.get(Page, `${list}/items`);
    expect(all.value.map((item) => item.id)).toEqual(['1', '2', '3']);
  });
});

describe('changing', () => {
  test('both forms change only the named fields and raise the tag; null clears', async () => {
    const list = await local.newList('Changing');
    const item = await local.product.post(Expanded, `${list}/items`, { fields: { Key: 'k', Term: 1, Open: true } });
    const fields = await local.product.patch(Fields, `${list}/items/1/fields`, { Term: 2 });
    expect(fields).toMatchObject({ Key: 'k', Term: 2, Open: true });
    expect(fields['@odata.etag']).toBe(item.eTag.replace(',1"', ',2"'));
    const whole = await local.product.patch(Expanded, `${list}/items/1`, { fields: { Open: null } });
    expect(whole.eTag).toBe(item.eTag.replace(',1"', ',3"'));
    expect(whole.fields).not.toHaveProperty('Open');
  });

  test('a changed value is found where it is now, and may not be one that is taken', async () => {
    const list = await local.newList('Indexes');
    for (const key of ['a', 'b'])
      await local.product.post(Entity, `${list}/items`, { fields: { Key: key, Academy: 'Plum' } });
    await local.product.patch(Fields, `${list}/items/1/fields`, { Academy: 'Pear', Key: 'A' });
    const found = async (name: string): Promise<string[]> =>
      (await local.product.get(Page, `${list}/items?$filter=fields/Academy eq '${name}'`)).value.map(({ id }) => id);
    expect([await found('Plum'), await found('Pear')]).toEqual([['2'], ['1']]);
    const taken = local.product.patch(Fields, `${list}/items/2/fields`, { Key: 'a' });
    expect((await local.product.refusal(taken)).message).toContain('unique constraints');
    await local.product.patch(Fields, `${list}/items/2/fields`, { Academy: null });
    expect(await found('Plum')).toEqual([]);
  });

  test('a stale tag is refused with 412 and nothing is written', async () => {
    const list = await local.newList('Stale');
    const item = await local.product.post(Expanded, `${list}/items`, { fields: { Key: 'k', Term: 1 } });
    const headers = { 'If-Match': item.eTag };
    await local.product.patch(Fields, `${list}/items/1/fields`, { Term: 2 }, { headers });
    const refused = await local.product.refusal(
      local.product.patch(Fields, `${list}/items/1/fields`, { Term: 3 }, { headers }),
    );
    expect(refused).toMatchObject({
      statusCode: 412,
      code: 'resourceModified',
      message: 'The resource has changed since the caller last read it; usually an eTag mismatch',
    });
    const removal = local.product.remove(`${list}/items/1`, { headers });
    expect(await local.product.refusal(removal)).toMatchObject({ statusCode: 412 });
    expect(await local.product.get(Fields, `${list}/items/1/fields`)).toMatchObject({ Term: 2 });
  });

  test('a tag without its quotes is malformed', async () => {
    const list = await local.newList('Malformed');
    const item = await local.product.post(Item, `${list}/items`, { fields: { Key: 'k' } });
    const headers = { 'If-Match': item.eTag.replaceAll('"', '') };
    const refused = await local.product.refusal(
      local.product.patch(Fields, `${list}/items/1/fields`, { Term: 3 }, { headers }),
    );
    expect(refused).toMatchObject({ statusCode: 400, code: 'invalidRequest' });
    expect(refused.body).toContain('malformedEntityTag');
  });

  test('of many conditional writes at once one wins', async () => {
    const list = await local.newList('Race');
    const item = await local.product.post(Item, `${list}/items`, { fields: { Key: 'k', Term: 0 } });
    const headers = { 'If-Match': item.eTag };
    const writes = [1, 2, 3, 4, 5, 6, 7, 8].map((term) =>
      local.product.patch(Fields, `${list}/items/1/fields`, { Term: term }, { headers }).then(
        () => 'written',
        () => 'refused',
      ),
    );
    expect((await Promise.all(writes)).filter((outcome) => outcome === 'written')).toHaveLength(1);
  });

  test('a deleted item is gone and its id never comes back; its unique value does', async () => {
    const list = await local.newList('Deleting');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
    await local.product.remove(`${list}/items/1`);
    const gone = await local.product.refusal(local.product.get(Item, `${list}/items/1`));
    expect(gone).toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    const next = await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
    expect(next.id).toBe('2');
  });

  test('every version can be read, newest first', async () => {
    const list = await local.newList('Versions');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k', Document: 'first' } });
    await local.product.patch(Fields, `${list}/items/1/fields`, { Document: 'second' });
    const versions = await local.product.get(Page, `${list}/items/1/versions?$expand=fields`);
    expect(versions.value.map((version) => [version.id, version.fields?.Document])).toEqual([
      ['2.0', 'second'],
      ['1.0', 'first'],
    ]);
    const plain = await local.product.get(z.looseObject({ id: z.string() }), `${list}/items/1/versions/1.0`);
    expect(plain).not.toHaveProperty('fields');
    const none = await local.product.refusal(local.product.get(Entity, `${list}/items/1/versions/3.0`));
    expect(none.statusCode).toBe(404);
  });

  test('a list keeps as many versions as it is set to, and other lists all of theirs', async () => {
    local.system.faults.versionsKept = { 'Few versions': 2 };
    const kept = async (name: string): Promise<string[]> => {
      const list = await local.newList(name);
      await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k', Document: '1' } });
      for (const Document of ['2', '3', '4']) await local.product.patch(Fields, `${list}/items/1/fields`, { Document });
      return (await local.product.get(Page, `${list}/items/1/versions`)).value.map(({ id }) => id);
    };
    expect(await kept('Few versions')).toEqual(['4.0', '3.0']);
    expect(await kept('All versions')).toEqual(['4.0', '3.0', '2.0', '1.0']);
  });
});

describe('reading one', () => {
  test('fields come only when expanded, and only the selected ones', async () => {
    const list = await local.newList('Selecting');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k', Document: 'long', Term: 3 } });
    expect(await local.product.get(Item, `${list}/items/1`)).not.toHaveProperty('fields');
    for (const expand of ['$expand=fields($select=Key,Term)', 'expand=fields(select=Key,Term)']) {
      const item = await local.product.get(Expanded, `${list}/items/1?${expand}&$select=id,eTag`);
      expect(Object.keys(item.fields).sort()).toEqual(['@odata.etag', 'Key', 'Term']);
      expect(item).not.toHaveProperty('webUrl');
    }
    const unknown = local.product.get(Item, `${list}/items/1?$expand=everything`);
    expect(await local.product.refusal(unknown)).toMatchObject({ statusCode: 400, code: 'BadRequest' });
  });
});
