import { createRequire } from 'node:module';
import type * as azure from '@azure/functions';
import { handlerOf } from '../../functions/http/edge';
import { routes } from '../../functions/http/routes';
import { bindUseCases } from '../../functions/useCases';
import type { Store } from '../../shared/application/ports/store';
import { createDeliveryMemory, createFakeClock, createFakeNotifier, deliveryOver } from '../support/fakeDelivery';
import { realPace } from '../../functions/adapters/graph/pace';
import { trustOf } from './records';
import { seedTrust } from './seedTrust';
import { floorOf, measure } from './measure';
import type { Line } from './measure';
import { startWorld } from './world';

const silent = {
  info: () => undefined,
  warn: () => undefined,
  fault: (_event: string, fault: unknown) => console.error(fault),
};

// Its names cannot be imported outside of a bundle.
const { HttpRequest, InvocationContext } = createRequire(import.meta.url)('@azure/functions') as typeof azure;

/** Asks for the matrix as the tab does: route, edge, use case, store. */
const asking = (store: Store, director: ReturnType<typeof trustOf>['director']) => {
  const route = routes.find(({ name }) => name === 'readMatrix');
  if (!route) throw new Error('There is no route for the matrix.');
  const useCases = bindUseCases({
    store,
    clock: createFakeClock('2026-11-20T10:00:00.000Z'),
    notifier: createFakeNotifier(),
    ...deliveryOver(createDeliveryMemory([])),
  });
  const verify = async () => ({ status: 'valid', person: director.id }) as const;
  const limits = { take: async () => undefined };
  const handler = handlerOf({ useCases, verify, limits, log: silent }, route);
  return async (): Promise<void> => {
    const params = { year: '2026-27', period: 'autumn' };
    const request = new HttpRequest({ method: 'GET', url: 'https://assured.example/api/matrix', params });
    const answer = await handler(request, new InvocationContext());
    if (answer.status !== 200) throw new Error(`The matrix was answered ${answer.status}.`);
  };
};

/** (e) the trust's matrix through the API: at first, from memory, and when the memory is no longer fresh. */
export const matrixTask = async (academies: number): Promise<readonly Line[]> => {
  const world = await startWorld();
  const trust = trustOf(academies);
  await seedTrust(world, trust);
  const hindered = 'real conditions';
  const freshFor = 60_000;
  let later = 0;
  const store = world.store({ freshFor, pace: { ...realPace, now: () => performance.now() + later } });
  await store.prepare();
  const ask = asking(store, trust.director);
  const task = (when: string): string => `(e) matrix of ${academies}, ${when}`;
  const cold = await measure(world, { task: task('cold'), who: 'ours', hindered }, ask);
  const warm = await measure(world, { task: task('fresh'), who: 'ours', hindered }, ask);
  later = freshFor;
  const stale = await measure(world, { task: task('one delta round'), who: 'ours', hindered }, ask);
  await world.close();
  // One delta for each of the five lists, all at once.
  return [cold, warm, stale, { ...floorOf(task('one delta round'), 1, 5), requests: 5 }];
};
