import type { z } from 'zod';
import { createItem } from '../../local/graph/itemStore';
import { columnsOf } from '../../local/graph/columnStore';
import { Entity, Page, localGraphForAll } from './support/localGraph';

const local = localGraphForAll();

/** Fills a list without 450 round trips; what is read afterwards goes over HTTPS. */
const fill = (list: string, count: number, valuesOf: (at: number) => Record<string, string | number>): void => {
  const { database } = local.system;
  const listId = list.split('/').at(-1) ?? '';
  const columns = columnsOf(database, listId);
  database.atomically(() => {
    for (let at = 1; at <= count; at += 1)
      createItem({ database, listId, columns, appId: 'test' }, new Map(Object.entries(valuesOf(at))));
  });
};

type Pages = z.infer<typeof Page>[];

const allPages = async (address: string): Promise<Pages> => {
  const pages: Pages = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const page: z.infer<typeof Page> = await local.product.get(Page, next);
    pages.push(page);
    next = page['@odata.nextLink'];
  }
  return pages;
};

const sizes = (pages: Pages): number[] => pages.map((page) => page.value.length);
const ids = (pages: Pages): string[] => pages.flatMap((page) => page.value.map((item) => item.id));

describe('paging', () => {
  let list: string;
  beforeAll(async () => {
    list = await local.newList('Paging');
    fill(list, 450, (at) => ({ Key: `k${at}`, Academy: `Academy ${at % 3}`, Term: at % 7 }));
  });

  test('200 at a time by default, in the order of the ids, none twice', async () => {
    const pages = await allPages(`${list}/items`);
    expect(sizes(pages)).toEqual([200, 200, 50]);
    expect(ids(pages)).toEqual(Array.from({ length: 450 }, (_, at) => String(at + 1)));
  });

  test('the link repeats the options and carries the last id', async () => {
    const page = await local.product.get(Page, `${list}/items?$expand=fields($select=Key)&$top=1&$select=id`);
    const link = new URL(page['@odata.nextLink'] ?? '');
    expect(link.origin).toBe(local.system.origin);
    expect(link.searchParams.get('$expand')).toBe('fields($select=Key)');
    expect(link.searchParams.get('$skiptoken')).toBe('UGFnZWQ9VFJVRSZwX0lEPTE');
  });

  test('one page holds all when it is asked to', async () => {
    expect(sizes(await allPages(`${list}/items?$top=9999`))).toEqual([450]);
  });

  test('a filtered, sorted reading pages without loss across equal sort values', async () => {
    const filter = encodeURIComponent("fields/Academy eq 'academy 1'");
    const pages = await allPages(`${list}/items?$filter=${filter}&$orderby=fields/Term desc&$top=40&$expand=fields`);
    expect(sizes(pages)).toEqual([40, 40, 40, 30]);
    const terms = pages.flatMap((page) => page.value.map((item) => Number(item.fields?.Term)));
    expect(terms).toEqual([...terms].sort((a, b) => b - a));
    expect(new Set(ids(pages)).size).toBe(150);
  });

  test.each(['$skip=10', '$count=true', '$top=0', '$top=many', '$skiptoken=nonsense'])('refuses %s', async (option) => {
    const refused = await local.product.refusal(local.product.get(Page, `${list}/items?${option}`));
    expect(refused).toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });
});

