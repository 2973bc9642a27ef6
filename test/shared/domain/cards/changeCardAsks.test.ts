import { changeSlots } from '../../../../shared/domain/cards/changeCard';
import type { ChangeCard } from '../../../../shared/schema/card';
import type { CategoryChange } from '../../../../shared/schema/categoryChange';
import { Framework } from '../../../../shared/schema/framework';
import { Route, type RouteStep } from '../../../../shared/schema/route';
import type { Person } from '../../../../shared/schema/people';
import { now } from '../../../support/builders/calendar';
import {
  atApprove,
  atConfirm,
  atDiscuss,
  changeAt,
  decidedChange,
  recordedChange,
  rejectedChange,
  resubmittedChange,
  returnedChange,
  type ChangePlace,
} from '../../../support/builders/changes';
import { proposerNeverApproves, smallFramework } from '../../../support/builders/framework';
import { committee } from '../../../support/builders/ids';
import {
  alder,
  bea,
  birchHead,
  bo,
  carys,
  coHead,
  cora,
  dana,
  gus,
  hazel,
  nameOf,
  people,
} from '../../../support/builders/people';
import { card, routeOf } from '../../../support/builders/changeCards';

describe('who must have a card', () => {
  const due: Record<ChangePlace, string[]> = {
    atDiscuss: ['Hazel Head round-1-step-0', 'Colin Cohead round-1-step-0'],
    atApprove: ['Cora Chief round-1-step-1'],
    atConfirm: ['Bo Board round-1-step-2', 'Bea Board round-1-step-2'],
    returned: ['Dana Director returned-1'],
    decided: ['Dana Director outcome', 'Hazel Head outcome', 'Colin Cohead outcome'],
    rejected: ['Dana Director outcome', 'Hazel Head outcome', 'Colin Cohead outcome'],
    withdrawn: ['Hazel Head outcome', 'Colin Cohead outcome'],
  };
  const slots = (change: CategoryChange, at = now) =>
    changeSlots(change, alder, people, at).map(({ person, slot }) => `${nameOf(person)} ${slot}`);

  it.each(Object.entries(due))('%s', (place, expected) =>
    expect(slots(changeAt[place as ChangePlace]())).toEqual(expected),
  );
  it('the second round has slots of its own', () =>
    expect(slots(resubmittedChange())).toEqual(['Hazel Head round-2-step-0', 'Colin Cohead round-2-step-0']));
  it('nobody is told of a category that was only recorded', () => expect(slots(recordedChange())).toEqual([]));
  it('nobody is told twice: the head who proposed has one outcome', () =>
    expect(slots(rejectedChange({ proposedBy: hazel.id }))).toEqual(['Hazel Head outcome', 'Colin Cohead outcome']));
  it('an outcome of long ago is no news', () => {
    expect(slots(decidedChange(), '2026-12-02T17:59:00Z')).toHaveLength(3);
    expect(slots(decidedChange(), '2026-12-03T18:00:00Z')).toEqual([]);
  });
});

