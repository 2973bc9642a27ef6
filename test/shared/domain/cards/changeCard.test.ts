import { changeCardFor, changeSlots } from '../../../../shared/domain/cards/changeCard';
import { ChangeCard } from '../../../../shared/schema/card';
import type { CategoryChange } from '../../../../shared/schema/categoryChange';
import { Route } from '../../../../shared/schema/framework';
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
  withdrawnChange,
  type ChangePlace,
} from '../../../support/builders/changes';
import { proposerNeverApproves, smallFramework } from '../../../support/builders/framework';
import type { category } from '../../../support/builders/ids';
import { alder, bea, birchHead, bo, coHead, cora, dana, hazel, nameOf, people } from '../../../support/builders/people';

const today = '2026-11-20';
const draw = (change: CategoryChange, viewer: Person, slot?: string) =>
  changeCardFor({
    change,
    academy: alder,
    framework: smallFramework,
    viewer,
    people,
    nameOf,
    today,
    ...(slot && { slot }),
  });
const card = (change: CategoryChange, viewer: Person, slot?: string): ChangeCard => {
  const made = draw(change, viewer, slot);
  if (!made) throw new Error('No card was drawn.');
  return made;
};

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

describe('what a card tells', () => {
  it.each(Object.entries(changeAt))('of a change that is %s: everything the schema promises', (_, build) => {
    const made = card(build(), hazel);
    expect(ChangeCard.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      academyName: 'Alder Academy',
      proposedBy: 'Dana Director',
      from: { word: 'Improve' },
      to: { word: 'Repair' },
      subPageId: `categories/${made.id}`,
      today,
    });
  });

  it('the frozen evidence, as it stood', () =>
    expect(card(atApprove(), cora).evidence).toMatchObject({
      term: { year: '2026/27', term: 'autumn' },
      takenAt: '2026-11-10T09:00:00Z',
      counts: [
        { mark: { word: 'Assured' }, count: 1 },
        { mark: { word: 'Intervention required' }, count: 1 },
      ],
      intervention: [{ area: 'Attendance', mark: { word: 'Intervention required' } }],
    }));

  it('what support begins and ends', () =>
    expect(card(atApprove(), cora).support).toEqual({
      added: ['Fortnightly visit', 'Monthly board'],
      ended: ['Termly visit'],
    }));

  it('each step in a line: who did what, who has it, what is to come', () =>
    expect(card(atApprove(), cora).steps).toEqual([
      {
        text: 'Head teacher discusses: agreed by Hazel Head on 11 November 2026, 09:00. They wrote: “I agree.”',
        status: 'done',
      },
      { text: 'CEO approves: with Cora Chief', status: 'current' },
      { text: 'Board member confirms: still to come', status: 'later' },
    ]));

  it('the meeting of the Board', () =>
    expect(card(decidedChange(), dana).steps[2]?.text).toBe(
      'Board member confirms: confirmed by Bo Board on 18 November 2026, 18:00; the Board met on 17 November 2026',
    ));

  it('a step that nobody holds', () => {
    const made = changeCardFor({
      change: atApprove(),
      academy: alder,
      framework: smallFramework,
      viewer: hazel,
      people: [hazel],
      nameOf,
      today,
    });
    expect(made?.steps[1]?.text).toBe('CEO approves: with nobody yet');
  });

  it.each<[string, CategoryChange, string, string | undefined]>([
    [
      'decided',
      decidedChange(),
      'Decided by Bo Board on 18 November 2026, 18:00. It takes effect on 1 December 2026.',
      undefined,
    ],
    ['rejected', rejectedChange(), 'Rejected by Cora Chief on 13 November 2026, 09:00.', 'Please say what was tried.'],
    [
      'withdrawn',
      withdrawnChange(),
      'Withdrawn by Dana Director on 13 November 2026, 09:00.',
      'A better plan was agreed.',
    ],
    ['returned', returnedChange(), 'Returned by Cora Chief on 13 November 2026, 09:00.', 'Please say what was tried.'],
  ])('the outcome when it is %s', (_, change, outcome, comment) => {
    const made = card(change, hazel);
    expect(made.outcome).toBe(outcome);
    expect(made.comment?.text).toBe(comment);
  });
  it('no outcome while it is under way', () => expect(card(atApprove(), hazel).outcome).toBeUndefined());

  it.each<[string, Person, RegExp]>([
    ['the proposer', dana, /you proposed this change/],
    ['the head teacher', hazel, /you are the head teacher of Alder Academy/],
    ['the CEO', cora, /you are the CEO/],
    ['a board member', bo, /you are a member of the Board/],
  ])('tells %s why they receive it', (_, viewer, why) => expect(card(atConfirm(), viewer).why).toMatch(why));

  it('nothing where the framework no longer has the category', () =>
    expect(draw({ ...atApprove(), to: 'gone' as typeof category.repair }, cora)).toBeUndefined());
  it('a first category has nothing before it', () =>
    expect(card(atDiscuss({ from: null }), hazel).from).toBeUndefined());
});
