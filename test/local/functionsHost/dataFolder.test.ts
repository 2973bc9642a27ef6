import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { claimDataFolder } from '../../../local/dataFolder';
import { removeFolder, temporaryFolder } from './runningHost';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await temporaryFolder();
  folder = path.join(parent, 'data');
});
afterEach(() => removeFolder(parent));

const keep = (name: string) => writeFile(path.join(folder, name), 'kept');
const used = async () => {
  const claimed = await claimDataFolder(folder);
  await keep('work');
  await claimed.markReady();
  await claimed.release();
};

describe('the data folder', () => {
  it('is new once, and keeps what is in it', async () => {
    const first = await claimDataFolder(folder);
    expect(first.isNew).toBe(true);
    await keep('work');
    await first.markReady();
    await first.release();
    const second = await claimDataFolder(folder);
    expect(second.isNew).toBe(false);
    expect(await readFile(path.join(folder, 'work'), 'utf8')).toBe('kept');
    await second.release();
  });

  it('starts afresh when the first start never came to its end', async () => {
    const first = await claimDataFolder(folder);
    await keep('half a sample');
    await first.release();
    const second = await claimDataFolder(folder);
    expect(second.isNew).toBe(true);
    expect(await readdir(folder)).not.toContain('half a sample');
    await second.release();
  });

  it('is emptied by a reset', async () => {
    await used();
    const again = await claimDataFolder(folder, { reset: true });
    expect(again.isNew).toBe(true);
    expect(await readdir(folder)).not.toContain('work');
    await again.release();
  });

  it.each([{ reset: true }, { reset: false }])('is refused while another instance uses it: %j', async (options) => {
    await used();
    const running = await claimDataFolder(folder);
    await expect(claimDataFolder(folder, options)).rejects.toThrow(`process ${process.pid}`);
    expect(await readFile(path.join(folder, 'work'), 'utf8')).toBe('kept');
    await running.release();
  });

  it('is not held by an instance that was killed, whoever has its number now', async () => {
    await used();
    const left = JSON.stringify({ pid: process.pid, port: 6298, token: 'gone' });
    await writeFile(path.join(folder, 'running.json'), left);
    const next = await claimDataFolder(folder);
    expect(next.isNew).toBe(false);
    await next.release();
  });

  it('is not taken, and above all not emptied, when it is somebody else’s', async () => {
    await mkdir(folder);
    await keep('thesis');
    for (const reset of [true, false]) {
      await expect(claimDataFolder(folder, { reset })).rejects.toThrow(/something else/);
    }
    expect(await readdir(folder)).toEqual(['thesis']);
  });
});
