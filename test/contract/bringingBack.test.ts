import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kinds } from '../../functions/adapters/aggregates';
import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { addPerson } from '../../shared/application/addPerson';
import { openReviews } from '../../shared/application/openReviews';
import { rateArea } from '../../shared/application/rateArea';
import { withdrawCategoryChange } from '../../shared/application/withdrawCategoryChange';
import type { Store } from '../../shared/application/ports/store';
import { keyOfReview } from '../../shared/domain/keys';
import { roundOfChange } from '../../shared/domain/categoryChange';
import { ChangeId, CommandId, Period, PersonId, Year } from '../../shared/schema/ids';
import type { CategoryChange } from '../../shared/schema/categoryChange';
import { createFakeClock, createFakeNotifier } from '../support/fakeDelivery';
import { administered } from './administered';

const { graph, run } = administered();

const trust = sampleTrust('combinedAssurance', '2026-11-22');
const clock = createFakeClock('2026-11-24T09:40:00.000Z');
const holding = (role: string): PersonId => {
  const found = trust.people.find(({ roles }) => roles.some((each) => each.role === role));
  if (!found) throw new Error(`The sample has nobody who is ${role}.`);
  return found.id;
};
const newcomer = PersonId.parse('99999999-0000-4000-8000-000000000099');

const thisTerm = { year: Year.parse('2026/27'), period: Period.parse('autumn') };

/** Proposed for an academy that has a category already. */
const proposed = (): CategoryChange => {
  const [before] = trust.categoryChanges;
  const other = trust.frameworks[0]?.categories.find(({ code }) => code !== before?.to);
  if (!before || !other) throw new Error('The sample has no category, or no other one.');
  const { urn, framework, route, rationale } = before;
  const stamp = { commandId: CommandId.parse('proposed'), by: holding('ceo'), at: '2026-11-20T09:00:00Z' };
  const effectiveFrom = '2027-01-04';
  return {
    ...{ id: ChangeId.parse('66666666-0000-4000-8000-000000000066'), urn, framework, route, rationale, effectiveFrom },
    ...{ from: before.to, to: other.code, proposedBy: stamp.by, proposedAt: stamp.at, state: 'atStep', step: 0 },
    history: [{ ...stamp, type: 'proposed', rationale, effectiveFrom }],
  };
};
const openChange = proposed();
const reviewKey = keyOfReview({ urn: openChange.urn, ...thisTerm });

