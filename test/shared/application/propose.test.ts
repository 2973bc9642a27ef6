import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { readCategories } from '../../../shared/application/readCategories';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { resubmitCategoryChange } from '../../../shared/application/resubmitCategoryChange';
import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { rateArea } from '../../../shared/application/rateArea';
import { reopenReview } from '../../../shared/application/reopenReview';
import { keyOfReview } from '../../../shared/domain/keys';
import type { ProposeCategoryChange } from '../../../shared/schema/commands';
import type { Person } from '../../../shared/schema/people';
import { autumn, now } from '../../support/builders/calendar';
import {
  atApprove,
  atConfirm,
  changeAt,
  decidedChange,
  rejectedChange,
  returnedChange,
  withdrawnChange,
} from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { ceoProposes, proposerNeverApproves, withRoute } from '../../support/builders/framework';
import { area, category, changeId, commandId, level, unknownYear, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { alder, birch, bo, cora, dana, hazel, primaryDirector } from '../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const propose = (trust: TestTrust, by: Person = dana, other: Partial<ProposeCategoryChange> = {}) =>
  proposeCategoryChange(trust)(by.id, command.toPropose(other));
const second = { id: changeId(2), commandId: commandId('second-one') };

describe('a proposal', () => {
  it('starts from the last decided category, with the difference in support', async () => {
    const trust = await createTrust({
      changes: [decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' })],
    });
    const view = valueOf(await propose(trust));
    expect(view).toMatchObject({
      state: 'atStep',
      step: 0,
      round: 1,
      from: { code: category.improve },
      to: { code: category.repair },
    });
    expect(view.support.added.map((item) => item.text)).toEqual(['Fortnightly visit', 'Monthly board']);
    expect(view.steps.map((step) => step.status)).toEqual(['current', 'later', 'later']);
    expect(view.may).toEqual(['withdraw']);
  });

  it.each<[string, Partial<ProposeCategoryChange>, string]>([
    ['to a category that does not exist', { to: 'nowhere' as typeof category.repair }, 'category.unknown'],
    ['to the category it has', { to: category.improve }, 'category.same'],
    ['from before the present category began', { effectiveFrom: '2026-08-31' }, 'category.dates-overlap'],
    [
      'with evidence of a year that the calendar does not have',
      { evidence: { year: unknownYear, period: 'autumn' } },
      'calendar.unknown-term',
    ],
  ])('%s is refused', async (_, other, refusal) => {
    const trust = await createTrust({
      changes: [decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' })],
    });
    expect(outcomeOf(await propose(trust, dana, other))).toBe(refusal);
  });

  it.each([
    ['has left', '2026-11-19'],
    ['leaves before it would begin', '2026-11-30'],
  ])('for an academy that %s is refused', async (_, leftOn) => {
    const trust = await createTrust({ academies: [{ ...alder, leftOn }] });
    expect(refusalOf(await propose(trust, dana))).toEqual({ code: 'category.academy-left', lastDay: leftOn });
  });

  it('is made only by those whom the framework’s route names', async () => {
    const trust = await createTrust({ framework: withRoute(ceoProposes) });
    expect(outcomeOf(await propose(trust, dana))).toBe('notAllowed');
    expect(outcomeOf(await propose(trust, cora))).toBe('accepted');
  });

  it('is offered only to those whom the framework’s route names', async () => {
    const trust = await createTrust({ framework: withRoute(ceoProposes) });
    const offered = async (by: Person) =>
      valueOf(await readCategories(trust)(by.id)).academies.map((each) => each.mayPropose);
    expect(await offered(dana)).toEqual([false, false, false]);
    expect(await offered(cora)).toEqual([true, true, true]);
  });

  it('is not offered for an academy that has left; what was decided about it can be read', async () => {
    const changes = [decidedChange({ to: category.improve, effectiveFrom: '2026-01-01' })];
    const inOf = async (leftOn: string) => {
      const trust = await createTrust({ academies: [{ ...alder, leftOn }], changes });
      return valueOf(await readCategories(trust)(dana.id)).academies[0];
    };
    const gone = { leftOn: '2026-11-19', mayPropose: false, proposeOn: [], category: { code: category.improve } };
    expect(await inOf('2026-11-19')).toMatchObject({ ...gone, changes: [{ to: category.improve }] });
    expect((await inOf('2026-11-20'))?.mayPropose).toBe(true);
  });
});

describe('the frozen evidence', () => {
  it('is the row as it stands, read from the source', async () => {
    const trust = await createTrust({
      reviews: [awaitingReview({ levels: { [area.attendance]: level.intervention } })],
    });
    const { evidence, changedSince } = valueOf(await propose(trust));
    expect(evidence).toMatchObject({ ...autumn, state: 'awaitingSignOff', takenAt: now, notApplicable: [] });
    expect(evidence?.levels[area.attendance]).toBe(level.intervention);
    expect(changedSince).toEqual([]);
  });

  it('of a term that was not opened says so', async () =>
    expect(valueOf(await propose(await createTrust(), dana, { urn: urn.birch })).evidence).toMatchObject({
      state: 'notOpened',
      levels: {},
      notApplicable: [area.earlyYears],
    }));

  it('is not taken from a record that was edited by hand', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    trust.store.handEdit('reviews', keyOfReview({ urn: urn.alder, ...autumn }));
    expect(outcomeOf(await propose(trust))).toBe('store.edited-by-hand');
  });

  it('stays as it was when the review changes; the difference is shown to those who may see the draft', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    valueOf(await propose(trust));
    valueOf(await reopenReview(trust)(cora.id, command.toReopen()));
    const seen = signedOffReview().judgements[area.safeguarding]?.id ?? null;
    valueOf(await rateArea(trust)(dana.id, command.toRate({ commandId: commandId('changed'), basedOn: seen })));
    const read = async (by: Person) => valueOf(await readCategoryChange(trust)(by.id, { id: changeId(1) }));
    const difference = [{ area: area.safeguarding, then: level.assured, now: level.actions }];
    for (const by of [dana, cora, hazel]) expect((await read(by)).changedSince).toEqual(difference);
    expect((await read(bo)).changedSince).toEqual([]);
    expect((await read(bo)).evidence?.levels[area.safeguarding]).toBe(level.assured);
  });

  it('is not said to have changed where the record cannot be believed', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    valueOf(await propose(trust));
    trust.store.handEdit('reviews', keyOfReview({ urn: urn.alder, ...autumn }));
    expect(valueOf(await readCategoryChange(trust)(dana.id, { id: changeId(1) })).changedSince).toEqual([]);
  });
});

