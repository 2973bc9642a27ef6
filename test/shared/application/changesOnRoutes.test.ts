import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { readCard } from '../../../shared/application/readCard';
import { readCategories } from '../../../shared/application/readCategories';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { readSession } from '../../../shared/application/readSession';
import { readWork } from '../../../shared/application/readWork';
import { keyOfReview } from '../../../shared/domain/keys';
import { CategoryChangeView } from '../../../shared/schema/changeViews';
import { Framework } from '../../../shared/schema/framework';
import type { Person } from '../../../shared/schema/people';
import { Route, type RouteStep } from '../../../shared/schema/route';
import type { AcademicYear } from '../../../shared/schema/settings';
import { settings as usualSettings } from '../../support/builders/calendar';
import { atDiscuss, decidedChange, withoutCopies } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { discussApproveConfirm, smallFramework } from '../../support/builders/framework';
import { area, category, changeId, committee, level, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { bo, carys, cora, dana, gus, hazel, staffingLead } from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const id = changeId(1);
const routeOf = (...steps: RouteStep[]): Route => Route.parse({ ...discussApproveConfirm, steps });
const withRoutes = (proposers: Route['proposers'], ...steps: RouteStep[]): Framework =>
  Framework.parse({ ...smallFramework, routes: [{ ...routeOf(...steps), proposers }] });
const read = async (trust: TestTrust, by: Person) =>
  CategoryChangeView.parse(valueOf(await readCategoryChange(trust)(by.id, { id })));
const approves: RouteStep = { kind: 'approve', by: 'ceo' };

describe('a step is offered to whoever holds it', () => {
  const learning: RouteStep = { kind: 'confirm', by: 'committeeMember', committee: committee.learning };
  it.each<[string, RouteStep, Person, string[]]>([
    ['the head teacher who is heard', { kind: 'discuss', by: 'headTeacher' }, hazel, ['agree', 'comment']],
    [
      'the academy that may make representations',
      { kind: 'represent', by: 'headTeacher' },
      hazel,
      ['represent', 'noRepresentations'],
    ],
    ['the committee', learning, carys, ['confirm', 'return', 'reject']],
    ['the Board, which another committee is not', { ...learning, committee: committee.finance }, carys, []],
    ['a person by name', { kind: 'approve', by: 'person', person: gus.id }, gus, ['approve', 'return', 'reject']],
  ])('%s', async (_, step, by, may) => {
    const change = atDiscuss({ route: routeOf(step) });
    const framework = withRoutes(['ceo'], step);
    const trust = await createTrust({ framework, changes: [change] });
    expect((await read(trust, by)).may).toEqual(may);
    const kinds = valueOf(await readWork(trust)(by.id)).items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === step.kind)).toEqual(may.length > 0 ? [step.kind] : []);
    const card = await readCard(trust)(by.id, { kind: 'categoryChanges', key: id });
    expect(card).toMatchObject({ ok: true, value: may.length > 0 ? { ask: step.kind } : {} });
  });

  it('and a person by name sees that change, and no other', async () => {
    const mine = atDiscuss({ route: routeOf({ kind: 'approve', by: 'person', person: staffingLead.id }) });
    const trust = await createTrust({ changes: [mine, decidedChange({ id: changeId(2) })] });
    expect((await read(trust, staffingLead)).may).toContain('approve');
    expect(outcomeOf(await readCategoryChange(trust)(staffingLead.id, { id: changeId(2) }))).toBe('notFound');
    expect(outcomeOf(await readCategoryChange(trust)(gus.id, { id }))).toBe('notFound');
    expect(valueOf(await readCategories(trust)(staffingLead.id)).academies).toEqual([]);
  });
});

describe('hearing somebody', () => {
  it('a disagreement where they must agree returns the change, with the reason', async () => {
    const step: RouteStep = { kind: 'discuss', by: 'headTeacher', mustAgree: true };
    const trust = await createTrust({ changes: [atDiscuss({ route: routeOf(step, approves) })] });
    const said = command.toDiscuss({ agrees: false, comment: 'Too soon.' });
    expect(valueOf(await discussCategoryChange(trust)(hazel.id, said))).toMatchObject({
      state: 'returned',
      returned: { by: { name: 'Hazel Head' }, comment: 'Too soon.' },
      steps: [{ status: 'done', outcome: { text: 'Did not agree' } }, { status: 'later' }],
    });
    expect((await read(trust, dana)).may).toEqual(['resubmit', 'withdraw']);
    expect((await read(trust, dana)).history.at(-1)?.text).toBe('did not agree: Too soon.');
  });
  it('representations are told by their name', async () => {
    const trust = await createTrust({
      changes: [atDiscuss({ route: routeOf({ kind: 'represent', by: 'headTeacher' }, approves) })],
    });
    const none = command.toDiscuss({ agrees: true });
    const view = valueOf(await discussCategoryChange(trust)(hazel.id, none));
    expect(view).toMatchObject({ state: 'atStep', step: 1 });
    expect(view.history.at(-1)?.text).toBe('no representations');
  });
});

