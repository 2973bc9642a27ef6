import { createTokenSource } from '../../functions/adapters/entra/appToken';
import type { Pace } from '../../functions/adapters/graph/pace';
import { changeOne } from '../../shared/application/writing';
import type { Created, Replaced, Store, Version } from '../../shared/application/ports/store';
import { accepted } from '../../shared/domain/result';
import { CommandId, PersonId } from '../../shared/schema/ids';
import { apps, tenant } from '../../local/settings';
import { createFakeNotifier } from '../support/fakeDelivery';
import { review, signedOffReview } from './documents';
import { commandsIn, noting } from './noting';
import { gaveUp, keyOf, troubledGraph } from './troubledGraph';

jest.setTimeout(60_000);

const trouble = troubledGraph();
const { fresh, several, warmStore } = trouble;

const items = /\/items$/;
const item = /\/items\/\d+$/;

const versionIn = (answer: Created | Replaced): Version => {
  if (answer.status !== 'created' && answer.status !== 'replaced') throw new Error(answer.status);
  return answer.version;
};
const revision = (version: Version): number => Number(/,(\d+)"$/.exec(version)?.[1]);

describe('a server on the way gives up after the write has happened', () => {
  it.each([500, 502, 503, 504])('%d: one item is created, and its maker is told so', async (status) => {
    const [store, n] = [await warmStore(), fresh()];
    trouble.way.next('POST', items, gaveUp(status));
    const answer = await store.create('reviews', review(n));
    expect(await trouble.graph.store().load('reviews', keyOf(n))).toMatchObject({
      document: review(n),
      version: versionIn(answer),
    });
  });

  it.each([500, 502, 503, 504])('%d: the item is written once, and its writer is told so', async (status) => {
    const [store, n] = [await warmStore(), fresh()];
    const before = versionIn(await store.create('reviews', review(n)));
    trouble.way.next('PATCH', item, gaveUp(status));
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
    trouble.way.next('POST', items, async (send) => {
      const first = await send();
      await send();
      return first;
    });
    expect(await store.create('reviews', review(n))).toMatchObject({ status: 'created' });
  });

  it('writes once, and its writer is told so although the second is refused', async () => {
    const [store, n] = [await warmStore(), fresh()];
    const before = versionIn(await store.create('reviews', review(n)));
    trouble.way.next('PATCH', item, twice);
    const after = versionIn(await store.replace('reviews', signedOffReview(n), before));
    expect(revision(after)).toBe(revision(before) + 1);
  });
});

describe('several who change one item', () => {
  const commandOf = (n: number): CommandId => CommandId.parse(`command-several-${n}`);
  const note = (store: Store, n: number, command: CommandId) => noting(store, keyOf(n), command);
  const historyOf = (n: number): Promise<readonly string[]> => commandsIn(trouble.graph.store(), keyOf(n));

  it('in one process: all are accepted, each is written once, and none is in the way of another', async () => {
    const [store, n] = [await warmStore({ freshFor: 60_000 }), fresh()];
    await store.create('reviews', review(n));
    trouble.graph.faults.reset();
    const commands = Array.from({ length: 20 }, (_, i) => commandOf(i));
    const outcomes = await Promise.all(commands.map((command) => note(store, n, command)));
    expect(outcomes.map(({ ok }) => ok)).toEqual(commands.map(() => true));
    expect((await historyOf(n)).slice(1)).toEqual(commands);
    expect(trouble.way.sent.filter((line) => line.startsWith('PATCH'))).toHaveLength(20);
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
    trouble.way.next('PATCH', item, async (send) => {
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
        trouble.graph.faults.spending.clear();
      },
    };
    const store = trouble.graph.store({ pace, freshFor: 0, patience: 90 });
    await store.rows('reviews');
    trouble.graph.faults.reset();
    trouble.graph.faults.unitsPerMinute = 200;
    const answers = await Promise.all(several(110).map((n) => store.create('reviews', review(n))));
    expect(answers.every(({ status }) => status === 'created')).toBe(true);
    expect(now).toBeGreaterThan(1_000_000);
    expect(trouble.graph.faults.usage.throttled).toBe(0);
  });
});

describe('tokens', () => {
  const source = (now?: () => number) =>
    createTokenSource(
      {
        tenantId: tenant.id,
        clientId: apps.product.id,
        credentials: { kind: 'secret', secret: apps.product.secret },
        authority: `${trouble.graph.origin}/${tenant.id}`,
        knownAuthorities: [new URL(trouble.graph.origin).host],
      },
      now,
    );
  const fetched = (): number => trouble.way.sent.filter((line) => line.endsWith('/oauth2/v2.0/token')).length;

  it('are fetched once however many ask, at once or one after another', async () => {
    const tokens = source();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens()));
    expect(new Set([...all, await tokens()]).size).toBe(1);
    expect(fetched()).toBe(1);
  });

  it('are fetched again where the first try failed', async () => {
    const tokens = source();
    trouble.way.next('POST', /oauth2/, async () => new Response(null, { status: 503 }));
    await expect(Promise.all([tokens(), tokens()])).rejects.toThrow();
    expect(await tokens()).toMatch(/^ey/);
  });
});
