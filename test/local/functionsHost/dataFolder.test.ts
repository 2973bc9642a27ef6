import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { claimDataFolder as claimFor } from '../../../local/dataFolder';
import { removeFolder, temporaryFolder } from './runningHost';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await temporaryFolder();
  folder = path.join(parent, 'data');
});
afterEach(() => removeFolder(parent));

const claimDataFolder = (claimed: string, { sample = 'apples', reset = false } = {}) =>
  claimFor(claimed, { sample, reset });
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

  it('is refused to another sample and left as it is, but for a reset', async () => {
    await used();
    const asked = { sample: 'pears' };
    await expect(claimDataFolder(folder, asked)).rejects.toThrow(
      `The data folder ${folder} holds apples; pears was asked for. ` +
        'Choose another folder with --data, or empty this one and begin anew with --reset.',
    );
    expect(await readFile(path.join(folder, 'work'), 'utf8')).toBe('kept');
    const again = await claimDataFolder(folder, { ...asked, reset: true });
    expect(again.isNew).toBe(true);
    await again.markReady();
    await again.release();
    const later = await claimDataFolder(folder, asked);
    expect(later.isNew).toBe(false);
    await later.release();
  });

  it('is refused when it is from before there were several samples', async () => {
    await mkdir(folder);
    await keep('work');
    await writeFile(path.join(folder, 'assured-local.json'), JSON.stringify({ state: 'ready' }));
    await expect(claimDataFolder(folder)).rejects.toThrow(/does not say which sample it holds.*--reset/);
    expect(await readdir(folder)).toContain('work');
  });

  it('is taken by another sample when the first never got ready', async () => {
    const first = await claimDataFolder(folder);
    await first.release();
    const second = await claimDataFolder(folder, { sample: 'pears' });
    expect(second.isNew).toBe(true);
    await second.release();
  });
});