describe('what a card asks', () => {
  it.each<[string, CategoryChange, Person, string | undefined, ChangeCard['ask']]>([
    ['the head teacher to discuss', atDiscuss(), hazel, 'round-1-step-0', 'discuss'],
    ['the other head too', atDiscuss(), coHead, undefined, 'discuss'],
    ['the CEO to approve', atApprove(), cora, 'round-1-step-1', 'approve'],
    ['a board member to confirm', atConfirm(), bo, 'round-1-step-2', 'confirm'],
    ['another board member as well', atConfirm(), bea, undefined, 'confirm'],
    ['the proposer to propose again', returnedChange(), dana, 'returned-1', 'resubmit'],
    ['nothing on the card of a step that is past', atApprove(), hazel, 'round-1-step-0', undefined],
    ['nothing on the card of an earlier round', resubmittedChange(), hazel, 'round-1-step-0', undefined],
    ['on the card of this round', resubmittedChange(), hazel, 'round-2-step-0', 'discuss'],
    ['nothing on the card of an earlier return', resubmittedChange(), dana, 'returned-1', undefined],
    ['nothing of somebody who only looks', atApprove(), bo, undefined, undefined],
    ['nothing of another academy’s head', atDiscuss(), birchHead, undefined, undefined],
    ['nothing of the CEO on the head’s step', atDiscuss(), cora, undefined, undefined],
    ['nothing of somebody else while it is returned', returnedChange(), cora, undefined, undefined],
    ['nothing of whoever may not decide on their own', atConfirm({ proposedBy: bo.id }), bo, undefined, undefined],
    [
      'nothing of the CEO on their own proposal, where the route says so',
      atApprove({ proposedBy: cora.id, route: Route.parse(proposerNeverApproves) }),
      cora,
      undefined,
      undefined,
    ],
    [
      'the CEO on their own proposal, where the Board confirms',
      atApprove({ proposedBy: cora.id }),
      cora,
      undefined,
      'approve',
    ],
  ])('%s', (_, change, viewer, slot, ask) => expect(card(change, viewer, slot).ask).toBe(ask));

  it.each(['decided', 'rejected', 'withdrawn'] as const)('nothing of anybody when it is %s', (place) => {
    for (const person of people) expect(card(changeAt[place](), person).ask).toBeUndefined();
  });
});

describe('what a card asks on other routes', () => {
  const learning = { by: 'committeeMember', committee: committee.learning } as const;
  const inTiers = Framework.parse({
    ...smallFramework,
    categoryWord: 'tier',
    committees: [{ code: committee.learning, name: 'Learning Committee' }],
  });
  const begun = (step: RouteStep, framework = smallFramework) => atDiscuss({ route: routeOf(step), framework });

  it('of somebody who must agree: that a ‘no’ sends it back', () => {
    const must = begun({ kind: 'discuss', by: 'headTeacher', mustAgree: true });
    expect(card(must, hazel)).toMatchObject({ ask: 'discuss', mustAgree: true });
    expect(card(atDiscuss(), hazel)).not.toHaveProperty('mustAgree');
  });
  it('of the academy: whether it makes representations', () =>
    expect(card(begun({ kind: 'represent', by: 'headTeacher' }), hazel)).toMatchObject({
      ask: 'represent',
      headline: 'A change of category is proposed for Alder Academy: do you make representations?',
    }));
  it('of a committee: its decision, by its name, in the trust’s word', () => {
    const made = card(begun({ kind: 'confirm', ...learning }, inTiers), carys);
    expect(made).toMatchObject({
      ask: 'confirm',
      onBehalfOf: 'the Learning Committee',
      categoryWord: 'tier',
      headline: 'Please confirm the Learning Committee’s decision on Alder Academy’s tier',
      why: 'You receive this because you are a member of the Learning Committee.',
    });
    expect(made.steps[0]?.text).toMatch(/^The Learning Committee confirms/);
  });
  it('of the Board: that it may confirm something else, in the tab', () => {
    const free = begun({ kind: 'confirm', by: 'boardMember', mayChangeCategory: true });
    expect(card(free, bo)).toMatchObject({ ask: 'confirm', onBehalfOf: 'the Board', mayChangeCategory: true });
    expect(card(atConfirm(), bo)).not.toHaveProperty('mayChangeCategory');
  });
  it('of a person by name', () => {
    const change = begun({ kind: 'approve', by: 'person', person: gus.id });
    expect(card(change, gus)).toMatchObject({
      ask: 'approve',
      why: 'You receive this because this change’s route names you.',
    });
    expect(card(change, cora).ask).toBeUndefined();
    expect(changeSlots(change, alder, people, now).map(({ person }) => person)).toEqual([gus.id]);
  });
  it('of one person who confirms in their own name', () => {
    const made = card(begun({ kind: 'confirm', by: 'ceo' }), cora);
    expect(made).not.toHaveProperty('onBehalfOf');
    expect(made.headline).toBe('Please confirm the change of category for Alder Academy');
  });
});
