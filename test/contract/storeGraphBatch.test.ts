import { z } from 'zod';
import { StoreUnavailable } from '../../shared/application/ports/store';
import type { Created } from '../../shared/application/ports/store';
import { judged, review } from './documents';
import { gaveUp, keyOf, troubledGraph } from './troubledGraph';

jest.setTimeout(60_000);

const trouble = troubledGraph();
const { fresh, several, warmStore } = trouble;

const batch = /\/\$batch$/;
const Parts = z.object({ responses: z.array(z.looseObject({ id: z.string() })) });
type Parts = z.infer<typeof Parts>;
const Requests = z.object({ requests: z.array(z.looseObject({ id: z.string() })) });

/** Answers a batch with its parts changed, after all were carried out. */
const changed =
  (change: (part: Parts['responses'][number]) => Parts['responses']) => async (send: () => Promise<Response>) => {
    const { responses } = Parts.parse(await (await send()).json());
    return Response.json({ responses: responses.flatMap(change) });
  };
const odd = ({ id }: { readonly id: string }): boolean => Number(id) % 2 === 1;

describe('a batch', () => {
  /** All are there once, and each maker was told which version is theirs. */
  const expectAllThere = async (numbers: readonly number[], answers: readonly Created[]): Promise<void> => {
    const rows = new Map((await trouble.graph.store().rows('reviews')).map(({ key, version }) => [key, version]));
    expect(answers).toEqual(numbers.map((n) => ({ status: 'created', version: rows.get(keyOf(n)) })));
  };

  it('holds twenty, and the answers may come in any order', async () => {
    const [store, numbers] = [await warmStore(), several(41)];
    await expectAllThere(
      numbers,
      await store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    );
    expect(trouble.way.sent.filter((line) => line.startsWith('POST /v1.0/$batch'))).toHaveLength(3);
    expect(trouble.way.sent.filter((line) => line.startsWith('POST') && line.endsWith('/items'))).toEqual([]);
  });

  it.each([
    ['are not answered', (part: Parts['responses'][number]) => (odd(part) ? [] : [part])],
    ['are answered 504', (part: Parts['responses'][number]) => [odd(part) ? { id: part.id, status: 504 } : part]],
    ['are answered 503', (part: Parts['responses'][number]) => [odd(part) ? { id: part.id, status: 503 } : part]],
  ])('whose parts %s after they were carried out creates each once', async (_, change) => {
    const [store, numbers] = [await warmStore(), several(6)];
    trouble.way.next('POST', batch, changed(change));
    await expectAllThere(
      numbers,
      await store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    );
  });

  it('whose parts are throttled sends those again, and no other', async () => {
    const [store, numbers] = [await warmStore(), several(6)];
    trouble.way.next('POST', batch, async (_, { url, init }) => {
      const { requests } = Requests.parse(JSON.parse(z.string().parse(init.body)));
      const passing = { requests: requests.filter((part) => !odd(part)) };
      const answer = Parts.parse(await (await fetch(url, { ...init, body: JSON.stringify(passing) })).json());
      const refused = requests.filter(odd).map(({ id }) => ({ id, status: 429, headers: { 'Retry-After': '0.128' } }));
      return Response.json({ responses: [...refused, ...answer.responses] });
    });
    const bodies: number[] = [];
    trouble.way.next('POST', batch, (send) => send());
    trouble.way.next('POST', batch, async (send, { init }) => {
      bodies.push(Requests.parse(JSON.parse(z.string().parse(init.body))).requests.length);
      return send();
    });
    await expectAllThere(
      numbers,
      await store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    );
    expect(bodies).toEqual([3]);
  });

  it.each([503, 504])('that is answered %d as a whole, carried out or not, creates each once', async (status) => {
    const [store, numbers] = [await warmStore(), several(4)];
    trouble.way.next('POST', batch, gaveUp(status));
    await expectAllThere(
      numbers,
      await store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    );
    const more = several(4);
    trouble.way.next('POST', batch, async () => new Response(null, { status }));
    await expectAllThere(
      more,
      await store.createAll(
        'reviews',
        more.map((n) => review(n)),
      ),
    );
  });

  it('tells which items somebody else has made, also where its own answer was lost', async () => {
    const [store, other] = [await warmStore(), await warmStore()];
    const [mine, theirs] = [fresh(), fresh()];
    await other.create('reviews', judged(theirs, 'safeguarding', 'intervention'));
    trouble.way.next(
      'POST',
      batch,
      changed(() => []),
    );
    const answers = await store.createAll('reviews', [review(mine), review(theirs)]);
    expect(answers.map(({ status }) => status)).toEqual(['created', 'exists']);
  });

  it('does the rest where one cannot be settled, and says when to come back', async () => {
    const [store, numbers] = [await warmStore(), several(3)];
    trouble.way.next(
      'POST',
      batch,
      changed((part) => (part.id === '1' ? [] : [part])),
    );
    trouble.graph.faults.dropBefore({ method: 'GET', times: 50 });
    await expect(
      store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    ).rejects.toBeInstanceOf(StoreUnavailable);
    trouble.graph.faults.reset();
    const again = await store.createAll(
      'reviews',
      numbers.map((n) => review(n)),
    );
    expect(again.map(({ status }) => status)).toEqual(['exists', 'exists', 'exists']);
  });
});
