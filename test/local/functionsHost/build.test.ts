import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../../local/build/nodeBundle';
import { runStep } from '../../../local/build/stamp';
import type { BuildStep } from '../../../local/build/stamp';
import { removeFolder, temporaryFolder } from './runningHost';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

let root: string;
let runs: number;
let step: BuildStep;

beforeEach(async () => {
  root = await temporaryFolder();
  runs = 0;
  await mkdir(path.join(root, 'source', 'deep'), { recursive: true });
  await writeFile(path.join(root, 'source', 'deep', 'a.txt'), 'a');
  await writeFile(path.join(root, 'lock.json'), '1');
  const output = path.join(root, 'dist', 'out.txt');
  step = {
    name: 'the example',
    inputs: [path.join(root, 'source'), path.join(root, 'lock.json'), path.join(root, 'absent')],
    outputs: [output],
    stampFile: path.join(root, 'dist', 'out.sha256'),
    run: async () => {
      runs += 1;
      await mkdir(path.dirname(output), { recursive: true });
      await writeFile(output, `run ${runs}`);
    },
  };
});

afterEach(() => removeFolder(root));

describe('a build step', () => {
  const edit = (file: string, text: string) => writeFile(path.join(root, file), text);

  it('is skipped when nothing changed', async () => {
    expect(await runStep(step, root)).toBe('built');
    expect(await runStep(step, root)).toBe('unchanged');
    await edit('source/deep/a.txt', 'a');
    expect(await runStep(step, root)).toBe('unchanged');
    expect(runs).toBe(1);
  });

  it.each([
    ['a changed source', () => edit('source/deep/a.txt', 'b')],
    ['a new source', () => edit('source/b.txt', '')],
    ['another lock file', () => edit('lock.json', '2')],
    ['a removed source', () => rm(path.join(root, 'source/deep/a.txt'))],
    ['a moved source', () => edit('absent', 'a')],
    ['a missing output', () => rm(path.join(root, 'dist/out.txt'))],
    ['a missing stamp', () => rm(path.join(root, 'dist/out.sha256'))],
  ])('runs again after %s', async (_what, change) => {
    await runStep(step, root);
    await change();
    expect(await runStep(step, root)).toBe('built');
  });

  it('that fails is not taken for done', async () => {
    await runStep(step, root);
    await edit('source/deep/a.txt', 'b');
    await expect(runStep({ ...step, run: () => Promise.reject(new Error('broken')) }, root)).rejects.toThrow('broken');
    await edit('source/deep/a.txt', 'a');
    expect(await runStep(step, root)).toBe('built');
  });

  it('says what it did not make', async () => {
    await expect(runStep({ ...step, run: async () => undefined }, root)).rejects.toThrow(/dist.out\.txt/);
  });
});

describe('a bundle for Node', () => {
  const bundle = () =>
    bundleForNode({ root, entry: 'app/main.ts', outfile: path.join(root, 'dist', 'main.cjs'), forbidden: ['local'] });

  beforeEach(async () => {
    await mkdir(path.join(root, 'app'));
    await mkdir(path.join(root, 'local'));
    await writeFile(path.join(root, 'local', 'fake.ts'), 'export const fake = 1;');
    await writeFile(path.join(root, 'app', 'data.json'), '{"from":"json"}');
  });

  it('keeps the address of its file, reads JSON and leaves the host its module', async () => {
    const source = `import data from './data.json'; import core from '@azure/functions-core';
      export const seen = { url: import.meta.url, dirname: import.meta.dirname, data, core };`;
    await writeFile(path.join(root, 'app', 'main.ts'), source);
    await bundle();
    const bundled = path.join(root, 'dist', 'main.cjs');
    expect(await readFile(bundled, 'utf8')).toContain('require("@azure/functions-core")');
    const core = path.join(root, 'node_modules', '@azure', 'functions-core');
    await mkdir(core, { recursive: true });
    await writeFile(path.join(core, 'index.js'), `module.exports = 'the core';`);
    const said = execFileSync(process.execPath, ['-p', `JSON.stringify(require(${JSON.stringify(bundled)}).seen)`]);
    expect(JSON.parse(said.toString())).toEqual({
      url: pathToFileURL(bundled).href,
      dirname: path.dirname(bundled),
      data: { from: 'json' },
      core: 'the core',
    });
  });

  it('refuses what must not get into production', async () => {
    await writeFile(path.join(root, 'app', 'main.ts'), `import { fake } from '../local/fake'; console.log(fake);`);
    await expect(bundle()).rejects.toThrow('must not contain local/fake.ts');
  });
});
