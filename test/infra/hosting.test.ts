import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { HostingValues, valuesFor } from '../../local/package/environmentFile';
import { functionsPackage, writeTab } from '../../local/package/hosting';
import { bundleRoutes } from '../../local/teams/bundles';
import { portsFrom } from '../../local/settings';
import { TabConfig } from '../../tabs/app/config';
import { hostingValues } from '../manifest/values';

const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );

interface HostingConfig {
  readonly navigationFallback: { readonly rewrite: string };
  readonly routes: readonly { readonly route: string; readonly statusCode?: number }[];
  readonly globalHeaders: Readonly<Record<string, string>>;
}

describe('the tab as it is hosted', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assured-hosting-'));
  const target = path.join(folder, 'tab');
  const written = (name: string): unknown => JSON.parse(readFileSync(path.join(target, name), 'utf8'));
  beforeAll(() => {
    const bundle = path.join(folder, 'bundle');
    mkdirSync(path.join(bundle, 'assets'), { recursive: true });
    writeFileSync(path.join(bundle, 'index.html'), '<!doctype html>');
    writeFileSync(path.join(bundle, 'assets', 'main.js'), '');
    mkdirSync(target);
    writeFileSync(path.join(target, 'of-yesterday.js'), '');
    writeTab(valuesFor(HostingValues, hostingValues), { bundle, target });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the bundle with two files of this installation, and nothing from before', () => {
    expect(readdirSync(target, { recursive: true }).sort()).toEqual([
      'assets',
      'assets/main.js',
      'config.json',
      'index.html',
      'staticwebapp.config.json',
    ]);
  });

  it('tells the tab where the API is', () => {
    expect(TabConfig.parse(written('config.json'))).toEqual({ apiBaseUrl: 'https://api.orchard.example/api' });
  });

  it('is served under the policy of this machine, but framed by Teams and calling the installation’s API', async () => {
    const { globalHeaders } = written('staticwebapp.config.json') as HostingConfig;
    const production = directivesOf(globalHeaders['content-security-policy'] ?? '');
    const ports = portsFrom(7000);
    const here = await bundleRoutes({ ports, dataDir: folder }, folder).request('/assets/main.js');
    const local = directivesOf(here.headers.get('content-security-policy') ?? '');
    expect([...production.keys()]).toEqual([...local.keys()]);
    for (const [name, sources] of local)
      if (!['connect-src', 'frame-ancestors'].includes(name)) expect(production.get(name)).toEqual(sources);
    expect(production.get('connect-src')).toEqual(["'self'", hostingValues.API_ENDPOINT, 'https://res.cdn.office.net']);
    expect(production.get('frame-ancestors')).toEqual([
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
    ]);
    for (const name of ['x-content-type-options', 'referrer-policy', 'permissions-policy'])
      expect(globalHeaders[name]).toBe(here.headers.get(name));
    expect(globalHeaders).not.toHaveProperty('x-frame-options');
  });

  it('answers an address of the tab with the tab, and offers no sign-in of its own', () => {
    const { navigationFallback, routes } = written('staticwebapp.config.json') as HostingConfig;
    expect(navigationFallback.rewrite).toBe('/index.html');
    expect(routes.filter(({ statusCode }) => statusCode === 404).map(({ route }) => route)).toEqual([
      '/.auth/login/aad',
      '/.auth/login/github',
    ]);
  });

  it.each(['http://api.orchard.example', 'https://api.orchard.example/', 'https://api.orchard.example/api'])(
    'is not written for %s',
    (address) => {
      expect(() => valuesFor(HostingValues, { API_ENDPOINT: address })).toThrow('API_ENDPOINT');
    },
  );

  it('goes beside a Functions package without maps and without the administrator’s commands', () => {
    const made = path.join(folder, 'functions');
    mkdirSync(made);
    for (const name of [
      'main.cjs',
      'main.cjs.map',
      'administer.cjs',
      'administer.cjs.map',
      'host.json',
      'package.json',
    ])
      writeFileSync(path.join(made, name), name);
    const files = unzipSync(functionsPackage(made));
    expect(Object.keys(files).sort()).toEqual(['host.json', 'main.cjs', 'package.json']);
    expect(Buffer.from(files['main.cjs'] ?? []).toString()).toBe('main.cjs');
  });
});
