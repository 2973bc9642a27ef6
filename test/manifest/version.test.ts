import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Versioned {
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, { readonly version: string }>>;
}
const read = (...file: string[]): Versioned => JSON.parse(readFileSync(path.resolve(...file), 'utf8')) as Versioned;

describe('the version that Teams shows', () => {
  it('is that of the package, in numbers that a catalogue takes', () => {
    const { version, scripts } = read('package.json');
    expect(version).toMatch(/^[1-9]\d*\.\d+\.\d+$/);
    expect(read('manifest', 'manifest.json').version).toBe(version);
    const lock = read('package-lock.json');
    expect([lock.version, lock.packages?.['']?.version]).toEqual([version, version]);
    expect(scripts?.version).toBe('node manifest/takeVersion.mjs && git add manifest/manifest.json');
  });

  it('is taken over when the package’s is raised, and nothing else of the manifest changes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assured-version-'));
    try {
      mkdirSync(path.join(folder, 'manifest'));
      for (const name of ['manifest.json', 'takeVersion.mjs'])
        cpSync(path.resolve('manifest', name), path.join(folder, 'manifest', name));
      writeFileSync(path.join(folder, 'package.json'), '{ "version": "12.30.4" }');
      execFileSync(process.execPath, [path.join(folder, 'manifest', 'takeVersion.mjs')]);
      const before = readFileSync(path.resolve('manifest', 'manifest.json'), 'utf8').split('\n');
      const after = readFileSync(path.join(folder, 'manifest', 'manifest.json'), 'utf8').split('\n');
      expect(after.filter((line) => !before.includes(line))).toEqual(['  "version": "12.30.4",']);
      expect(after).toHaveLength(before.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
