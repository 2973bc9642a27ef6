import { CommandId, PersonId } from '../../shared/schema/ids';
import { Review } from '../../shared/schema/review';
import type { Store } from '../../shared/application/ports/store';
import { changeOne } from '../../shared/application/writing';
import { accepted } from '../../shared/domain/result';
import { fieldsOf, keyOf, someReviews, trustOf } from './records';
import { expecting, floorOf, measure } from './measure';
import type { Line, Outcome } from './measure';
import { coldReads } from './coldReads';
import { bareSdk, pnp } from './peers';
import type { Peer } from './peers';
import { seedTrust } from './seedTrust';
import { startWorld } from './world';
import type { World } from './world';

const largestPage = 5_000;
const partsPerBatch = 20;

const peersIn = async (world: World): Promise<readonly Peer[]> => [
  await pnp(world),
  await pnp(world, largestPage),
  await bareSdk(world),
];

/** (a) a process that has just started reads the whole list; (b) it reads it again after ten changes. */
export const readingTasks = async (size: number): Promise<readonly Line[]> => {
  const world = await startWorld();
  const reviews = someReviews(size);
  await world.seed(
    'reviews',
    reviews.map((review) => fieldsOf('reviews', review)),
  );
  const [cold, again] = [`(a) cold read of ${size}`, `(b) of ${size}, again after 10 changes`];
  const change = async (): Promise<void> => {
    await world.change(
      'reviews',
      1,
      reviews.slice(0, 10).map((review) => fieldsOf('reviews', review)),
    );
  };
  const pages = Math.ceil(size / largestPage);
  const whole = expecting(size);
  const lines: Line[] = [];
  const hindered = 'real conditions';
  const { lines: first, store } = await coldReads(world, cold, size);
  lines.push(...first);
  const rows = async (): Promise<number> => (await store.rows('reviews')).length;
  await change();
  lines.push(await measure(world, { task: again, who: 'ours', hindered }, () => whole(rows)));
  for (const peer of await peersIn(world)) {
    lines.push(await measure(world, { task: cold, who: peer.name, hindered }, () => whole(() => peer.readAll())));
    await change();
    lines.push(await measure(world, { task: again, who: peer.name, hindered }, () => whole(() => peer.readAll())));
  }
  await world.close();
  const sorted = [...lines, floorOf(cold, pages, 2 * pages), floorOf(again, 1, 1)];
  return [cold, again].flatMap((task) => sorted.filter((line) => line.task === task));
};

/** Who was created more or less than once. */
const creations = async (world: World, keys: readonly string[]): Promise<Outcome> => {
  const found = (await world.store().rows('reviews')).map(({ key }) => key);
  const times = keys.map((key) => found.filter((other) => other === key).length);
  return { lost: times.filter((n) => n === 0).length, doubled: times.filter((n) => n > 1).length };
};

/** (c) many creates at once, as when a term is opened. */
export const creatingTask = async (size: number): Promise<readonly Line[]> => {
  const task = `(c) ${size} creates`;
  const reviews = someReviews(size);
  const lines: Line[] = [];
  const attempt = async (who: string, act: (world: World) => Promise<() => Promise<unknown>>): Promise<void> => {
    const world = await startWorld();
    const ready = await act(world);
    const after = () => creations(world, reviews.map(keyOf));
    lines.push(await measure(world, { task, who, hindered: 'real conditions' }, ready, after));
    await world.close();
  };
  await attempt('ours', async (world) => {
    const store = world.store();
    await store.prepare();
    return () => store.createAll('reviews', reviews);
  });
  const items = reviews.map((review) => fieldsOf('reviews', review));
  for (const make of [pnp, bareSdk])
    await attempt(make === pnp ? 'PnPjs' : 'Graph SDK', async (world) => {
      const peer = await make(world);
      return () => peer.createAll(items);
    });
  return [...lines, floorOf(task, Math.ceil(size / partsPerBatch), 2 * size)];
};

const by = PersonId.parse('00000000-0000-4000-8000-000000000001');
const at = '2026-11-22T09:40:12.345Z';
const commandOf = (n: number): CommandId => CommandId.parse(`command-${String(n).padStart(6, '0')}`);

const withEvent = (review: Review, commandId: CommandId): Review => ({
  ...review,
  history: [...review.history, { type: 'sentForSignOff', commandId, by, at }],
});

/** As a person does: whoever is told of a conflict tries again. */
const updateOurs = async (store: Store, key: string, commandId: CommandId): Promise<void> => {
  const changed = await changeOne(
    { store, notifier: { announce: async () => undefined, deliver: async () => undefined } },
    {
      ...{ kind: 'reviews', key, by, commandId, types: ['sentForSignOff'] },
      decide: (review) => accepted(withEvent(review, commandId)),
    },
  );
  if (changed.ok) return;
  if (changed.refusal.code !== 'store.conflict') throw new Error(changed.refusal.code);
  await updateOurs(store, key, commandId);
};

const eventsIn = async (world: World): Promise<readonly string[]> => {
  const authorization = `Bearer ${await world.tokens()()}`;
  const address = `${world.origin}/v1.0/sites/${world.siteId}/lists/${await world.listId('reviews')}/items/1`;
  const answer = await fetch(`${address}?$expand=fields($select=Document)`, { headers: { authorization } });
  const { fields } = (await answer.json()) as { readonly fields: { readonly Document: string } };
  return Review.parse(JSON.parse(fields.Document)).history.map(({ commandId }) => commandId);
};

/** (d) several people change the same record again and again: is every change of theirs in its history, once? */
export const updatingTask = async (writers: number, each: number): Promise<readonly Line[]> => {
  const task = `(d) ${writers * each} updates of one item by ${writers}`;
  const [review] = someReviews(1);
  if (!review) throw new Error('There is no review to change.');
  const lines: Line[] = [];
  const attempt = async (
    who: string,
    act: (world: World) => Promise<(commandId: CommandId) => Promise<unknown>>,
  ): Promise<void> => {
    const world = await startWorld();
    await seedTrust(world, { ...trustOf(1), reviews: [review] });
    const update = await act(world);
    const writer = async (w: number): Promise<void> => {
      for (let n = 0; n < each; n += 1) await update(commandOf(w * each + n));
    };
    const after = async (): Promise<Outcome> => {
      const there = await eventsIn(world);
      const times = Array.from({ length: writers * each }, (_, n) => there.filter((id) => id === commandOf(n)).length);
      return { lost: times.filter((n) => n === 0).length, doubled: times.filter((n) => n > 1).length };
    };
    const all = async (): Promise<void> => {
      const ends = await Promise.allSettled(Array.from({ length: writers }, (_, w) => writer(w)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    };
    lines.push(await measure(world, { task, who, hindered: 'real conditions' }, all, after));
    await world.close();
  };
  await attempt('ours', async (world) => {
    const store = world.store();
    await store.prepare();
    await store.rows('reviews');
    return (commandId) => updateOurs(store, keyOf(review), commandId);
  });
  for (const make of [pnp, bareSdk])
    await attempt(make === pnp ? 'PnPjs' : 'Graph SDK', async (world) => {
      const peer = await make(world);
      return (commandId) =>
        peer.update('1', (document) => JSON.stringify(withEvent(Review.parse(JSON.parse(document)), commandId)));
    });
  return [...lines, floorOf(task, 1 + writers * each, 1 + 2 * writers * each)];
};
