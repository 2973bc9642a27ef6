import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { z } from 'zod';
import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { apps, tenant } from '../../local/settings';
import { startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

/** How an app that proves itself with a certificate gets a new one, as the guide to operations says. */
const folder = mkdtempSync(path.join(tmpdir(), 'assured-certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Certificate {
  readonly pem: string;
  readonly path: string;
  /** As the Azure portal and OpenSSL show it, without colons. */
  readonly thumbprint: string;
}

const day = 24 * 60 * 60 * 1000;
const makeCertificate = async (name: string, notAfterDate = new Date(Date.now() + day)): Promise<Certificate> => {
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate,
  });
  const file = path.join(folder, `${name}.pem`);
  writeFileSync(file, made.private, { mode: 0o600 });
  return { pem: made.cert, path: file, thumbprint: new X509Certificate(made.cert).fingerprint256.replaceAll(':', '') };
};

let graph: LocalGraph;
beforeAll(async () => {
  graph = await startLocalGraph();
});
afterAll(() => graph.close());

/** A process that was started with this certificate: the key is read then. */
const started = ({ path: file, thumbprint }: Pick<Certificate, 'path' | 'thumbprint'>) => {
  const credentials = { kind: 'certificate', path: file, thumbprint } as const;
  const tokens = createTokenSource({
    ...{ tenantId: tenant.id, clientId: apps.product.id, credentials },
    ...{ authority: `${graph.origin}/${tenant.id}`, knownAuthorities: [new URL(graph.origin).host] },
  });
  const settings = { baseUrl: `${graph.origin}/`, customHosts: ['localhost'] };
  const site = `/sites/${tenant.siteHostname}:${tenant.sitePath}`;
  return {
    token: tokens,
    readSite: () => createGraphClient({ settings, tokens }).get(site, z.object({ id: z.string() })),
  };
};

const notRegistered = expect.objectContaining({
  errorCode: 'invalid_client',
  message: expect.stringContaining('AADSTS700027') as string,
}) as unknown;

it('a certificate is changed without a moment in which the app is not let in', async () => {
  const [old, fresh] = [await makeCertificate('old'), await makeCertificate('fresh')];
  const { certificates } = graph;
  certificates.add(apps.product.id, old.pem);
  const running = started(old);
  expect(await running.readSite()).toHaveProperty('id');
  // Not registered yet: a restart with it now would be too early.
  await expect(started(fresh).token()).rejects.toEqual(notRegistered);

  certificates.add(apps.product.id, fresh.pem);
  expect(await running.readSite()).toHaveProperty('id');
  expect(await started(old).token()).not.toBe('');
  const restarted = started(fresh);
  expect(await restarted.readSite()).toHaveProperty('id');

  certificates.remove(apps.product.id, old.pem);
  expect(await started(fresh).token()).not.toBe('');
  await expect(started(old).token()).rejects.toEqual(notRegistered);
});

it.each([
  [
    'another’s key',
    async () => ({ ...(await makeCertificate('registered')), path: (await makeCertificate('other')).path }),
  ],
  ['a certificate that has run out', () => makeCertificate('past', new Date(Date.now() - day))],
])('the app is not let in with %s', async (_, make) => {
  const certificate = await make();
  graph.certificates.add(apps.product.id, certificate.pem);
  await expect(started(certificate).token()).rejects.toEqual(notRegistered);
});

it('nor with a certificate of another app’s', async () => {
  const certificate = await makeCertificate('of-the-bot');
  graph.certificates.add(apps.bot.id, certificate.pem);
  await expect(started(certificate).token()).rejects.toEqual(notRegistered);
});
