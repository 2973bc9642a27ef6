import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { provision } from '../../functions/adapters/graph/provision';
import { StoreUnavailable } from '../../shared/application/ports/store';
import { siteAddress, startLocalGraph } from '../contract/localGraph';
import type { LocalGraph } from '../contract/localGraph';
import { settings } from '../support/builders/calendar';
import { smallFramework } from '../support/builders/framework';
import { people } from '../support/builders/people';
import { academies, drawAct } from './random/acts';
import { drawFrom } from './random/draw';
import type { Draw } from './random/draw';
import { brokenRecords, createLedger, createWatch, readAll, untruths } from './random/ledger';
import { troubleNetwork } from './random/network';
import type { Network } from './random/network';
import { startProcess } from './random/processes';
import type { TestProcess } from './random/processes';

jest.setTimeout(300_000);

/** `STORE_SEED` plays a run again; `STORE_OPERATIONS` makes it longer. */
const seed = process.env.STORE_SEED ?? randomUUID().slice(0, 8);
const operations = Number(process.env.STORE_OPERATIONS ?? 2_000);
const shareOfTrouble = 0.12;
const together = 10;

let graph: LocalGraph;
let network: Network;

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [smallFramework]);
  const store = graph.store();
  const framework = {
    name: `framework:${smallFramework.code}@${smallFramework.version}` as const,
    framework: smallFramework,
  };
  await store.createAll('settings', [settings, framework]);
  await store.createAll('academies', academies);
  await store.createAll('people', people);
  network = troubleNetwork(seed, shareOfTrouble, graph.direct);
});
afterAll(async () => {
  network.restore();
  await graph.close();
});

/** Two processes, of which one is killed now and then and another takes its place. */
const createHost = () => {
  const start = (): TestProcess => startProcess(graph, network, drawFrom(`${seed} jitter`).number);
  const living = [start(), start()];
  return {
    living,
    pick: (draw: Draw): TestProcess => draw.pick(living),
    killOne(draw: Draw): void {
      const place = draw.below(living.length);
      living[place]?.kill();
      living[place] = start();
    },
  };
};

const unlessUnavailable = async <T>(act: Promise<T>): Promise<T | undefined> =>
  act.catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  });

it(`loses nothing, doubles nothing and tells the truth in ${operations} operations (STORE_SEED=${seed})`, async () => {
  console.log(`STORE_SEED=${seed}`);
  const [host, ledger, watch] = [createHost(), createLedger(), createWatch()];

  const operate = async (n: number): Promise<void> => {
    const draw = drawFrom(`${seed} operation ${n}`);
    const process = host.pick(draw);
    if (draw.chance(0.02)) return host.killOne(draw);
    if (draw.chance(0.1)) {
      const kind = draw.pick(['reviews', 'categoryChanges'] as const);
      return void (await unlessUnavailable(process.run(`watch-${n}`, () => watch(process, kind))));
    }
    const again = ledger.earlier();
    // A retried message, or a second click on an old card.
    if (again.length > 0 && draw.chance(0.08)) return void (await ledger.send(process, draw.pick(again)));
    const act = await unlessUnavailable(process.run(`draw-${n}`, () => drawAct(process, n, draw)));
    if (act === undefined || act === 'killed') return;
    const twice = draw.chance(0.15) ? [ledger.send(host.pick(draw), act)] : [];
    await Promise.all([ledger.send(process, act), ...twice]);
  };

  const numbers = Array.from({ length: operations }, (_, n) => n)[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const n of numbers) await operate(n);
  };
  await Promise.all(Array.from({ length: together }, worker));

  // What a killed process sent last may still be on its way.
  await wait(500);
  network.calm();
  const last = startProcess(graph, network, () => 0.5);
  for (const act of ledger.open()) await ledger.send(last, act);
  expect(ledger.open()).toEqual([]);

  const everything = await readAll(last.store);
  expect(untruths(ledger, everything)).toEqual([]);
  expect(brokenRecords(everything)).toEqual([]);
  expect(await last.store.handEdits()).toEqual([]);
  await wait(500);
  for (const kind of ['reviews', 'categoryChanges'] as const) {
    const truth = new Map((await graph.store().rows(kind)).map((row) => [row.key, row]));
    for (const { store } of host.living)
      expect(new Map((await store.rows(kind)).map((row) => [row.key, row]))).toEqual(truth);
  }

  // The run was worth something: much was accepted, and every trouble happened.
  const said = ledger.all().flatMap(({ given }) => given.map((answer) => answer.said));
  const count = Object.fromEntries(
    [...new Set(said)].map((word) => [word, said.filter((other) => other === word).length]),
  );
  console.log(JSON.stringify({ said: count, troubles: Object.fromEntries(network.troubles) }));
  expect(count.accepted).toBeGreaterThan(operations / 5);
  expect(count.unknown).toBeGreaterThan(0);
  expect(network.troubles.size).toBeGreaterThan(15);
});
