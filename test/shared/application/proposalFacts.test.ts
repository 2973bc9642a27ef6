import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { readCategories } from '../../../shared/application/readCategories';
import { readProposalChoices } from '../../../shared/application/readProposalChoices';
import { CategoryOverview, ProposalChoices } from '../../../shared/schema/changeViews';
import { CommandId, RouteCode } from '../../../shared/schema/ids';
import { Framework } from '../../../shared/schema/framework';
import { atApprove, decidedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { discussApproveConfirm, smallFramework, withRoute } from '../../support/builders/framework';
import { area, category, changeId, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { callerNames, callers, cora, dana, hazel, type CallerName } from '../../support/builders/people';
import { signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { day, suggestion, propose, worst, tiers, goingOver } from './proposing';

const choices = async (trust: TestTrust, effectiveFrom = day, by = dana) =>
  ProposalChoices.parse(valueOf(await readProposalChoices(trust)(by.id, { urn: urn.alder, effectiveFrom })));

describe('what may be proposed', () => {
  it('is the categories in full, and the routes that name the proposer', async () => {
    const standing = decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' });
    const made = await choices(await createTrust({ changes: [standing] }));
    expect(made).toMatchObject({
      frameworkName: 'Small framework',
      categoryWord: 'category',
      from: { code: category.improve, support: [{ text: 'Termly visit' }] },
      needsEvidence: true,
    });
    expect(made.routes).toMatchObject([
      { code: 'inYear', occasion: 'inYear', holders: ['the head teacher', 'the CEO', 'the Board'] },
    ]);
    expect(made.categories.map(({ name }) => name)).toEqual(['Stabilise', 'Repair', 'Improve', 'Sustain']);
  });

  const outcomes: Record<CallerName, string> = {
    headTeacher: 'notAllowed',
    director: 'accepted',
    primaryDirector: 'accepted',
    functionLead: 'notFound',
    ceo: 'accepted',
    boardMember: 'notAllowed',
    committeeMember: 'notAllowed',
    localGovernor: 'notFound',
    administrator: 'notFound',
    noRole: 'notFound',
  };
  it.each(callerNames)('is told to %s as far as they may propose, and so is the suggestion', async (caller) => {
    const trust = await createTrust({ framework: worst });
    const key = { urn: urn.alder, effectiveFrom: day };
    expect(outcomeOf(await readProposalChoices(trust)(callers[caller].id, key))).toBe(outcomes[caller]);
    expect(outcomeOf(await suggestion(trust, callers[caller]))).toBe(outcomes[caller]);
  });

  it('follows the academic year in which it takes effect', async () => {
    const trust = await goingOver();
    expect(await choices(trust, '2027-08-31')).toMatchObject({ frameworkName: 'Small framework', needsEvidence: true });
    expect(await choices(trust, '2027-09-01')).toMatchObject({
      frameworkName: 'Tiers',
      categoryWord: 'tier',
      from: { name: 'Improve' },
      needsEvidence: false,
      routes: [{ code: 'yearEnd', holders: ['the head teacher', 'the Learning Committee'] }],
    });
    expect(await choices(trust, '2040-01-01')).toMatchObject({ frameworkName: 'Small framework' });
  });

  it('and is what is then proposed: next year’s tier, without a row', async () => {
    const trust = await goingOver();
    const made = valueOf(
      await propose(trust, {
        to: tiers.categories[1]?.code ?? category.repair,
        route: RouteCode.parse('yearEnd'),
        effectiveFrom: '2027-09-01',
      }),
    );
    expect(made).toMatchObject({
      categoryWord: 'tier',
      routeName: 'At the end of the year',
      from: { name: 'Improve' },
      to: { name: 'Second tier' },
    });
    expect(made).not.toHaveProperty('evidence');
    expect(made.steps.map(({ holder }) => holder)).toEqual(['the head teacher', 'the Learning Committee']);
    const wrong = { to: tiers.categories[1]?.code ?? category.repair, route: RouteCode.parse('inYear') };
    expect(outcomeOf(await propose(await goingOver(), { ...wrong, effectiveFrom: '2027-09-01' }))).toBe(
      'category.unknown-route',
    );
  });
});

describe('the evidence', () => {
  it('goes with a copy of what its levels mean', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    const { evidence } = valueOf(await propose(trust));
    expect(evidence?.model).toMatchObject({
      frameworkName: 'Small framework',
      framework: { code: 'small', version: 1 },
    });
    expect(evidence?.model?.areas.find(({ code }) => code === area.attendance)?.criteria).toEqual({
      assured: ['Attendance is above 70%.'],
    });
  });
  it('is asked for', async () => {
    const { evidence: _, ...without } = command.toPropose();
    expect(outcomeOf(await proposeCategoryChange(await createTrust())(dana.id, without))).toBe(
      'category.evidence-needed',
    );
  });
  it('a route that does not name the proposer is not theirs, one that does not exist is nobody’s', async () => {
    const framework = Framework.parse({
      ...smallFramework,
      routes: [
        discussApproveConfirm,
        { ...discussApproveConfirm, code: 'board', name: 'The Board’s', proposers: ['boardMember'] },
      ],
    });
    const trust = await createTrust({ framework });
    expect(outcomeOf(await propose(trust, { route: RouteCode.parse('board') }))).toBe('notAllowed');
    expect(outcomeOf(await propose(trust, { route: RouteCode.parse('nowhere') }))).toBe('category.unknown-route');
  });
  it('a day that the route does not allow is refused', async () => {
    const framework = withRoute({ ...discussApproveConfirm, occasion: 'yearEnd' });
    expect(outcomeOf(await propose(await createTrust({ framework })))).toBe('category.wrong-date');
  });
});

describe('the overview', () => {
  it('names each change by the model that it was proposed on', async () => {
    const trust = await goingOver();
    trust.clock.forward(300 * 24 * 60 * 60 * 1000);
    const made = CategoryOverview.parse(valueOf(await readCategories(trust)(cora.id)));
    expect(made).toMatchObject({ year: '2027/28', categoryWord: 'tier', routes: [{ code: 'yearEnd' }] });
    const alder = made.academies.find((each) => each.urn === urn.alder);
    expect(alder).toMatchObject({
      category: { code: category.improve, as: { name: 'Improve', symbol: '▲' } },
      changes: [{ fromName: 'Improve', toName: 'Improve' }],
      proposeOn: ['yearEnd'],
    });
  });
  it('offers no route while a change is open, and none to whoever may not propose', async () => {
    const line = async (trust: TestTrust, by: typeof dana) => {
      const { academies, routes } = valueOf(await readCategories(trust)(by.id));
      return [academies.find((each) => each.urn === urn.alder)?.proposeOn, routes.map(({ code }) => code)];
    };
    const open = await createTrust({ changes: [atApprove()] });
    expect(await line(open, dana)).toEqual([[], ['inYear']]);
    expect(await line(await createTrust(), hazel)).toEqual([[], []]);
  });
});

it('the same proposal sent twice is one', async () => {
  const trust = await createTrust({ framework: worst, reviews: [signedOffReview()] });
  const once = command.toPropose({ to: category.sustain, commandId: CommandId.parse('proposed-once') });
  const first = valueOf(await proposeCategoryChange(trust)(dana.id, once));
  expect(valueOf(await proposeCategoryChange(trust)(dana.id, once))).toEqual(first);
  expect(await trust.store.rows('categoryChanges')).toHaveLength(1);
});
