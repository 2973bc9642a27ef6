import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const page = readFileSync(path.join('docs', 'operations', 'telemetry.md'), 'utf8');

const sources = ['functions', 'bot', 'shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8')),
);
const found = (pattern: RegExp, texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name])));
const ordered = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The timers' lines are named after them: `${name}.due`. */
const timers = found(/app\.timer\('(\w+)'/g, sources);
const logged = ordered(
  found(/\blog\??\.(?:info|warn|fault)\(\s*['`]([^'`]+)['`]/g, sources).flatMap((event) =>
    event.startsWith('${name}') ? timers.map((timer) => event.replace('${name}', timer)) : [event],
  ),
);
const queries = found(/```kusto\n([^]*?)```/g, [page]);

describe('the page on telemetry', () => {
  it('looks where lines are written', () => {
    expect(timers).toContain('sweep');
    expect(logged).toEqual(expect.arrayContaining(['http.fault', 'graph.throttled', 'sweep.due', 'process.ready']));
    expect(queries.length).toBeGreaterThan(8);
  });

  it('explains every event that the code writes, and none that it does not', () => {
    expect(ordered(found(/^\| `([\w.]+)` +\|/gm, [page]))).toEqual(logged);
  });

  it('asks for events that the code writes', () => {
    const asked = ordered(found(/'(\w+\.\w+)'/g, queries));
    expect(asked.filter((event) => !logged.includes(event))).toEqual([]);
  });

  it('leaves out of its queries only what is well', () => {
    const asked = found(/'(\w+\.\w+)'/g, queries);
    expect(logged.filter((event) => !asked.includes(event))).toEqual(['remind.due', 'sweepModels.due', 'tidy.due']);
  });

  it.each(found(/\bline\.(\w+)/g, queries).map((fact) => [fact]))('asks for a fact that is written: %s', (fact) => {
    expect(sources.some((text) => new RegExp(`\\b${fact}\\b\\s*[:,}]`).test(text))).toBe(true);
  });
});
