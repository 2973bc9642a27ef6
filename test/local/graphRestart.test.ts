import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensureCertificate } from '../../local/certificate';
import { startMicrosoft365 } from '../../local/microsoft365';
import { filesIn } from '../../local/settings';
import { newDataDir } from '../support/dataDir';
import { createGraphClient } from './support/graphClient';
import { Entity, Page, reviewsList, sitePath, users } from './support/localGraph';

// A process beside this one, on a machine that may be busy.
jest.setTimeout(60_000);

const Started = z.object({ origin: z.string() });

const dataDir = newDataDir();
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const startProcess = async () => {
  const child = fork(path.join(__dirname, 'support/microsoft365Process.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
  });
  children.push(child);
  const [message] = z.array(Started).parse((await once(child, 'message')).slice(0, 1));
  return { child, origin: message?.origin ?? '' };
};

const clientOf = (origin: string, app: 'product' | 'provisioning') => createGraphClient({ origin, app });

test('what was answered is there after the process was killed, and old delta links go on', async () => {
  const first = await startProcess();
  const administrator = clientOf(first.origin, 'provisioning');
  const site = await administrator.get(Entity, sitePath);
  const list = await administrator.post(Entity, `/sites/${site.id}/lists`, reviewsList);
  const address = `/sites/${site.id}/lists/${list.id}`;
  for (let at = 1; at <= 20; at += 1)
    await administrator.post(Entity, `${address}/items`, { fields: { Key: `k${at}` } });
  const delta = await administrator.get(Page, `${address}/items/delta`);
  await administrator.post(Entity, `${address}/items`, { fields: { Key: 'last' } });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await startProcess();
  const product = clientOf(second.origin, 'product');
  const items = await product.get(Page, `${address}/items?$expand=fields($select=Key)`);
  expect(items.value).toHaveLength(21);
  expect(items.value.at(-1)?.fields?.Key).toBe('last');
  const link = new URL(delta['@odata.deltaLink'] ?? '');
  const changes = await product.get(Page, `${link.pathname.replace('/v1.0', '')}${link.search}`);
  expect(changes.value.map((item) => item.id)).toEqual(['21']);
  const next = await product.post(Entity, `${address}/items`, { fields: { Key: 'after' } });
  expect(next.id).toBe('22');
});

test('a taken port is refused with the way out', async () => {
  const folder = newDataDir();
  const running = await startMicrosoft365({ ports: { microsoft365: 0 }, dataDir: folder, users });
  const port = Number(new URL(running.origin).port);
  await expect(startMicrosoft365({ ports: { microsoft365: port }, dataDir: folder, users })).rejects.toThrow(
    new RegExp(`Port ${port} .* ASSURED_PORT`),
  );
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the certificate is kept until shortly before it runs out', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assured-certificate-'));
  const made = await ensureCertificate(folder);
  expect(readFileSync(filesIn(folder).certificate, 'utf8')).toBe(made.cert);
  expect((await ensureCertificate(folder)).cert).toBe(made.cert);
  const day = 24 * 60 * 60 * 1000;
  expect((await ensureCertificate(folder, Date.now() + 350 * day)).cert).toBe(made.cert);
  expect((await ensureCertificate(folder, Date.now() + 360 * day)).cert).not.toBe(made.cert);
  rmSync(folder, { recursive: true, force: true });
});