const folder = mkdtempSync(path.join(tmpdir(), 'assured-bringing-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const backup = (): string => path.join(folder, `${crypto.randomUUID()}.json`);

const everyDocument = (store: Store) =>
  Promise.all(
    kinds.map(async (kind) => (await store.everything(kind)).documents.map((one) => JSON.stringify(one)).sort()),
  );

/** A trust at work, and its backup of some days ago: since then a person was added and an area judged. */
const atWork = async () => {
  const framework = backup();
  writeFileSync(framework, JSON.stringify(trust.frameworks[0]));
  await run('provision', framework);
  const store = graph.store();
  await loadSample(store, trust);
  const deps = { store, clock, notifier: createFakeNotifier() };
  const opened = await openReviews(deps)(holding('administrator'), {
    ...{ commandId: CommandId.parse('opened-for-term'), ...thisTerm, academies: [openChange.urn] },
  });
  expect(opened).toMatchObject({ ok: true });
  await store.create('categoryChanges', openChange);
  const file = backup();
  expect(await run('export', file)).toMatchObject({ ok: true });
  const facts = {
    name: 'Nia Newcomer',
    email: 'nia@orchard.example',
    jobTitle: 'CEO',
    roles: [{ role: 'ceo' as const }],
  };
  const command = { commandId: CommandId.parse('added-since'), person: newcomer, facts };
  expect(await addPerson(deps)(holding('administrator'), command)).toMatchObject({ ok: true });
  const [area] = trust.frameworks[0]?.areas ?? [];
  const [level] = trust.frameworks[0]?.scales.find(({ code }) => code === area?.scale)?.levels ?? [];
  if (!area || !level) throw new Error('The sample’s model has no area.');
  const judgement = { area: area.code, level: level.code, rationale: 'Judged since.', evidence: [] };
  const judged = await rateArea(deps)(holding('directorOfEducation'), {
    ...{ commandId: CommandId.parse('judged-since'), basedOn: null },
    ...{ urn: openChange.urn, ...thisTerm, ...judgement },
  });
  expect(judged).toMatchObject({ ok: true });
  return { store, file, deps };
};

describe('a list that was deleted after the backup', () => {
  it('is not brought back by an import for empty sites, which says what does', async () => {
    const { file } = await atWork();
    await graph.administer('DELETE', await graph.listPath('categoryChanges'));
    for (const more of [[], ['--dry-run']]) {
      const { ok, said } = await run('import', file, ...more);
      expect([more, ok]).toEqual([more, false]);
      expect(said).toMatch(/This site holds other records, so nothing was written:[^]*run: import --missing$/);
    }
    await expect(graph.listPath('categoryChanges')).rejects.toThrow('There is no list');
  });

  it('is brought back with one command, and a second one finds nothing to do', async () => {
    const { store, file } = await atWork();
    const before = await everyDocument(store);
    await graph.administer('DELETE', await graph.listPath('categoryChanges'));
    const planned = await run('import', '--missing', '--dry-run', file);
    expect(planned.said).toMatch(
      /Would make the list CategoryChanges with[^]*Category changes: would write 8 records\./,
    );
    await expect(graph.listPath('categoryChanges')).rejects.toThrow('There is no list');
    const done = await run('import', '--missing', file);
    expect(done.ok).toBe(true);
    expect(done.said.split('\n').slice(-4)).toEqual([
      'Category changes: wrote 8 records.',
      `People: left 1 record that the archive does not have: ${newcomer}.`,
      `Reviews: left 1 record as it is now, other than in the archive: ${reviewKey}.`,
      'Wrote 8 records; 42 were there already, the same as in the archive.',
    ]);
    expect(done.said).toContain('Please set now how many versions the new lists keep');
    expect(await everyDocument(graph.store())).toEqual(before);
    expect((await run('import', file, '--missing')).said).toMatch(/\nWrote 0 records; 50 were there already, the same/);
  });

  it('is completed where the first run broke off', async () => {
    const { store, file } = await atWork();
    const before = await everyDocument(store);
    await graph.administer('DELETE', await graph.listPath('reviews'));
    await graph.administer('DELETE', await graph.listPath('categoryChanges'));
    graph.faults.answer({ method: 'POST', url: /\/items$/, skip: 9, times: 3 }, { status: 403 });
    expect(await run('import', '--missing', file)).toMatchObject({ ok: false });
    graph.faults.reset();
    const done = await run('import', '--missing', file);
    expect(done).toMatchObject({ ok: true, said: expect.stringMatching(/Wrote \d+ records; \d+ were/) as string });
    const after = await everyDocument(graph.store());
    // What was judged since was in the list that is gone: the backup's state of it is what there is.
    expect(after.map((list) => list.length)).toEqual(before.map((list) => list.length));
  });
});

describe('what does not fit what is there by now', () => {
  it('is refused whole, and nothing is made or written', async () => {
    const { store, file, deps } = await atWork();
    const withdrawn = await withdrawCategoryChange(deps)(openChange.proposedBy, {
      ...{ commandId: CommandId.parse('withdrawn-since'), id: openChange.id, round: roundOfChange(openChange) },
      reason: 'Another one is better.',
    });
    expect(withdrawn).toMatchObject({ ok: true });
    const again: CategoryChange = { ...openChange, id: ChangeId.parse('77777777-0000-4000-8000-000000000077') };
    await store.create('categoryChanges', again);
    await graph.remove('categoryChanges', openChange.id);
    const before = await everyDocument(graph.store());
    const refused = await run('import', '--missing', file);
    expect(refused).toEqual({
      ok: false,
      said: [
        'What is missing does not fit what is there, so nothing was written:',
        `  Category changes: the academy ${openChange.urn} has more than one open change, and can have one.`,
        'Please put this right in Assured first, or take a later backup.',
      ].join('\n'),
    });
    expect(await everyDocument(graph.store())).toEqual(before);
  });

  it('is not looked at while a record is not believed', async () => {
    const { file } = await atWork();
    await graph.edit('reviews', reviewKey, { State: 'Changed by hand' });
    await graph.remove('academies', trust.academies[0]?.urn ?? '');
    const { ok, said } = await run('import', '--missing', file);
    expect(ok).toBe(false);
    expect(said).toContain('Nothing was written: 1 record was changed outside Assured and cannot be believed.');
    expect(said).not.toContain('--leave-out-edited');
    await expect(graph.edit('academies', trust.academies[0]?.urn ?? '', {})).rejects.toThrow('There is no');
  });
});
