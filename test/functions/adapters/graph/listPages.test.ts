import { versionOf } from '../../../../functions/adapters/graph/belief';
import type { GraphClient } from '../../../../functions/adapters/graph/client';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';
import { readDelta, readPages } from '../../../../functions/adapters/graph/listPages';

const item = (id: string, n = 1) => ({ id, eTag: `"guid-${id},${n}"`, fields: { Key: id } });
const removed = (id: string) => ({ id, deleted: { state: 'deleted' } });

/** Answers each address as given; any other address fails the test. */
const clientOver = (pages: Readonly<Record<string, unknown>>): GraphClient => ({
  get: async (path, answer) => {
    if (!(path in pages)) throw new Error(`Nobody knows ${path}.`);
    const page = pages[path];
    if (page instanceof GraphFault) throw page;
    return answer.parse(page);
  },
  post: () => Promise.reject(new Error('Only reading.')),
  patch: () => Promise.reject(new Error('Only reading.')),
  postAll: () => Promise.reject(new Error('Only reading.')),
  patchAll: () => Promise.reject(new Error('Only reading.')),
  at: () => clientOver(pages),
});

describe('pages', () => {
  it('are followed to the last, by the links as they are', async () => {
    const client = clientOver({
      '/items?$top=2': { value: [item('1'), item('2')], '@odata.nextLink': 'https://graph/next?$skiptoken=a' },
      'https://graph/next?$skiptoken=a': { value: [], '@odata.nextLink': 'https://graph/next?$skiptoken=b' },
      'https://graph/next?$skiptoken=b': { value: [item('3')] },
    });
    expect((await readPages(client, '/items?$top=2', ({ id }) => id)).items).toEqual(['1', '2', '3']);
  });

  it('may give the ETag under either name', async () => {
    const client = clientOver({ '/items': { value: [{ id: '1', '@odata.etag': '"guid,4"' }] } });
    expect((await readPages(client, '/items', versionOf)).items[0]).toBe('"guid,4"');
  });
});

describe('a delta', () => {
  it('counts the last state of an item that comes more than once', async () => {
    const client = clientOver({
      '/delta?token=1': { value: [item('1'), item('2'), removed('3')], '@odata.nextLink': '/delta?token=2' },
      '/delta?token=2': { value: [item('1', 2), removed('2'), item('3', 5)], '@odata.deltaLink': '/delta?token=3' },
    });
    expect(await readDelta(client, '/delta?token=1')).toMatchObject({
      status: 'changed',
      present: [
        { id: '1', eTag: '"guid-1,2"' },
        { id: '3', eTag: '"guid-3,5"' },
      ],
      removed: ['2'],
      link: '/delta?token=3',
    });
  });

  it('that has expired says so, on whichever page', async () => {
    const gone = new GraphFault('gone', { status: 410, code: 'resyncChangesApplyDifferences' });
    expect(await readDelta(clientOver({ '/delta': gone }), '/delta')).toEqual({ status: 'expired' });
    const later = clientOver({ '/delta': { value: [], '@odata.nextLink': '/more' }, '/more': gone });
    expect(await readDelta(later, '/delta')).toEqual({ status: 'expired' });
  });

  it('throws every other fault on', async () => {
    const fault = new GraphFault('away', { status: 503, code: 'serviceNotAvailable' });
    await expect(readDelta(clientOver({ '/delta': fault }), '/delta')).rejects.toBe(fault);
  });
});
