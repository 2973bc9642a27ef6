import {
  approve,
  discuss,
  mayDecide,
  reject,
  returnChange,
  roundOfChange,
} from '../../../shared/domain/categoryChange';
import { confirm } from '../../../shared/domain/confirmation';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { Route } from '../../../shared/schema/route';
import type { PersonId } from '../../../shared/schema/ids';
import { now } from '../../support/builders/calendar';
import { atApprove, atConfirm, atDiscuss, returnedChange } from '../../support/builders/changes';
import {
  approveOnly,
  ceoProposes,
  discussApproveConfirm,
  proposerNeverApproves,
} from '../../support/builders/framework';
import { commandId } from '../../support/builders/ids';
import { outcomeOf } from '../../support/builders/outcome';
import { bea, bo, cora, dana, hazel } from '../../support/builders/people';

const command = (change: CategoryChange) => ({
  commandId: commandId('new-act'),
  id: change.id,
  round: roundOfChange(change),
  step: change.state === 'atStep' ? change.step : 0,
  comment: 'Why.',
});
const decide = {
  approve: (change: CategoryChange, by: PersonId) => approve(change, command(change), { by, at: now }),
  confirm: (change: CategoryChange, by: PersonId) =>
    confirm(
      change,
      { ...command(change), meetingDate: '2026-11-17' },
      { by, at: now, today: '2026-11-20', framework: undefined },
    ),
  returnChange: (change: CategoryChange, by: PersonId) => returnChange(change, command(change), { by, at: now }),
  reject: (change: CategoryChange, by: PersonId) => reject(change, command(change), { by, at: now }),
};
type Decision = keyof typeof decide;

const onRoute = (route: unknown, proposedBy: PersonId) => ({ route: Route.parse(route), proposedBy });
const first = (change: ReturnType<typeof atDiscuss>): CategoryChange => ({ ...change, step: 0 });
const second = (change: ReturnType<typeof atDiscuss>): CategoryChange => ({ ...change, step: 1 });
const boardFirst = {
  ...approveOnly,
  proposers: ['ceo'],
  proposerMayApprove: true,
  steps: [
    { kind: 'confirm', by: 'boardMember' },
    { kind: 'approve', by: 'ceo' },
  ],
};

/** `domain.md`, rule 2: the proposer never approves their own, except where the route lets them and the Board confirms. */
const cases: readonly [string, CategoryChange, PersonId, Partial<Record<Decision, string>>][] = [
  [
    'the CEO’s own, where the route allows it and the Board confirms later',
    atApprove(onRoute(discussApproveConfirm, cora.id)),
    cora.id,
    { approve: 'accepted', returnChange: 'accepted', reject: 'accepted' },
  ],
  [
    'the CEO’s own, where the route does not allow it',
    atApprove(onRoute(proposerNeverApproves, cora.id)),
    cora.id,
    { approve: 'category.own-proposal', returnChange: 'category.own-proposal', reject: 'category.own-proposal' },
  ],
  [
    'the director’s, with the CEO',
    atApprove(onRoute(proposerNeverApproves, dana.id)),
    cora.id,
    { approve: 'accepted', returnChange: 'accepted', reject: 'accepted' },
  ],
  [
    'the CEO’s own, where nobody confirms',
    first(atDiscuss(onRoute(approveOnly, cora.id))),
    cora.id,
    { approve: 'category.own-proposal', reject: 'category.own-proposal' },
  ],
  [
    'the CEO’s own, where nobody confirms though the route says they may',
    first(atDiscuss(onRoute({ ...approveOnly, proposerMayApprove: true }, cora.id))),
    cora.id,
    { approve: 'category.own-proposal' },
  ],
  [
    'the CEO’s own, where the Board has confirmed before and nobody does after',
    second(atDiscuss(onRoute(boardFirst, cora.id))),
    cora.id,
    { approve: 'category.own-proposal' },
  ],
  [
    'a board member’s own, at the confirmation',
    atConfirm(onRoute(discussApproveConfirm, bo.id)),
    bo.id,
    { confirm: 'category.own-proposal', returnChange: 'category.own-proposal', reject: 'category.own-proposal' },
  ],
  [
    'a board member’s, with another member',
    atConfirm(onRoute(discussApproveConfirm, bo.id)),
    bea.id,
    { confirm: 'accepted', returnChange: 'accepted', reject: 'accepted' },
  ],
];

describe.each(cases)('%s', (_, change, by, outcomes) => {
  it.each(Object.entries(outcomes))('%s: %s', (decision, outcome) =>
    expect(outcomeOf(decide[decision as Decision](change, by))).toBe(outcome),
  );
  it('mayDecide says the same', () =>
    expect(mayDecide(change, by)).toBe(Object.values(outcomes).every((outcome) => outcome === 'accepted')));
});

describe('a proposer', () => {
  it('may be heard on their own proposal', () => {
    const change = atDiscuss(onRoute(ceoProposes, hazel.id));
    expect(outcomeOf(discuss(change, { ...command(change), agrees: true }, { by: hazel.id, at: now }))).toBe(
      'accepted',
    );
  });
  it('never decides on a change that is not at a step', () => expect(mayDecide(returnedChange(), dana.id)).toBe(false));
});
