import { PassThrough } from 'node:stream';
import { startAzurite } from '../../../local/azurite';
import type { Azurite } from '../../../local/azurite';
import { createFunctionsProcess } from '../../../local/functionsProcess';
import type { FunctionsProcess } from '../../../local/functionsProcess';
import { portsFrom } from '../../../local/settings';
import { bundleFixture, eventually, removeFolder, temporaryFolder } from './runningHost';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

const ports = portsFrom(6220);
let folder: string;
let main: string;
let azurite: Azurite;
let functions: FunctionsProcess;
let reports: string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  main = await bundleFixture(folder);
  azurite = await startAzurite({ ports, dataDir: folder });
}, 60_000);
beforeEach(() => {
  reports = [];
  functions = createFunctionsProcess({
    ports,
    dataDir: folder,
    main,
    environment: { FIXTURE_SCHEDULE: '0 0 0 1 1 *', NODE_EXTRA_CA_CERTS: '' },
    log: new PassThrough().resume(),
    report: (line) => reports.push(line),
  });
});
afterEach(() => functions.stop());
afterAll(async () => {
  await azurite?.stop();
  await removeFolder(folder);
});

const call = (name: string, method = 'GET') =>
  fetch(`http://localhost:${ports.functions}/api/${name}`, { method }).then(
    ({ status }) => status,
    () => 'down' as const,
  );

describe('the Functions process', () => {
  it('answers as soon as it is started', async () => {
    await functions.start();
    expect(functions.running).toBe(true);
    expect(await call('nothing')).toBe(204);
  });

  it('is started again, and that is said, when it dies by itself', async () => {
    await functions.start();
    const first = functions.pid;
    await call('crash', 'POST');
    await eventually(
      async () => functions.running,
      (running) => !running,
    );
    expect(
      await eventually(
        () => call('nothing'),
        (status) => status !== 'down',
      ),
    ).toBe(204);
    expect(functions.pid).not.toBe(first);
    expect(reports).toEqual(['The Functions host stopped (code 7). Starting it again in 0.5 s.']);
  });

  it('waits longer before each further start', async () => {
    await functions.start();
    for (const expected of ['0.5 s', '1 s']) {
      await eventually(
        () => call('crash', 'POST'),
        (status) => status === 202,
      );
      await eventually(
        async () => reports.at(-1),
        (line) => line?.includes(expected) ?? false,
      );
    }
  });

  it('stays down after a kill until it is started', async () => {
    await functions.start();
    await functions.kill();
    expect(functions.running).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await call('nothing')).toBe('down');
    await functions.start();
    expect(await call('nothing')).toBe(204);
    expect(reports).toEqual([]);
  });

  it('that cannot start rejects with the reason, and does not try for ever', async () => {
    const hopeless = createFunctionsProcess({
      ports,
      dataDir: folder,
      main,
      environment: { FIXTURE_SCHEDULE: 'now and then' },
      log: new PassThrough().resume(),
      report: (line) => reports.push(line),
    });
    await expect(hopeless.start()).rejects.toThrow(/did not start[^]*now and then/);
    expect(hopeless.running).toBe(false);
    expect(reports).toEqual([]);
  });
});
