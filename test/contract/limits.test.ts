import { z } from 'zod';
import { sealed } from '../../functions/adapters/graph/belief';
import { checkColumn, documentColumn } from '../../functions/adapters/graph/columns';
import { codesOnly } from '../../functions/adapters/graph/names';
import { provision } from '../../functions/adapters/graph/provision';
import { documentLimit } from '../../shared/application/ports/store';
import { lengthOf } from '../../shared/domain/room';
import type { Review } from '../../shared/schema/review';
import { framework, review, urnOf } from './documents';
import { checkKey, siteAddress } from './localGraph';
import { administered } from './administered';

const { graph, run } = administered();

describe('a document near what an item holds', () => {
  const withLength = (n: number, characters: number): Review => {
    const event = (comment: string) => ({
      ...{ type: 'queried', commandId: 'command-queried', at: '2026-11-22T09:40:12.345Z' },
      ...{ by: '00000000-0000-4000-8000-0000000000aa', comment },
    });
    const queries = Array.from({ length: 29 }, () => event('é'.repeat(1860)));
    const filled = (rest: number) =>
      review(n, { history: [...review(n).history, ...queries, event('x'.repeat(rest))] });
    return filled(1 + characters - lengthOf(filled(1)));
  };

  it('is written and read back whole at the last character that fits, and not written at the next', async () => {
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
    const store = graph.store();
    const fits = withLength(1, documentLimit);
    expect(lengthOf(fits)).toBe(documentLimit);
    expect(await store.create('reviews', fits)).toMatchObject({ status: 'created' });
    const key = `${urnOf(1)}|2026/27|autumn`;
    const found = await graph.store().load('reviews', key);
    expect(found).toMatchObject({ status: 'found', document: fits });
    const version = found.status === 'found' ? found.version : fail();
    expect(await store.replace('reviews', withLength(1, documentLimit + 1), version)).toEqual({ status: 'tooLarge' });
    expect(await graph.store().load('reviews', key)).toMatchObject({ status: 'found', version });
  });
});

const fail = (): never => {
  throw new Error('The document is not there.');
};

/** Beyond SharePoint's threshold of 5,000, in more than one page; the bench reads 30,000. */
describe('a list of very many items', () => {
  it('is read, searched and written as ever; an index that it takes no more is said in words', async () => {
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
    const periods = ['autumn', 'spring', 'summer'] as const;
    const { judgements: _, ...base } = review(1);
    const items = Array.from({ length: 6_000 }, (_item, n) => {
      const document = { ...base, urn: urnOf(Math.floor(n / 3)), period: periods[n % 3] ?? 'autumn', judgements: {} };
      const { projection, text, check } = sealed('reviews', checkKey, document as Review, codesOnly);
      return { ...projection, [documentColumn.name]: text, [checkColumn.name]: check };
    });
    graph.seed('reviews', items);
    const store = graph.store();
    const rows = await store.rows('reviews');
    expect([rows.length, new Set(rows.map(({ key }) => key)).size]).toEqual([6_000, 6_000]);
    const key = `${urnOf(1_999)}|2026/27|summer`;
    const found = await graph.store().load('reviews', key);
    if (found.status !== 'found') throw new Error('The last review is not found.');
    const { document, version } = found;
    expect(await store.replace('reviews', { ...document, notApplicable: [] }, version)).toMatchObject({
      status: 'replaced',
    });
    expect((await store.rows('reviews')).length).toBe(6_000);

    const state = `${await graph.listPath('reviews')}/columns/State`;
    await graph.client('provisioning').patch(state, { indexed: false }, z.unknown());
    graph.faults.answer({ method: 'PATCH', url: /\/columns\/[^/]+$/ }, { status: 422 });
    const { ok, said } = await run('provision');
    expect(ok).toBe(false);
    expect(said).toMatch(/did not make the index of the column State.*very many items.*Indexed columns/);
    expect((await graph.store().load('reviews', key)).status).toBe('found');
  });
});
