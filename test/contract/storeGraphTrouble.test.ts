import { z } from 'zod';
import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { provision } from '../../functions/adapters/graph/provision';
import type { Pace } from '../../functions/adapters/graph/pace';
import { changeOne } from '../../shared/application/writing';
import { StoreUnavailable } from '../../shared/application/ports/store';
import type { Created, Replaced, Store, Version } from '../../shared/application/ports/store';
import { accepted } from '../../shared/domain/result';
import { CommandId, PersonId } from '../../shared/schema/ids';
import { apps, tenant } from '../../local/settings';
import { createFakeNotifier } from '../support/fakeDelivery';
import { framework, judged, review, signedOffReview, urnOf } from './documents';
import { intercept } from './intercept';
import type { Interception } from './intercept';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { commandsIn, noting } from './noting';

jest.setTimeout(60_000);

let graph: LocalGraph;
let way: Interception;
let used = 5000;
const fresh = (): number => (used += 1);
const several = (count: number): readonly number[] => Array.from({ length: count }, fresh);
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

const quickPace = (): Pace => ({ now: () => performance.now(), random: () => 0.5, sleep: async () => undefined });

const versionIn = (answer: Created | Replaced): Version => {
  if (answer.status !== 'created' && answer.status !== 'replaced') throw new Error(answer.status);
  return answer.version;
};
const revision = (version: Version): number => Number(/,(\d+)"$/.exec(version)?.[1]);

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.faults.reset();
  way = intercept();
});
afterEach(() => way.restore());

const warmStore = async (options: { pace?: Pace; freshFor?: number } = {}): Promise<Store> => {
  const store = graph.store({ pace: quickPace(), ...options });
  await store.prepare();
  await store.rows('reviews');
  return store;
};

const items = /\/items$/;
const item = /\/items\/\d+$/;
const batch = /\/\$batch$/;
const gaveUp = (status: number) => async (send: () => Promise<Response>) => {
  await send();
  return new Response(null, { status });
};

describe('a server on the way gives up after the write has happened', () => {
  it.each([500, 502, 503, 504])('%d: one item is created, and its maker is told so', async (status) => {
    const [store, n] = [await warmStore(), fresh()];
    way.next('POST', items, gaveUp(status));
    const answer = await store.create('reviews', review(n));
    expect(await graph.store().load('reviews', keyOf(n))).toMatchObject({
      document: review(n),
      version: versionIn(answer),
    });
  });

  it.each([500, 502, 503, 504])('%d: the item is written once, and its writer is told so', async (status) => {
    const [store, n] = [await warmStore(), fresh()];
    const before = versionIn(await store.create('reviews', review(n)));
    way.next('PATCH', item, gaveUp(status));
    const after = versionIn(await store.replace('reviews', signedOffReview(n), before));
    expect(revision(after)).toBe(revision(before) + 1);
  });
});

