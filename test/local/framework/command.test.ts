import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runFramework } from '../../../local/framework/command';
import { frameworkSchemaText } from '../../../local/framework/schemaText';
import { inProject } from '../../../local/projectRoot';
import { soundDocument } from '../../support/builders/frameworkDocument';

const folder = mkdtempSync(path.join(tmpdir(), 'framework-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, document: object) => writeFileSync(path.join(folder, name), JSON.stringify(document));

describe('the command', () => {
  write('sound.json', soundDocument());
  write('wrong.json', { ...soundDocument(), stages: ['Look', 'Look'], committees: [], nane: 'Small' });

  it('says in one line that a file is in order', () =>
    expect(runFramework(['check', 'sound.json'], folder)).toEqual({
      ok: true,
      text: 'sound.json is in order: Small, version 1, with 2 areas in 2 groups, 3 categories, 1 route.\n',
    }));

  it('counts the mistakes, and says of each where, what, and what would be right', () => {
    const { ok, text } = runFramework(['check', 'wrong.json'], folder);
    expect(ok).toBe(false);
    expect(text.split('\n\n')).toEqual([
      'wrong.json: 2 mistakes.',
      "1. nane\n   The key 'nane' is not known here; the keys are 'code', 'version', 'name', 'source', 'stages', 'scales', 'groups', 'areas', 'judging', 'historic', 'sefLevels', 'categoryWord', 'categories', 'categorySuggestion', 'committees', 'routes', 'targetSetting', 'plan', 'dueDiligence', 'reportSections' and 'reviewers'.",
      "2. stages.1\n   The stage 'Look' is already used at stages.0; choose another.",
      '',
    ]);
  });

  it('describes a framework in order, and tells the mistakes of any other', () => {
    expect(runFramework(['describe', 'sound.json'], folder)).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^# Small\n/) as string,
    });
    expect(runFramework(['describe', 'wrong.json'], folder)).toMatchObject({
      ok: false,
      text: expect.stringContaining('2 mistakes') as string,
    });
  });

  it.each([
    [[]],
    [['chek', 'a.json']],
    [['check']],
    [['describe', 'a.json', 'b.json']],
    [['schema', 'a.json']],
    [['toString', 'a.json']],
  ])('shows its use for %j', (args) =>
    expect(runFramework(args, folder)).toMatchObject({
      ok: false,
      text: expect.stringContaining('check FILE') as string,
    }),
  );

  it('shows its use when asked', () => expect(runFramework(['--help'], folder).ok).toBe(true));
});

/** As a person runs it, through its own process. */
describe('npm run framework', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [inProject('local', 'framework', 'run.mjs'), ...args], {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
      encoding: 'utf8',
    });

  it('ends with 0 for a file in order, and with 1 and the count for any other', () => {
    const good = run('check', 'sound.json');
    expect([good.status, good.stdout, good.stderr]).toEqual([0, expect.stringContaining('is in order') as string, '']);
    const bad = run('check', 'wrong.json');
    expect([bad.status, bad.stdout, bad.stderr]).toEqual([
      1,
      '',
      expect.stringContaining('wrong.json: 2 mistakes.') as string,
    ]);
  }, 60_000);
});

describe('the guide', () => {
  const guide = readFileSync(inProject('docs', 'framework', 'README.md'), 'utf8');

  it('has a JSON Schema that is up to date (npm run framework -- schema)', () =>
    expect(readFileSync(inProject('docs', 'framework', 'framework.schema.json'), 'utf8')).toBe(frameworkSchemaText()));

  it('has an example that is in order', () =>
    expect(runFramework(['check', 'docs/framework/example.json'], inProject())).toMatchObject({ ok: true }));

  it('shows only what stands in the example', () => {
    const example = readFileSync(inProject('docs', 'framework', 'example.json'), 'utf8').replace(/\s+/g, '');
    const shown = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, code = '']) => code.trim());
    expect(shown.length).toBeGreaterThan(5);
    for (const code of shown) {
      const inner = code.replace(/,$/, '').replace(/\s+/g, '');
      expect([code, example.includes(inner)]).toEqual([code, true]);
    }
  });

  it('names every key of a framework', () => {
    const { properties } = JSON.parse(frameworkSchemaText()) as { properties: Record<string, unknown> };
    expect(Object.keys(properties).filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
  });
});
