import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { appPackage, manifestMistakes } from '../../local/package/appPackage';
import { readPackageCommand, runPackage } from '../../local/package/command';
import { ManifestValues, valuesFor } from '../../local/package/environmentFile';
import { fillJson, placeholdersIn } from '../../local/package/placeholders';
import { manifestValues } from './values';

const template = path.resolve('manifest', 'manifest.json');
const filled = (): Record<string, unknown> => JSON.parse(fillJson(template, manifestValues)) as Record<string, unknown>;

const fileOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value.includes('"') ? `'${value}'` : value}\n`)
    .join('');

describe('npm run package', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'assured-package-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const packed = async (values: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    writeFileSync(path.join(folder, '.env.orchard'), fileOf(values));
    return runPackage({ environment: 'orchard', hosting: false, out: folder }, folder);
  };

  it('writes a zip with a manifest that is valid under Microsoft’s schema, both icons and the words', async () => {
    const [file = ''] = await packed(manifestValues);
    expect(path.basename(file)).toBe('assured-orchard.zip');
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en-gb.json', 'manifest.json', 'outline.png']);
    const manifest: unknown = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    expect(await manifestMistakes(manifest)).toEqual([]);
    expect(manifest).toMatchObject({
      id: manifestValues.TEAMS_APP_ID,
      developer: {
        name: 'Orchard "Learning" Trust',
        websiteUrl: manifestValues.WEBSITE_URL,
        privacyUrl: manifestValues.PRIVACY_URL,
        termsOfUseUrl: manifestValues.TERMS_URL,
      },
    });
    expect(placeholdersIn(new TextDecoder().decode(files['manifest.json']))).toEqual([]);
    for (const name of ['color.png', 'outline.png', 'en-gb.json'])
      expect(Buffer.from(files[name] ?? [])).toEqual(readFileSync(path.resolve('manifest', name)));
  });

  it('makes the same bytes again', async () => {
    const values = valuesFor(ManifestValues, manifestValues);
    expect(Buffer.from(await appPackage(values))).toEqual(Buffer.from(await appPackage(values)));
  });

  it('names everything that is missing or wrong at once, and writes nothing', async () => {
    const { BOT_ID: _bot, TERMS_URL: _terms, ...rest } = manifestValues;
    const given = {
      ...rest,
      TAB_DOMAIN: '*.orchard.example',
      PRIVACY_URL: 'http://orchard.example/privacy',
      DEVELOPER_NAME: 'o'.repeat(33),
    };
    const refusal = await packed(given).catch((fault: unknown) => String(fault));
    const named = ['BOT_ID is missing', 'TERMS_URL is missing', 'TAB_DOMAIN:', 'PRIVACY_URL:', 'DEVELOPER_NAME:'];
    for (const name of named) expect(refusal).toContain(name);
    expect(() => readFileSync(path.join(folder, 'assured-orchard.zip'))).toThrow();
  });

  it('takes an empty value for a missing one', async () => {
    await expect(packed({ ...manifestValues, WEBSITE_URL: '' })).rejects.toThrow('WEBSITE_URL is missing');
  });

  it('says so where the environment is unknown, or no name at all', async () => {
    const ask = (environment: string) => runPackage({ environment, hosting: false, out: folder }, folder);
    await expect(ask('elsewhere')).rejects.toThrow('There is no infra/env/.env.elsewhere.');
    await expect(ask('../orchard')).rejects.toThrow('no name');
    expect(() => readPackageCommand([], folder)).toThrow('Which environment?');
  });

  it('reads its arguments', () => {
    expect(readPackageCommand(['--env', 'orchard', '--hosting', '--out', 'made'], folder)).toEqual({
      environment: 'orchard',
      hosting: true,
      out: path.join(folder, 'made'),
    });
    expect(readPackageCommand(['--help'], folder)).toBeUndefined();
  });

  it('asks for exactly the values that the manifest has a place for', () => {
    expect([...placeholdersIn(readFileSync(template, 'utf8'))].sort()).toEqual(
      Object.keys(ManifestValues.shape).sort(),
    );
  });
});

describe('Microsoft’s schema', () => {
  it.each([
    ['a name that is too long', { name: { short: 'a'.repeat(31), full: 'Assured' } }],
    ['an id that is none', { id: 'assured' }],
    ['a scope that does not exist', { staticTabs: [{ entityId: 'work', scopes: ['groupchat'] }] }],
    ['a property of its own', { colour: 'blue' }],
  ])('refuses %s', async (_, wrong) => {
    expect(await manifestMistakes({ ...filled(), ...wrong })).not.toEqual([]);
  });
});