describe('only one change is open for an academy', () => {
  it.each(['atDiscuss', 'atApprove', 'atConfirm', 'returned'] as const)(
    'while one is %s, another is refused',
    async (place) =>
      expect(outcomeOf(await propose(await createTrust({ changes: [changeAt[place]()] }), dana, second))).toBe(
        'category.already-open',
      ),
  );
  it.each([
    ['rejected', rejectedChange()],
    ['withdrawn', withdrawnChange()],
    ['decided', decidedChange({ to: category.improve, effectiveFrom: '2026-09-01' })],
  ])('when one is %s, another may be made', async (_, change) =>
    expect(outcomeOf(await propose(await createTrust({ changes: [change] }), dana, second))).toBe('accepted'),
  );
  it('and the first thing that is said, whatever else is wrong with the other', async () => {
    const standing = decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' });
    const trust = await createTrust({ changes: [standing, atApprove()] });
    expect(outcomeOf(await propose(trust, dana, { ...second, to: category.improve }))).toBe('category.already-open');
  });
  it('another academy’s does not count', async () =>
    expect(
      outcomeOf(await propose(await createTrust({ changes: [atApprove({ academy: birch })] }), dana, second)),
    ).toBe('accepted'));

  it('two propose at the same moment: one counts, the other hears that one is open', async () => {
    const trust = await createTrust();
    let first = '';
    trust.store.beforeNext('create', async () => void (first = outcomeOf(await propose(trust, cora, second))));
    expect(outcomeOf(await propose(trust, dana))).toBe('category.already-open');
    expect(first).toBe('accepted');
    expect(await trust.store.rows('categoryChanges')).toHaveLength(1);
  });
});

