import { CategoryChange, type FrozenRow } from '../../../shared/schema/categoryChange';
import { CategoryCode, RouteCode } from '../../../shared/schema/ids';
import type { ProposeCategoryChange } from '../../../shared/schema/commands';
import { Framework } from '../../../shared/schema/framework';
import type { Occasion } from '../../../shared/schema/route';
import type { CategoryChangeRow } from '../../../shared/schema/rows';
import { askedModel } from '../../../shared/domain/asked';
import { propose, resubmit, type Proposing } from '../../../shared/domain/proposal';
import { now, settings } from '../../support/builders/calendar';
import { returnedChange } from '../../support/builders/changes';
import { toPropose, toResubmit } from '../../support/builders/commands';
import { discussApproveConfirm, smallFramework, withRoute } from '../../support/builders/framework';
import { area, category, changeId, committee, level, thisYear, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { dana } from '../../support/builders/people';

const levels = { [area.attendance]: level.intervention };
const evidence: FrozenRow = {
  year: thisYear,
  period: 'autumn',
  state: 'open',
  levels,
  notApplicable: [],
  takenAt: now,
  model: askedModel(smallFramework, levels),
};
const latest = (to: CategoryCode, effectiveFrom: string, framework = smallFramework): CategoryChangeRow => ({
  id: changeId(1),
  urn: urn.alder,
  state: 'decided',
  to,
  effectiveFrom,
  proposedAt: now,
  decidedAt: now,
  framework: { code: framework.code, version: framework.version },
});
const improve = smallFramework.categories.find(({ code }) => code === category.improve);
const context: Proposing = {
  by: dana.id,
  at: now,
  framework: smallFramework,
  years: settings.years,
  evidence,
  suggested: undefined,
  latest: undefined,
  leftOn: undefined,
  from: undefined,
};
const standing = { latest: latest(category.improve, '2026-09-01'), from: improve };
const proposing = (command: Partial<ProposeCategoryChange> = {}, other: Partial<Proposing> = {}) =>
  propose(toPropose(command), { ...context, ...other });

describe('a proposal', () => {
  it('begins at the first step with the frozen evidence and a copy of the route that it names', () => {
    const change = valueOf(proposing());
    expect(CategoryChange.parse(change)).toEqual(change);
    expect(change).toMatchObject({
      state: 'atStep',
      step: 0,
      evidence,
      route: smallFramework.routes[0],
      proposedBy: dana.id,
    });
    expect(change).not.toHaveProperty('from');
    expect(change.history).toEqual([
      {
        type: 'proposed',
        commandId: toPropose().commandId,
        by: dana.id,
        at: now,
        rationale: 'Attendance fell.',
        effectiveFrom: '2026-12-01',
      },
    ]);
  });

  it('takes the route that it names, of several', () => {
    const exceptional = { ...discussApproveConfirm, code: 'exceptional', name: 'Exceptional change' };
    const framework = Framework.parse({ ...smallFramework, routes: [...smallFramework.routes, exceptional] });
    const named = valueOf(proposing({ route: RouteCode.parse('exceptional') }, { framework })).route;
    expect(named.name).toBe('Exceptional change');
  });

  it.each<[string, Partial<ProposeCategoryChange>, Partial<Proposing>, string]>([
    ['a first category', {}, {}, 'accepted'],
    ['another category, later', {}, standing, 'accepted'],
    ['a category that does not exist', { to: CategoryCode.parse('nowhere') }, {}, 'category.unknown'],
    ['a route that does not exist', { route: RouteCode.parse('nowhere') }, {}, 'category.unknown-route'],
    ['the category it has', {}, { latest: latest(category.repair, '2026-09-01') }, 'category.same'],
    [
      'a category with the code of another model’s, which the academy is in',
      {},
      { latest: latest(category.repair, '2026-09-01', Framework.parse({ ...smallFramework, code: 'older' })) },
      'accepted',
    ],
    ['from the day that the present one began', { effectiveFrom: '2026-09-01' }, standing, 'category.dates-overlap'],
    ['from before the present one began', { effectiveFrom: '2026-08-31' }, standing, 'category.dates-overlap'],
    ['from the last day in the trust', {}, { leftOn: '2026-12-01' }, 'accepted'],
    ['from after the last day in the trust', {}, { leftOn: '2026-11-30' }, 'category.academy-left'],
    ['without the row that the framework asks for', {}, { evidence: undefined }, 'category.evidence-needed'],
  ])('%s', (_, command, other, outcome) => expect(outcomeOf(proposing(command, other))).toBe(outcome));

  it('starts from the last decided category', () => {
    const change = valueOf(proposing({}, standing));
    expect(change.from).toBe(category.improve);
    expect(change.described?.from).toEqual(improve);
  });

  it('takes no row in a framework without a matrix, whatever was sent', () => {
    const { judging: _, ...rest } = smallFramework;
    const framework = Framework.parse({ ...rest, areas: [], scales: [], groups: [] });
    expect(valueOf(proposing({}, { framework }))).not.toHaveProperty('evidence');
    expect(outcomeOf(proposing({}, { framework, evidence: undefined }))).toBe('accepted');
  });
});

describe('what a proposal keeps of the framework', () => {
  const framework = Framework.parse({
    ...smallFramework,
    categoryWord: 'tier',
    committees: [
      { code: committee.learning, name: 'Learning Committee' },
      { code: committee.finance, name: 'Finance Committee' },
    ],
    categories: smallFramework.categories.map((each) =>
      each.code === category.repair ? { ...each, includes: [category.improve] } : each,
    ),
    routes: [
      {
        ...discussApproveConfirm,
        steps: [{ kind: 'confirm', by: 'committeeMember', committee: committee.learning }],
      },
    ],
  });
  const { described } = valueOf(proposing({}, { framework }));

  it('is the category with the support of those that it includes', () =>
    expect(described?.to.support.map(({ text }) => text)).toEqual([
      'Fortnightly visit',
      'Monthly board',
      'Termly visit',
    ]));
  it('is the trust’s word for it', () => expect(described?.categoryWord).toBe('tier'));
  it('is the names of the committees on its route', () =>
    expect(described?.committees.map(({ name }) => name)).toEqual(['Learning Committee']));
});

describe('a day that the route’s occasion does not allow', () => {
  const on = (occasion: Occasion, effectiveFrom: string) =>
    proposing({ effectiveFrom }, { framework: withRoute({ ...discussApproveConfirm, occasion }) });
  const autumn = { from: '2026-09-01', to: '2026-12-18' };

  it.each<[Occasion, string]>([
    ['yearStart', '2026-09-01'],
    ['yearStart', '2026-12-18'],
    ['yearEnd', '2026-09-01'],
    ['yearEnd', '2027-09-01'],
    ['inYear', '2027-03-03'],
    ['exceptional', '2027-03-03'],
  ])('%s allows %s', (occasion, day) => expect(outcomeOf(on(occasion, day))).toBe('accepted'));

  it.each<[Occasion, string, object]>([
    ['yearStart', '2026-12-19', autumn],
    ['yearStart', '2026-08-31', autumn],
    ['yearStart', '2026-03-01', autumn],
    ['yearStart', '2030-10-01', autumn],
    ['yearEnd', '2026-09-02', { from: '2027-09-01', to: '2027-09-01' }],
    ['yearEnd', '2027-08-31', { from: '2027-09-01', to: '2027-09-01' }],
  ])('%s refuses %s and says which would do', (occasion, day, allowed) =>
    expect(refusalOf(on(occasion, day))).toEqual({ code: 'category.wrong-date', occasion, ...allowed }),
  );
});

describe('the suggested category', () => {
  const suggested = { category: category.stabilise, why: 'Stabilise: attendance is Intervention required.' };
  const because = 'A new head has begun.';

  it('is kept with the proposal', () =>
    expect(valueOf(proposing({ to: category.stabilise }, { suggested })).suggested).toEqual(suggested));
  it('asks for a reason where the proposal differs', () => {
    expect(refusalOf(proposing({}, { suggested }))).toEqual({
      code: 'category.override-reason-needed',
      suggested: 'Stabilise',
    });
    expect(valueOf(proposing({ overrideReason: because }, { suggested })).overrideReason).toBe(because);
  });
  it('asks for none where the rule could not say', () => {
    const unclear = { why: 'No suggestion yet: Attendance is not judged.' };
    expect(valueOf(proposing({}, { suggested: unclear })).suggested).toEqual(unclear);
  });
  it('keeps no reason where the proposal does not differ', () => {
    expect(valueOf(proposing({ to: category.stabilise, overrideReason: because }, { suggested }))).not.toHaveProperty(
      'overrideReason',
    );
    expect(valueOf(proposing({ overrideReason: because }))).not.toHaveProperty('overrideReason');
  });
});

it('an outside opinion stands beside the proposal', () => {
  const outsideOpinion = { from: 'The local authority', givenOn: '2026-11-03', opinion: 'We see the same.' };
  expect(valueOf(proposing({ outsideOpinion })).outsideOpinion).toEqual(outsideOpinion);
});

describe('a returned change that is put again', () => {
  const stamp = {
    by: dana.id,
    at: now,
    latest: latest(category.improve, '2026-09-01'),
    leftOn: undefined,
    years: settings.years,
  };
  it('obeys the rule of dates like the first time', () => {
    expect(refusalOf(resubmit(returnedChange(), toResubmit({ effectiveFrom: '2026-09-01' }), stamp))).toEqual({
      code: 'category.dates-overlap',
      after: '2026-09-01',
    });
    const later = toResubmit({ effectiveFrom: '2026-09-02' });
    expect(outcomeOf(resubmit(returnedChange(), later, stamp))).toBe('accepted');
    expect(outcomeOf(resubmit(returnedChange(), later, { ...stamp, leftOn: '2026-09-01' }))).toBe(
      'category.academy-left',
    );
  });
  it('obeys the occasion of its own route, whatever the framework says now', () => {
    const route = withRoute({ ...discussApproveConfirm, occasion: 'yearEnd' }).routes[0];
    const change = returnedChange(route ? { route } : {});
    expect(outcomeOf(resubmit(change, toResubmit({ effectiveFrom: '2027-01-04' }), stamp))).toBe('category.wrong-date');
    expect(outcomeOf(resubmit(change, toResubmit({ effectiveFrom: '2027-09-01' }), stamp))).toBe('accepted');
  });
});
