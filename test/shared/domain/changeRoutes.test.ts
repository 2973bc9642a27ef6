import fc from 'fast-check';
import { CategoryChange, type CategoryChangeEvent } from '../../../shared/schema/categoryChange';
import type { CategoryCode } from '../../../shared/schema/ids';
import { Route, type RouteStep } from '../../../shared/schema/route';
import {
  approve,
  currentStep,
  discuss,
  reject,
  returnChange,
  roundOfChange,
  thisRound,
  withdraw,
} from '../../../shared/domain/categoryChange';
import { confirm } from '../../../shared/domain/confirmation';
import { resubmit } from '../../../shared/domain/proposal';
import type { Result } from '../../../shared/domain/result';
import { now, settings } from '../../support/builders/calendar';
import { atDiscuss } from '../../support/builders/changes';
import { discussApproveConfirm, smallFramework } from '../../support/builders/framework';
import { category, commandId } from '../../support/builders/ids';
import { frozen, outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { bo, cora, dana, hazel } from '../../support/builders/people';

const today = '2026-11-20';
const routeOf = (steps: RouteStep[]): Route => Route.parse({ ...discussApproveConfirm, steps });
/** A change at the first step of a route. */
const begun = (...steps: RouteStep[]): CategoryChange => atDiscuss({ route: routeOf(steps) });
const approves: RouteStep = { kind: 'approve', by: 'ceo' };
const confirms: RouteStep = { kind: 'confirm', by: 'boardMember' };

const at = (change: CategoryChange) => ({
  commandId: commandId('new-act'),
  id: change.id,
  round: roundOfChange(change),
  step: change.state === 'atStep' ? change.step : 0,
});
const hear = (change: CategoryChange, agrees: boolean, comment = '') =>
  discuss(change, { ...at(change), agrees, comment }, { by: hazel.id, at: now });

describe('somebody who must agree', () => {
  const change = begun({ kind: 'discuss', by: 'headTeacher', mustAgree: true }, approves, confirms);

  it('agrees, and the change goes on', () =>
    expect(valueOf(hear(change, true))).toMatchObject({ state: 'atStep', step: 1 }));
  it('does not, and says why: it goes back to its proposer', () => {
    const after = valueOf(hear(change, false, 'It is too soon.'));
    expect(CategoryChange.parse(after)).toEqual(after);
    expect(after).toMatchObject({ state: 'returned', returnedBy: hazel.id, comment: 'It is too soon.' });
    expect(after.history.at(-1)).toMatchObject({ type: 'discussed', step: 0, agrees: false });
  });
  it('does not, and must say why', () =>
    expect(refusalOf(hear(change, false))).toEqual({ code: 'category.comment-needed', why: 'disagrees' }));
  it('is told what happened when they come twice', () =>
    expect(refusalOf(hear(valueOf(hear(change, false, 'No.')), true))).toMatchObject({
      code: 'category.step-taken',
      by: hazel.id,
      outcome: 'discussed',
    }));
  it('is asked again when it is proposed again', () => {
    const back = valueOf(hear(change, false, 'No.'));
    const again = { ...at(back), rationale: 'Later, then.', effectiveFrom: '2027-01-04' };
    const stamp = { by: dana.id, at: now, latest: undefined, leftOn: undefined, years: settings.years };
    expect(valueOf(resubmit(back, again, stamp))).toMatchObject({ state: 'atStep', step: 0 });
  });
});

describe('somebody who is only heard', () => {
  const change = begun({ kind: 'discuss', by: 'headTeacher' }, approves, confirms);
  it.each([
    [true, ''],
    [false, ''],
    [false, 'It is too soon.'],
  ])('never stops the change: agrees %s, “%s”', (agrees, comment) =>
    expect(valueOf(hear(change, agrees, comment))).toMatchObject({ state: 'atStep', step: 1 }),
  );
});

describe('the academy’s representations', () => {
  const change = begun({ kind: 'represent', by: 'headTeacher' }, approves, confirms);
  it('are made in words, and the change goes on', () => {
    expect(refusalOf(hear(change, false))).toEqual({ code: 'category.comment-needed', why: 'represents' });
    const after = valueOf(hear(change, false, 'Two posts are filled now.'));
    expect(after).toMatchObject({ state: 'atStep', step: 1 });
    expect(after.history.at(-1)).toMatchObject({
      type: 'discussed',
      agrees: false,
      comment: 'Two posts are filled now.',
    });
  });
  it('or there are none', () => expect(valueOf(hear(change, true))).toMatchObject({ state: 'atStep', step: 1 }));
  it('come before anybody decides', () =>
    expect(outcomeOf(approve(change, { ...at(change), comment: '' }, { by: cora.id, at: now }))).toBe(
      'category.not-your-step',
    ));
});

describe('the Board, where it may confirm another category', () => {
  const change = begun({ ...confirms, mayChangeCategory: true });
  interface With {
    readonly to?: CategoryCode;
    readonly comment?: string;
    readonly of?: CategoryChange;
    readonly framework?: typeof smallFramework | undefined;
  }
  const board = ({ to, comment = '', of = change, ...rest }: With) =>
    confirm(
      of,
      { ...at(of), meetingDate: '2026-11-17', comment, ...(to && { to }) },
      { by: bo.id, at: now, today, framework: 'framework' in rest ? rest.framework : smallFramework },
    );

  it('decides on its own, and the event keeps what was proposed', () => {
    const after = valueOf(board({ to: category.stabilise, comment: 'It needs more.' }));
    expect(CategoryChange.parse(after)).toEqual(after);
    expect(after).toMatchObject({ state: 'decided', from: category.improve, to: category.stabilise });
    expect(after.described).toMatchObject({ to: { name: 'Stabilise' }, proposed: { name: 'Repair' } });
    expect(after.history.at(-1)).toMatchObject({
      type: 'confirmed',
      to: category.stabilise,
      proposed: category.repair,
      comment: 'It needs more.',
    });
  });
  it('confirms what was proposed as ever', () => {
    for (const to of [undefined, category.repair]) {
      const after = valueOf(board(to ? { to } : {}));
      expect(after).toMatchObject({ state: 'decided', to: category.repair });
      expect(after.history.at(-1)).not.toHaveProperty('to');
      expect(after.described).not.toHaveProperty('proposed');
    }
  });
  it.each<[string, With, string]>([
    ['without saying why', { to: category.stabilise }, 'category.comment-needed'],
    ['that the academy is in', { to: category.improve, comment: 'Why.' }, 'category.same'],
    ['that does not exist', { to: 'nowhere' as CategoryCode, comment: 'Why.' }, 'category.unknown'],
    ['of a model that is gone', { to: category.stabilise, comment: 'Why.', framework: undefined }, 'category.unknown'],
    [
      'where the step does not let it',
      { to: category.stabilise, comment: 'Why.', of: begun(confirms) },
      'category.not-changeable',
    ],
  ])('but not one %s', (_, given, outcome) => expect(outcomeOf(board(given))).toBe(outcome));
  it('needs no stored model to confirm what was proposed', () =>
    expect(outcomeOf(board({ framework: undefined }))).toBe('accepted'));
});

/** The state that a history comes to, told from its events alone: an independent account of the lifecycle. */
const stateOf = ({ route, history }: CategoryChange): [string, number?] => {
  let state: [string, number?] = ['none'];
  const onward = (event: CategoryChangeEvent & { step: number }): [string, number?] =>
    event.step + 1 < route.steps.length ? ['atStep', event.step + 1] : ['decided'];
  for (const event of history) {
    if (event.type === 'proposed' || event.type === 'resubmitted') state = ['atStep', 0];
    else if (event.type === 'approved' || event.type === 'confirmed') state = onward(event);
    else if (event.type === 'discussed')
      state = !event.agrees && route.steps[event.step]?.mustAgree ? ['returned'] : onward(event);
    else state = [event.type];
  }
  return state;
};

describe('any acts on any route', () => {
  const heardStep = fc.constantFrom<RouteStep>(
    { kind: 'discuss', by: 'headTeacher' },
    { kind: 'discuss', by: 'headTeacher', mustAgree: true },
    { kind: 'represent', by: 'headTeacher' },
  );
  const lastStep = fc.constantFrom<RouteStep>(approves, confirms, { ...confirms, mayChangeCategory: true });
  const steps = fc
    .tuple(fc.array(heardStep, { maxLength: 2 }), fc.array(fc.constant(approves), { maxLength: 2 }), lastStep)
    .map(([heard, approved, last]) => [...heard, ...approved, last]);

  const acting = (change: CategoryChange, comment: string, other: boolean) => ({
    agree: () => hear(change, true, comment),
    disagree: () => hear(change, false, comment),
    approve: () => approve(change, { ...at(change), comment }, { by: cora.id, at: now }),
    confirm: () =>
      confirm(
        change,
        { ...at(change), meetingDate: today, comment, ...(other && { to: category.stabilise }) },
        { by: bo.id, at: now, today, framework: smallFramework },
      ),
    returnIt: () => returnChange(change, { ...at(change), comment: 'Again.' }, { by: cora.id, at: now }),
    reject: () => reject(change, { ...at(change), comment: 'No.' }, { by: cora.id, at: now }),
    resubmit: () =>
      resubmit(
        change,
        { ...at(change), rationale: 'Again.', effectiveFrom: '2027-01-04' },
        { by: dana.id, at: now, latest: undefined, leftOn: undefined, years: settings.years },
      ),
    withdraw: () => withdraw(change, { ...at(change), reason: 'No more.' }, { by: dana.id, at: now }),
  });
  const names = ['agree', 'disagree', 'approve', 'confirm', 'returnIt', 'reject', 'resubmit', 'withdraw'] as const;
  const act = fc.record({
    name: fc.constantFrom(...names),
    comment: fc.constantFrom('', 'Words.'),
    other: fc.boolean(),
  });

  it('append one event each, alter none before, and leave the state that the history tells', () => {
    fc.assert(
      fc.property(steps, fc.array(act, { maxLength: 20 }), (route, acts) => {
        let change: CategoryChange = atDiscuss({ route: routeOf(route) });
        for (const { name, comment, other } of acts) {
          const before: CategoryChange = frozen(change);
          const result: Result<CategoryChange> = acting(before, comment, other)[name]();
          if (!result.ok) continue;
          change = result.value;
          expect(CategoryChange.parse(change)).toEqual(change);
          expect(change.history).toHaveLength(before.history.length + 1);
          expect(change.history.slice(0, -1)).toEqual(before.history);
          expect([change.state, ...(change.state === 'atStep' ? [change.step] : [])]).toEqual(stateOf(change));
          expect(currentStep(change) === undefined).toBe(change.state !== 'atStep');
          if (change.state !== 'decided') expect(change.to).toBe(category.repair);
          const taken = thisRound(change).flatMap((event) => ('step' in event ? [event.step] : []));
          expect(taken).toEqual(taken.map((_, index) => index));
        }
      }),
      { numRuns: 300 },
    );
  });
});
