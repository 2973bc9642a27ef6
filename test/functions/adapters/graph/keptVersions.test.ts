import { judgeVersions, readKeptVersions } from '../../../../functions/adapters/graph/keptVersions';
import type { ItemVersions } from '../../../../functions/adapters/graph/keptVersions';
import type { GraphClient } from '../../../../functions/adapters/graph/client';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';

/** Written so often in a list that keeps so many. */
const written = (times: number, kept = times): ItemVersions => ({ written: times, kept, newest: times });
const unnumbered = (times: number): ItemVersions => ({ written: times, kept: 1, newest: 1 });

describe('what a list keeps of its items', () => {
  it.each<[string, readonly ItemVersions[], object]>([
    ['nothing was written', [], { status: 'tooEarly' }],
    ['everything was written once', [written(1), written(1)], { status: 'tooEarly' }],
    ['all is there of what was written no more than 50 times', [written(50), written(7)], { status: 'tooEarly' }],
    ['all is there of what was written 51 times', [written(51), written(7)], { status: 'all', most: 51 }],
    [
      'each has 50 of more',
      [written(213, 50), written(51, 50), written(50)],
      { status: 'latest', limit: 50, most: 213 },
    ],
    ['the only one has 2 of 3', [written(3, 2)], { status: 'latest', limit: 2, most: 3 }],
    ['nothing is numbered', [unnumbered(9), unnumbered(2)], { status: 'none' }],
    ['one was written before versions were switched on', [unnumbered(2), written(60)], { status: 'all', most: 60 }],
    ['some were lost, and more are there now of others', [written(90, 50), written(80)], { status: 'all', most: 80 }],
    ['some were lost, and no two say alike', [written(90, 57), written(80, 50)], { status: 'unclear' }],
    ['one has lost its own to somebody', [written(9, 1), written(30)], { status: 'tooEarly' }],
  ])('where %s', (_, items, kept) => {
    expect(judgeVersions(items)).toEqual(kept);
  });
});

describe('reading it', () => {
  const list = '/sites/s/lists/l';
  /** Answers addresses by what they begin with, each once. */
  const clientOf = (answers: Readonly<Record<string, unknown>>) => {
    const asked: string[] = [];
    const client: Pick<GraphClient, 'get'> = {
      async get(path, answer) {
        asked.push(path);
        const given = answers[path];
        if (given instanceof Error) throw given;
        return answer.parse(given);
      },
    };
    return { asked, client: client as GraphClient };
  };
  const items = `${list}/items?$top=5000&$select=id,eTag`;
  const versions = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, n) => ({ id: `${from - n}.0` }));

  it('follows every page, and looks at those that were written most often alone', async () => {
    const { client, asked } = clientOf({
      [items]: { value: [{ id: '1', eTag: '"a,1"' }], '@odata.nextLink': 'https://graph/items-2' },
      'https://graph/items-2': { value: [{ id: '7', eTag: '"b,60"' }] },
      [`${list}/items/7/versions`]: { value: versions(60, 21), '@odata.nextLink': 'https://graph/versions-2' },
      'https://graph/versions-2': { value: versions(20, 1) },
    });
    expect(await readKeptVersions(client, list)).toEqual({ status: 'all', most: 60 });
    expect(asked).toHaveLength(4);
  });

  it('looks at no more than five, and past one that was deleted meanwhile', async () => {
    const gone = new GraphFault('gone', { status: 404, code: 'itemNotFound' });
    const six = [12, 13, 14, 15, 16, 17].map((times) => ({ id: `${times}`, eTag: `"x,${times}"` }));
    const { client, asked } = clientOf({
      [items]: { value: six },
      ...Object.fromEntries(six.map(({ id }) => [`${list}/items/${id}/versions`, { value: versions(Number(id), 9) }])),
      [`${list}/items/17/versions`]: gone,
    });
    expect(await readKeptVersions(client, list)).toEqual({ status: 'unclear' });
    expect(asked).not.toContain(`${list}/items/12/versions`);
    expect(asked).toHaveLength(6);
  });

  it('is not silent where Graph refuses', async () => {
    const { client } = clientOf({ [items]: new GraphFault('no', { status: 403, code: 'accessDenied' }) });
    await expect(readKeptVersions(client, list)).rejects.toMatchObject({ status: 403 });
  });
});
