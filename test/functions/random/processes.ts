import { setTimeout as wait } from 'node:timers/promises';
import { withCorrelation } from '../../../functions/correlation';
import type { Pace } from '../../../functions/adapters/graph/pace';
import { bindUseCases } from '../../../functions/useCases';
import type { UseCases } from '../../../functions/useCases';
import type { Store } from '../../../shared/application/ports/store';
import type { LocalGraph } from '../../contract/localGraph';
import { now } from '../../support/builders/calendar';
import { createDeliveryMemory, createFakeClock, createFakeNotifier, deliveryOver } from '../../support/fakeDelivery';
import type { Network } from './network';

/** One Functions process: its own memory, its own connection. */
export interface TestProcess {
  readonly name: string;
  readonly store: Store;
  readonly useCases: UseCases;
  /** Runs an act under its name; answers 'killed' where the process did not live to see its end. */
  run<T>(act: string, what: () => Promise<T>): Promise<T | 'killed'>;
  kill(): void;
}

/** So many times faster than life, so that waits do not fill the test. */
const haste = 20;

const hastyPace = (random: () => number): Pace => ({
  now: () => performance.now() * haste,
  sleep: (milliseconds) => wait(milliseconds / haste),
  random,
});

let started = 0;

export const startProcess = (graph: LocalGraph, network: Network, random: () => number): TestProcess => {
  started += 1;
  const name = `p${started}`;
  const store = graph.store({ pace: hastyPace(random), freshFor: 8_000, patience: 40 });
  const useCases = bindUseCases({
    store,
    clock: createFakeClock(now),
    notifier: createFakeNotifier(),
    ...deliveryOver(createDeliveryMemory([])),
  });
  let die = (): void => undefined;
  const death = new Promise<'killed'>((resolve) => (die = () => resolve('killed')));
  return {
    name,
    store,
    useCases,
    run: (act, what) => Promise.race([withCorrelation(`${name}-${act}`, what), death]),
    kill() {
      network.cut(name);
      die();
    },
  };
};