describe('a proposal sent again', () => {
  it('after it has gone on is answered with where it is', async () => {
    const trust = await createTrust({ changes: [atConfirm()] });
    const made = atConfirm().history[0]?.commandId;
    expect(valueOf(await propose(trust, dana, made && { commandId: made }))).toMatchObject({ step: 2 });
  });
  it('with its id for another academy is refused: it stands for something else', async () => {
    const trust = await createTrust();
    valueOf(await propose(trust));
    expect(outcomeOf(await propose(trust, dana, { urn: urn.birch }))).toBe('command.reused');
  });
  it.each([
    ['by somebody else', cora, {}],
    ['by another act', dana, { commandId: commandId('another-act') }],
  ])('with its id %s is refused', async (_, by, other) => {
    const trust = await createTrust();
    valueOf(await propose(trust));
    expect(outcomeOf(await propose(trust, by, other))).toBe('command.reused');
  });
});

describe('whoever proposed', () => {
  it('never approves, where the route says so', async () => {
    const framework = withRoute(proposerNeverApproves);
    const [route] = framework.routes;
    const trust = await createTrust({
      framework,
      changes: [atApprove({ proposedBy: cora.id, ...(route && { route }) })],
    });
    expect(outcomeOf(await approveCategoryChange(trust)(cora.id, command.toApprove()))).toBe('category.own-proposal');
  });
  it('approves where the Board confirms after them', async () => {
    const trust = await createTrust({ changes: [atApprove({ proposedBy: cora.id })] });
    expect(outcomeOf(await approveCategoryChange(trust)(cora.id, command.toApprove()))).toBe('accepted');
    expect(
      outcomeOf(await confirmCategoryChange(trust)(bo.id, command.toConfirm({ commandId: commandId('board') }))),
    ).toBe('accepted');
  });
  it('keeps to the route that stood when they proposed, whatever the framework says now', async () => {
    const trust = await createTrust({
      framework: withRoute(proposerNeverApproves),
      changes: [atApprove({ proposedBy: cora.id })],
    });
    expect(outcomeOf(await approveCategoryChange(trust)(cora.id, command.toApprove()))).toBe('accepted');
  });
  it('proposes again under the same rule of dates', async () => {
    const standing = decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' });
    const trust = await createTrust({ changes: [standing, returnedChange()] });
    const again = (effectiveFrom: string) =>
      resubmitCategoryChange(trust)(dana.id, command.toResubmit({ effectiveFrom }));
    expect(refusalOf(await again('2026-09-01'))).toEqual({ code: 'category.dates-overlap', after: '2026-09-01' });
    expect(outcomeOf(await again('2026-09-02'))).toBe('accepted');
  });
});

describe('a change that was edited by hand', () => {
  it.each([
    ['the CEO', cora, 'store.edited-by-hand'],
    ['a board member', bo, 'store.edited-by-hand'],
    ['the director of every phase', dana, 'store.edited-by-hand'],
    ['a phase’s director: whose it was cannot be believed', primaryDirector, 'notFound'],
    ['a head teacher', hazel, 'notFound'],
  ])('%s', async (_, by, outcome) => {
    const trust = await createTrust({ changes: [atApprove()] });
    trust.store.handEdit('categoryChanges', changeId(1));
    expect(outcomeOf(await readCategoryChange(trust)(by.id, { id: changeId(1) }))).toBe(outcome);
  });
});