describe('the Board confirms something else', () => {
  const free: RouteStep = { kind: 'confirm', by: 'boardMember', mayChangeCategory: true };
  const other = command.toConfirm({ step: 0, to: category.stabilise, comment: 'It needs more.' });

  it('from what it is offered, and the academy stands there', async () => {
    const trust = await createTrust({ changes: [atDiscuss({ route: routeOf(free) })] });
    expect((await read(trust, bo)).mayConfirm.map(({ name }) => name)).toEqual(['Stabilise', 'Sustain']);
    expect((await read(trust, cora)).mayConfirm).toEqual([]);
    const view = valueOf(await confirmCategoryChange(trust)(bo.id, other));
    expect(CategoryChangeView.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      state: 'decided',
      to: { name: 'Stabilise' },
      insteadOf: { name: 'Repair' },
      mayConfirm: [],
    });
    expect(view.support.added.map(({ text }) => text)).toEqual(['Weekly visit', 'Monthly board']);
    expect(view.history.at(-1)?.text).toBe(
      'confirmed Stabilise instead of Repair for the Board, which met on 17 November 2026: It needs more.',
    );
    trust.clock.forward(12 * 24 * 60 * 60 * 1000);
    const [line] = valueOf(await readCategories(trust)(cora.id)).academies;
    expect(line?.category?.as.name).toBe('Stabilise');
  });
  it('but not where the step does not let it', async () => {
    const trust = await createTrust({
      changes: [atDiscuss({ route: routeOf({ kind: 'confirm', by: 'boardMember' }) })],
    });
    expect((await read(trust, bo)).mayConfirm).toEqual([]);
    expect(outcomeOf(await confirmCategoryChange(trust)(bo.id, other))).toBe('category.not-changeable');
  });
});

describe('the Board and committees as proposers', () => {
  it.each<[string, Route['proposers'], Person, string]>([
    ['the Board, where the route names it', ['boardMember'], bo, 'accepted'],
    ['the Board, where it does not', ['ceo'], bo, 'notAllowed'],
    ['a committee, where the route names one', ['committeeMember'], carys, 'accepted'],
    ['a committee, where it does not', ['boardMember'], carys, 'notAllowed'],
  ])('%s', async (_, proposers, by, outcome) => {
    const framework = withRoutes(proposers, approves);
    const trust = await createTrust({ framework, reviews: [signedOffReview()] });
    const offered = valueOf(await readCategories(trust)(by.id)).academies.find((each) => each.urn === urn.alder);
    expect(offered?.proposeOn).toEqual(outcome === 'accepted' ? ['inYear'] : []);
    expect(valueOf(await readSession(trust)(by.id)).may.includes('proposeCategory')).toBe(outcome === 'accepted');
    expect(outcomeOf(await proposeCategoryChange(trust)(by.id, command.toPropose()))).toBe(outcome);
  });

  it('freeze no draft, whose levels are not theirs to see', async () => {
    const framework = withRoutes(['boardMember', 'directorOfEducation'], approves);
    const trust = await createTrust({ framework, reviews: [judgedReview()] });
    expect(refusalOf(await proposeCategoryChange(trust)(bo.id, command.toPropose()))).toEqual({
      code: 'category.row-not-settled',
    });
    expect(outcomeOf(await proposeCategoryChange(trust)(dana.id, command.toPropose()))).toBe('accepted');
  });
});

describe('a change reads the same', () => {
  const renamed = Framework.parse({
    ...smallFramework,
    name: 'Another name',
    scales: smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each) => ({ ...each, name: `New ${each.name}`, tone: 'steady' })),
    })),
    categories: smallFramework.categories.map((each) => ({ ...each, name: `New ${each.name}`, support: [] })),
  });
  const elsewhere = Framework.parse({ ...smallFramework, version: 2 });
  const ofVersion2 = (year: AcademicYear): AcademicYear => ({
    ...year,
    framework: { code: elsewhere.code, version: 2 },
  });
  const settings = { ...usualSettings, years: usualSettings.years.map(ofVersion2) };
  const change = atDiscuss();

  it('when the model was altered under it', async () => {
    const before = await read(await createTrust({ changes: [change] }), cora);
    const after = await read(await createTrust({ framework: renamed, changes: [change] }), cora);
    expect(after).toEqual(before);
    expect(after.evidence?.model?.scales[0]?.levels[0]).toMatchObject({
      name: 'Intervention required',
      tone: 'critical',
    });
  });
  it('when its version is gone', async () => {
    const before = await read(await createTrust({ changes: [change] }), cora);
    const trust = await createTrust({ framework: elsewhere, settings, changes: [change] });
    expect(await read(trust, cora)).toEqual(before);
    expect(valueOf(await discussCategoryChange(trust)(hazel.id, command.toDiscuss())).step).toBe(1);
  });
  it('also one from before there were copies, while its version is stored', async () => {
    const before = await read(await createTrust({ changes: [change] }), cora);
    expect(await read(await createTrust({ changes: [withoutCopies(change)] }), cora)).toEqual(before);
    const trust = await createTrust({
      framework: elsewhere,
      settings,
      changes: [withoutCopies(change)],
    });
    expect(await read(trust, cora)).toMatchObject({ to: { name: 'repair', symbol: '?' }, changedSince: [] });
  });
  it('and says what is different now; a level of another version as that version means it', async () => {
    const later = Framework.parse({ ...renamed, version: 2 });
    const judgedAnew = signedOffReview({
      levels: { [area.vacancies]: level.actions, [area.attendance]: level.intervention },
    });
    const trust = await createTrust({ changes: [change], reviews: [judgedAnew] });
    const difference = async () => (await read(trust, cora)).changedSince.find((each) => each.area === area.vacancies);
    expect(await difference()).toEqual({ area: area.vacancies, then: level.assured, now: level.actions });
    await trust.store.create('settings', { name: 'framework:small@2', framework: later });
    const loaded = await trust.store.load('reviews', keyOfReview(judgedAnew));
    if (loaded.status !== 'found') throw new Error('The review of this test is there.');
    const moved = { ...loaded.document, framework: { code: later.code, version: 2 } };
    await trust.store.replace('reviews', moved, loaded.version);
    expect(await difference()).toMatchObject({ now: level.actions, as: { name: 'New Actions in place' } });
    const same = (await read(trust, cora)).changedSince.find((each) => each.area === area.attendance);
    expect(same).toMatchObject({ then: level.intervention, as: { name: 'New Intervention required' } });
  });
});