describe('a request that arrives twice', () => {
  const twice = async (send: () => Promise<Response>): Promise<Response> => {
    await send();
    return send();
  };

  it('creates one item, and its maker is told so although the second is refused', async () => {
    const [store, n] = [await warmStore(), fresh()];
    way.next('POST', items, async (send) => {
      const first = await send();
      await send();
      return first;
    });
    expect(await store.create('reviews', review(n))).toMatchObject({ status: 'created' });
  });

  it('writes once, and its writer is told so although the second is refused', async () => {
    const [store, n] = [await warmStore(), fresh()];
    const before = versionIn(await store.create('reviews', review(n)));
    way.next('PATCH', item, twice);
    const after = versionIn(await store.replace('reviews', signedOffReview(n), before));
    expect(revision(after)).toBe(revision(before) + 1);
  });
});

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
    const rows = new Map((await graph.store().rows('reviews')).map(({ key, version }) => [key, version]));
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
    expect(way.sent.filter((line) => line.startsWith('POST /v1.0/$batch'))).toHaveLength(3);
    expect(way.sent.filter((line) => line.startsWith('POST') && line.endsWith('/items'))).toEqual([]);
  });

  it.each([
    ['are not answered', (part: Parts['responses'][number]) => (odd(part) ? [] : [part])],
    ['are answered 504', (part: Parts['responses'][number]) => [odd(part) ? { id: part.id, status: 504 } : part]],
    ['are answered 503', (part: Parts['responses'][number]) => [odd(part) ? { id: part.id, status: 503 } : part]],
  ])('whose parts %s after they were carried out creates each once', async (_, change) => {
    const [store, numbers] = [await warmStore(), several(6)];
    way.next('POST', batch, changed(change));
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
    way.next('POST', batch, async (_, { url, init }) => {
      const { requests } = Requests.parse(JSON.parse(z.string().parse(init.body)));
      const passing = { requests: requests.filter((part) => !odd(part)) };
      const answer = Parts.parse(await (await fetch(url, { ...init, body: JSON.stringify(passing) })).json());
      const refused = requests.filter(odd).map(({ id }) => ({ id, status: 429, headers: { 'Retry-After': '0.128' } }));
      return Response.json({ responses: [...refused, ...answer.responses] });
    });
    const bodies: number[] = [];
    way.next('POST', batch, (send) => send());
    way.next('POST', batch, async (send, { init }) => {
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
    way.next('POST', batch, gaveUp(status));
    await expectAllThere(
      numbers,
      await store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    );
    const more = several(4);
    way.next('POST', batch, async () => new Response(null, { status }));
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
    way.next(
      'POST',
      batch,
      changed(() => []),
    );
    const answers = await store.createAll('reviews', [review(mine), review(theirs)]);
    expect(answers.map(({ status }) => status)).toEqual(['created', 'exists']);
  });

  it('does the rest where one cannot be settled, and says when to come back', async () => {
    const [store, numbers] = [await warmStore(), several(3)];
    way.next(
      'POST',
      batch,
      changed((part) => (part.id === '1' ? [] : [part])),
    );
    graph.faults.dropBefore({ method: 'GET', times: 50 });
    await expect(
      store.createAll(
        'reviews',
        numbers.map((n) => review(n)),
      ),
    ).rejects.toBeInstanceOf(StoreUnavailable);
    graph.faults.reset();
    const again = await store.createAll(
      'reviews',
      numbers.map((n) => review(n)),
    );
    expect(again.map(({ status }) => status)).toEqual(['exists', 'exists', 'exists']);
  });
});