describe('filters', () => {
  let list: string;
  beforeAll(async () => {
    list = await local.newList('Filters');
    fill(list, 6, (at) => ({
      Key: `k${at}`,
      Academy: at < 4 ? "St Pear's" : 'Plum',
      Term: at,
      DueAt: `2026-0${at}-01T00:00:00Z`,
    }));
  });
  const found = async (filter: string, headers = {}): Promise<string[]> => {
    const address = `${list}/items?$filter=${encodeURIComponent(filter)}`;
    return ids([await local.product.get(Page, address, { headers })]);
  };

  test.each([
    ["fields/Academy eq 'plum'", ['4', '5', '6']],
    ["fields/Academy eq 'St Pear''s' and fields/Term ge 2", ['2', '3']],
    ["fields/Academy ne 'Plum'", ['1', '2', '3']],
    ['fields/Term lt 2 or fields/Term gt 5', ['1', '6']],
    ["fields/Term le 2 and (fields/Academy eq 'Plum' or fields/Key eq 'k1')", ['1']],
    ["startswith(fields/Academy,'st p')", ['1', '2', '3']],
    ['fields/State eq null', ['1', '2', '3', '4', '5', '6']],
    ['id eq 3', ['3']],
    ['fields/id gt 4', ['5', '6']],
  ])('%s', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test('dates are compared as moments, with the header that lets an unindexed column be used', async () => {
    const filter = "fields/DueAt gt '2026-04-01T02:00:00+02:00'";
    const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await found(filter, headers)).toEqual(['5', '6']);
    const refused = await local.product.refusal(found(filter));
    expect(refused).toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message:
        "Field 'DueAt' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    });
  });

  test('an order by a column without an index is refused in the same way', async () => {
    const refused = await local.product.refusal(local.product.get(Page, `${list}/items?$orderby=fields/DueAt`));
    expect(refused.message).toContain("Field 'DueAt' cannot be referenced in filter or orderby");
  });

  test.each([
    "Academy eq 'Plum'",
    "contains(fields/Academy,'l')",
    "fields/Academy in ('Plum')",
    'fields/Academy eq Plum',
    'fields/Academy eq 4',
    "fields/Term eq '4'",
    'not (fields/Term eq 4)',
    "fields/Academy eq 'Plum",
    '(fields/Term eq 4',
    'fields/Term eq 4 fields/Term eq 5',
    "fields/Nowhere eq 'Plum'",
    '',
  ])('refuses: %s', async (filter) => {
    const refused = await local.product.refusal(found(filter));
    expect(refused).toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });
});

describe('the list view threshold', () => {
  let list: string;
  beforeAll(async () => {
    list = await local.newList('Large');
    fill(list, 5_600, (at) => ({
      Key: `k${at}`,
      Academy: at <= 5_500 ? 'Everywhere' : 'Rare',
      Term: at % 10,
      Document: 'd',
    }));
  });
  const query = (filter: string, headers = {}) =>
    local.product.get(Page, `${list}/items?$top=5000&$select=id&$filter=${encodeURIComponent(filter)}`, { headers });

  test('one index that narrows to fewer than 5,000 rows is enough', async () => {
    expect((await query("fields/Academy eq 'Rare'")).value).toHaveLength(100);
    expect((await query("fields/Term eq 3 and fields/Academy eq 'Everywhere'")).value).toHaveLength(550);
  });

  test('the first indexed condition counts, not the best one', async () => {
    const refused = await local.product.refusal(query("fields/Academy eq 'Everywhere' and fields/Term eq 3"));
    expect(refused).toMatchObject({
      statusCode: 422,
      code: 'notSupported',
      message: 'The request is unprocessable because it uses too many resources',
    });
    expect(refused.body).toContain('tooManyResources');
  });

  test('no index at all is refused even with the header', async () => {
    const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await local.product.refusal(query("fields/DueAt gt '2026-01-01'", headers))).toMatchObject({
      statusCode: 422,
    });
  });

  test('reading without a filter never meets it', async () => {
    expect(sizes(await allPages(`${list}/items?$top=5000&$select=id`))).toEqual([5_000, 600]);
  });
});

test('options without the dollar sign can be refused', async () => {
  const list = await local.newList('Strict');
  await local.product.post(Entity, `${list}/items`, { fields: { Key: 'k' } });
  local.system.faults.unsettled.bareOptionsRefused = true;
  const refused = await local.product.refusal(local.product.get(Page, `${list}/items?expand=fields(select=Key)`));
  expect(refused).toMatchObject({ statusCode: 400, code: 'badArgument' });
  local.system.faults.reset();
  expect((await local.product.get(Page, `${list}/items?expand=fields(select=Key)`)).value).toHaveLength(1);
});
