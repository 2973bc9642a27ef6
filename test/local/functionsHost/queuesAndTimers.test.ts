import { QueueServiceClient } from '@azure/storage-queue';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { startAzurite } from '../../../local/azurite';
import type { Azurite } from '../../../local/azurite';
import { portsFrom, storageConnection } from '../../../local/settings';
import { bundleFixture, eventually, removeFolder, startHost, temporaryFolder } from './runningHost';
import type { RunningHost } from './runningHost';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

const ports = portsFrom(6210);
const never = { FIXTURE_SCHEDULE: '0 0 0 1 1 *' };
const queues = QueueServiceClient.fromConnectionString(storageConnection(ports));
const work = queues.getQueueClient('fixture-work');
const poison = queues.getQueueClient('fixture-work-poison');

let folder: string;
let main: string;
let azurite: Azurite;
let host: RunningHost;

beforeAll(async () => {
  folder = await temporaryFolder();
  main = await bundleFixture(folder);
  azurite = await startAzurite({ ports, dataDir: folder });
}, 60_000);

beforeEach(async () => {
  host = await startHost(main, ports, never);
});

afterEach(async () => {
  await host.child.stop();
});

afterAll(async () => {
  await azurite?.stop();
  await removeFolder(folder);
});

const Seen = z.array(z.object({ what: z.string(), data: z.unknown() }));
const seen = async (what: string) => {
  const all = Seen.parse(await (await fetch(`${host.origin}/api/seen`)).json());
  return all.filter((each) => each.what === what).map((each) => each.data);
};
const send = (text: string) => work.sendMessage(Buffer.from(text).toString('base64'));
const runNow = (name: string, init: RequestInit = {}) =>
  fetch(`${host.origin}/admin/functions/${name}`, { method: 'POST', ...init });
const waiting = async (queue = work) => (await queue.getProperties()).approximateMessagesCount ?? 0;

describe('queue functions', () => {
  it('find their queue created, get parsed JSON or plain text, and the message is gone', async () => {
    await send('{"review":"ä"}');
    await send('plain words');
    const got = await eventually(
      () => seen('work'),
      (all) => all.length === 2,
    );
    expect(got).toEqual([
      { message: { review: 'ä' }, tries: 1 },
      { message: 'plain words', tries: 1 },
    ]);
    await eventually(waiting, (count) => count === 0);
  });

  it('try a failing message five times, then move it to the poison queue as it was', async () => {
    await send('{"fail":true}');
    const tries = await eventually(
      () => seen('work'),
      (all) => all.length === 5,
    );
    expect(tries.map((each) => z.object({ tries: z.number() }).parse(each).tries)).toEqual([1, 2, 3, 4, 5]);
    await eventually(
      () => waiting(poison),
      (count) => count === 1,
    );
    const [moved] = (await poison.receiveMessages()).receivedMessageItems;
    expect(Buffer.from(moved?.messageText ?? '', 'base64').toString()).toBe('{"fail":true}');
    await poison.clearMessages();
    expect(await waiting()).toBe(0);
  });

  it('poison a message that is not base64 without calling the function', async () => {
    await work.sendMessage('{"not":"base64"}');
    await eventually(
      () => waiting(poison),
      (count) => count === 1,
    );
    expect(await seen('work')).toEqual([]);
    await poison.clearMessages();
  });

  it('receive what another function puts into its queue output, one message for each element', async () => {
    await fetch(`${host.origin}/api/enqueue`, { method: 'POST', body: JSON.stringify(['one', { two: 2 }]) });
    const got = await eventually(
      () => seen('work'),
      (all) => all.length === 2,
    );
    expect(got).toEqual(expect.arrayContaining([expect.objectContaining({ message: 'one' })]));
    expect(got).toEqual(expect.arrayContaining([expect.objectContaining({ message: { two: 2 } })]));
  });

  it('work through many messages, each once', async () => {
    await Promise.all(Array.from({ length: 60 }, (_none, at) => send(JSON.stringify({ at }))));
    const got = await eventually(
      () => seen('work'),
      (all) => all.length >= 60,
    );
    expect(got).toHaveLength(60);
  });

  it('run now on the word of the admin endpoint', async () => {
    expect((await runNow('work', { body: JSON.stringify({ input: '{"by":"hand"}' }) })).status).toBe(202);
    const [got] = await eventually(
      () => seen('work'),
      (all) => all.length === 1,
    );
    expect(got).toEqual({ message: { by: 'hand' }, tries: 1 });
  });
});

describe('timer functions', () => {
  const state = () => path.join(folder, 'timers');
  const restart = async (own: Record<string, string>) => {
    await host.child.stop();
    host = await startHost(main, ports, { ...never, FUNCTIONS_STATE_DIR: state(), ...own });
  };

  it('run when they are due', async () => {
    await restart({ FIXTURE_SCHEDULE: '* * * * * *' });
    const [first] = await eventually(
      () => seen('everySecond'),
      (all) => all.length >= 2,
    );
    expect(first).toMatchObject({ isPastDue: false, schedule: { adjustForDST: true } });
    expect(await seen('newYear')).toEqual([]);
  });

  it('run now on the word of the admin endpoint, and remember it', async () => {
    await restart({});
    expect((await runNow('newYear')).status).toBe(202);
    expect(
      await eventually(
        () => seen('newYear'),
        (all) => all.length === 1,
      ),
    ).toEqual([false]);
    const kept = z
      .object({ next: z.string() })
      .parse(JSON.parse(await readFile(path.join(state(), 'newYear.timer.json'), 'utf8')));
    expect(kept.next).toMatch(/^\d{4}-01-01T00:00:00.000Z$/);
  });

  it('run once at the start when the process was away while they were due', async () => {
    await host.child.stop();
    await mkdir(state(), { recursive: true });
    const missed = '2020-01-01T00:00:00.000Z';
    const remembered = JSON.stringify({ last: missed, next: missed, lastUpdated: missed });
    await writeFile(path.join(state(), 'newYear.timer.json'), remembered);
    await restart({});
    expect(
      await eventually(
        () => seen('newYear'),
        (all) => all.length === 1,
      ),
    ).toEqual([true]);
    await restart({});
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await seen('newYear')).toEqual([]);
  });
});

describe('ending', () => {
  it('lets a running request finish and takes no new one', async () => {
    const slow = fetch(`${host.origin}/api/slow`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    host.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(fetch(`${host.origin}/api/nothing`)).rejects.toThrow();
    expect(await (await slow).text()).toBe('finished');
    expect(await host.child.ended).toEqual({ code: 0, signal: null });
  });

  it('says so when a schedule makes no sense, and does not start', async () => {
    await host.child.stop();
    await expect(startHost(main, ports, { FIXTURE_SCHEDULE: '0 99 * * * *' })).rejects.toThrow(/99.*minute/);
  });
});