describe('several who change one item', () => {
  const commandOf = (n: number): CommandId => CommandId.parse(`command-several-${n}`);
  const note = (store: Store, n: number, command: CommandId) => noting(store, keyOf(n), command);
  const historyOf = (n: number): Promise<readonly string[]> => commandsIn(graph.store(), keyOf(n));

  it('in one process: all are accepted, each is written once, and none is in the way of another', async () => {
    const [store, n] = [await warmStore({ freshFor: 60_000 }), fresh()];
    await store.create('reviews', review(n));
    graph.faults.reset();
    const commands = Array.from({ length: 20 }, (_, i) => commandOf(i));
    const outcomes = await Promise.all(commands.map((command) => note(store, n, command)));
    expect(outcomes.map(({ ok }) => ok)).toEqual(commands.map(() => true));
    expect((await historyOf(n)).slice(1)).toEqual(commands);
    expect(way.sent.filter((line) => line.startsWith('PATCH'))).toHaveLength(20);
  });

  it('in two processes: whatever was accepted is there once, and nothing else', async () => {
    const [here, there, n] = [await warmStore(), await warmStore(), fresh()];
    await here.create('reviews', review(n));
    const commands = Array.from({ length: 12 }, (_, i) => commandOf(i));
    const outcomes = await Promise.all(commands.map((command, i) => note(i % 2 === 0 ? here : there, n, command)));
    const taken = commands.filter((_, i) => outcomes[i]?.ok);
    expect((await historyOf(n)).slice(1).sort()).toEqual([...taken].sort());
    expect(taken.length).toBeGreaterThan(0);
  });

  it('in two processes, of one command that arrives in both: it is written once, and both are told so', async () => {
    const [here, there, n] = [await warmStore(), await warmStore(), fresh()];
    await here.create('reviews', review(n));
    const outcomes = await Promise.all([here, there, here, there].map((store) => note(store, n, commandOf(1))));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await historyOf(n)).toEqual(['command-opened', commandOf(1)]);
  });

  it('are told the truth where the last answer was lost and somebody wrote since', async () => {
    const [here, there, n] = [await warmStore(), await warmStore(), fresh()];
    await here.create('reviews', review(n));
    way.next('PATCH', item, async (send) => {
      await send();
      await note(there, n, commandOf(2));
      throw new TypeError('fetch failed');
    });
    expect(await note(here, n, commandOf(1))).toMatchObject({ ok: true });
    expect(await historyOf(n)).toEqual(['command-opened', commandOf(1), commandOf(2)]);
  });

  it('decide on what another process wrote meanwhile, not on what they remember', async () => {
    const [here, there, n] = [await warmStore(), await warmStore(), fresh()];
    await here.create('reviews', review(n));
    await note(there, n, commandOf(1));
    const seen: number[] = [];
    const refusing = await changeOne(
      { store: here, notifier: createFakeNotifier() },
      {
        ...{
          kind: 'reviews',
          key: keyOf(n),
          by: PersonId.parse(`00000000-0000-4000-8000-0000000000aa`),
          commandId: commandOf(2),
          types: ['sentForSignOff'],
        },
        decide: (document) => {
          seen.push(document.history.length);
          return accepted(document);
        },
      },
    );
    expect(refusing).toMatchObject({ ok: true, value: { history: [{}, {}] } });
    expect(seen.at(-1)).toBe(2);
  });
});

describe('the budget of the app', () => {
  it('is used and not overdrawn: what does not fit waits for the next minute instead of being refused', async () => {
    let now = 1_000_000;
    const pace: Pace = {
      now: () => now,
      random: () => 0.5,
      sleep: async (milliseconds) => {
        now += milliseconds;
        // The minute of the service is over as well.
        graph.faults.spending.clear();
      },
    };
    const store = graph.store({ pace, freshFor: 0, patience: 90 });
    await store.rows('reviews');
    graph.faults.reset();
    graph.faults.unitsPerMinute = 200;
    const answers = await Promise.all(several(110).map((n) => store.create('reviews', review(n))));
    expect(answers.every(({ status }) => status === 'created')).toBe(true);
    expect(now).toBeGreaterThan(1_000_000);
    expect(graph.faults.usage.throttled).toBe(0);
  });
});

describe('tokens', () => {
  const source = (now?: () => number) =>
    createTokenSource(
      {
        tenantId: tenant.id,
        clientId: apps.product.id,
        credentials: { kind: 'secret', secret: apps.product.secret },
        authority: `${graph.origin}/${tenant.id}`,
        knownAuthorities: [new URL(graph.origin).host],
      },
      now,
    );
  const fetched = (): number => way.sent.filter((line) => line.endsWith('/oauth2/v2.0/token')).length;

  it('are fetched once however many ask, at once or one after another', async () => {
    const tokens = source();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens()));
    expect(new Set([...all, await tokens()]).size).toBe(1);
    expect(fetched()).toBe(1);
  });

  it('are fetched again where the first try failed', async () => {
    const tokens = source();
    way.next('POST', /oauth2/, async () => new Response(null, { status: 503 }));
    await expect(Promise.all([tokens(), tokens()])).rejects.toThrow();
    expect(await tokens()).toMatch(/^ey/);
  });
});
