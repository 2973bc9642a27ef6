import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configFileOf } from '../../../local/playground/configFile';
import { startPlaygroundProcess, type PlaygroundProcess } from '../../../local/playground/playgroundProcess';
import { othersThan, personIn } from '../../../local/playground/seats';
import { sampleOf } from '../../../local/sample/samples';

/** The real program: what is assumed of it is checked with each version of it. */

const port = 6840;
const folder = mkdtempSync(path.join(tmpdir(), 'assured-playground-'));
const running: PlaygroundProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = sampleOf('combinedAssurance');
const configFile = configFileOf({ current: personIn(sample, 'ceo'), others: othersThan(sample, 'ceo') });
const start = async (name: string, config = configFile): Promise<PlaygroundProcess> => {
  const botEndpoint = `http://127.0.0.1:${port + 9}/api/messages`;
  const started = await startPlaygroundProcess({
    port,
    botEndpoint,
    configFile: config,
    folder: path.join(folder, name),
  });
  running.push(started);
  return started;
};
const ping = async ({ origin }: PlaygroundProcess): Promise<string> => (await fetch(`${origin}/_debug/ping`)).text();

test('takes our configuration and answers; a second one on the same port says where else it is; both end', async () => {
  const first = await start('first');
  const second = await start('second');
  expect(first.origin).toBe(`http://localhost:${port}`);
  expect(second.origin).not.toBe(first.origin);
  expect([await ping(first), await ping(second)]).toEqual(['pong', 'pong']);
  await first.stop();
  await expect(ping(first)).rejects.toThrow();
}, 60_000);

test('a configuration that it does not take is told, with the place of its log', async () => {
  const four: unknown = JSON.parse(configFile, (key, value: unknown) =>
    key === 'users' && Array.isArray(value) ? value.slice(1) : value,
  );
  const log = path.join(folder, 'third', 'm365agentsplayground.log');
  await expect(start('third', JSON.stringify(four))).rejects.toThrow(
    `The Microsoft 365 Agents Playground did not start; see ${log}.`,
  );
  expect(existsSync(log)).toBe(true);
}, 60_000);
