import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../functions/administration/commands';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { readSession } from '../../shared/application/readSession';
import { PersonId } from '../../shared/schema/ids';
import { createFakeClock } from '../support/fakeDelivery';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(120_000);

const project = path.resolve(__dirname, '../..');
const example = path.join(project, 'docs/first-trust.example.json');
const pack = (name: string): string => path.join(project, `shared/frameworks/${name}.json`);
const folder = mkdtempSync(path.join(tmpdir(), 'assured-beginning-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const begin = (graph: LocalGraph, ...args: readonly string[]) =>
  runCommand(() => {
    const client = graph.client('provisioning');
    const store = createGraphStore({ client, site: siteAddress, checkKey, freshFor: 0 });
    return { client, site: siteAddress, store, appId: 'tests' };
  }, ['begin', ...args]);

describe('a trust that begins on an empty site', () => {
  let graph: LocalGraph;
  beforeAll(async () => {
    graph = await startLocalGraph();
  });
  afterAll(() => graph.close());

  it('writes nothing for a file that is wrong', async () => {
    const file = path.join(folder, 'wrong.json');
    writeFileSync(file, readFileSync(example, 'utf8').replace('2026-12-18', '2027-02-01'));
    expect(await begin(graph, file, pack('riskMatrix'))).toEqual({
      ok: false,
      lines: [`${file} cannot be used:`, '  - spring.startsOn: The spring term begins before the autumn term is over.'],
    });
    const planned = await begin(graph, '--dry-run', example, pack('riskMatrix'));
    expect(planned?.ok).toBe(true);
    expect(planned?.lines).toContainEqual(expect.stringMatching(/^Would make the list Reviews/));
    expect(planned?.lines.at(-1)).toBe('Would write 3 records.');
  });

  it('has lists, a model, a year and its administrator, whom the app knows', async () => {
    const begun = await begin(graph, example, pack('riskMatrix'));
    expect(begun).toMatchObject({ ok: true });
    expect(begun?.lines[0]).toBe(
      'Orchard Learning Trust begins with 2026/27 on Risk matrix, version 1. Its administrator is Ada Admin.',
    );
    expect(begun?.lines.at(-1)).toBe('Wrote 3 records; 0 were there already.');
    const administrator = PersonId.parse('0a55ed00-0000-4000-8000-000000000051');
    const deps = { store: graph.store({ freshFor: 0 }), clock: createFakeClock('2026-11-22T09:40:00.000Z') };
    expect(await readSession(deps)(administrator)).toMatchObject({ ok: true });
  });

  it('is complete when it is begun again', async () => {
    const again = await begin(graph, example, pack('riskMatrix'));
    expect(again?.lines.at(-1)).toBe('Wrote 0 records; 3 were there already.');
  });

  it('is never written over by another one', async () => {
    const other = await begin(graph, example, pack('growingAsOne'));
    expect(other?.ok).toBe(false);
    expect(other?.lines[0]).toMatch(/so nothing was written: a trust was begun here already/);
    expect(other?.lines.join('\n')).not.toMatch(/archive|import/);
  });
});
