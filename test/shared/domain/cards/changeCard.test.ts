import { changeCardFor, changeSlots, type ChangeCardInput } from '../../../../shared/domain/cards/changeCard';
import { markOf } from '../../../../shared/domain/cards/marks';
import { ChangeCard } from '../../../../shared/schema/card';
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
  withdrawnChange,
  withoutCopies,
  type ChangePlace,
} from '../../../support/builders/changes';
import { proposerNeverApproves, smallFramework } from '../../../support/builders/framework';
import { area, category, changeId, commandId, committee, level } from '../../../support/builders/ids';
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

const today = '2026-11-20';
const asSeen = { changedSince: [], seen: 'nothing' };
const draw = (change: CategoryChange, viewer: Person, slot?: string) =>
  changeCardFor({
    change,
    academy: alder,
    framework: smallFramework,
    viewer,
    people,
    nameOf,
    today,
    ...asSeen,
    ...(slot && { slot }),
  });
const card = draw;
const routeOf = (...steps: RouteStep[]): Route => Route.parse({ ...proposerNeverApproves, steps });

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
      period: { year: '2026/27', period: 'autumn' },
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
      changed: [],
    }));

  it('what support goes on with other figures', () => {
    const visit = (everyWeeks: number) => [
      { code: 'visit', strand: 'School improvement', text: 'Visit', cadence: { everyWeeks } },
    ];
    const weeks: Record<string, number> = { improve: 4, repair: 2 };
    const categories = smallFramework.categories.map((each) => ({ ...each, support: visit(weeks[each.code] ?? 1) }));
    const framework = Framework.parse({ ...smallFramework, categories });
    expect(card(atApprove({ framework }), cora).support).toEqual({
      added: [],
      ended: [],
      changed: ['Visit: every 4 weeks → every 2 weeks'],
    });
  });

  it('each step in a line: who did what, who has it, what is to come', () =>
    expect(card(atApprove(), cora).steps).toEqual([
      {
        text: 'The head teacher discusses: agreed by Hazel Head on 11 November 2026, 09:00. They wrote: “I agree.”',
        status: 'done',
      },
      { text: 'The CEO approves: with Cora Chief', status: 'current' },
      { text: 'The Board confirms: still to come', status: 'later' },
    ]));

  it('the meeting of the Board', () =>
    expect(card(decidedChange(), dana).steps[2]?.text).toBe(
      'The Board confirms: confirmed by Bo Board on 18 November 2026, 18:00; the Board met on 17 November 2026',
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
      ...asSeen,
    });
    expect(made.steps[1]?.text).toBe('The CEO approves: with nobody yet');
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

  it('a first category has nothing before it', () =>
    expect(card(atDiscuss({ from: null }), hazel).from).toBeUndefined());
});

describe('a card reads what was frozen', () => {
  const anew = Framework.parse({
    ...smallFramework,
    scales: smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each, i) => ({ ...each, name: `Renamed ${i}`, tone: 'good', symbol: `${i}` })),
    })),
    categories: smallFramework.categories.map((each) => ({ ...each, name: `Renamed ${each.name}`, support: [] })),
  });
  const drawnOn = (framework: Framework | undefined, change: CategoryChange) =>
    changeCardFor({ change, academy: alder, framework, viewer: cora, people, nameOf, today, ...asSeen });

  it.each([
    ['the model has changed', anew],
    ['the model is gone', undefined],
  ])('when %s', (_, framework) => expect(drawnOn(framework, atApprove())).toEqual(card(atApprove(), cora)));

  it('and only one that kept nothing reads the version that it was proposed on', () => {
    expect(drawnOn(smallFramework, withoutCopies(atApprove()))).toEqual(card(atApprove(), cora));
    expect(drawnOn(undefined, withoutCopies(atApprove()))).toMatchObject({
      from: { word: 'improve', symbol: '?', tone: 'steady' },
      to: { word: 'repair' },
    });
    expect(drawnOn(undefined, withoutCopies(atApprove()))).not.toHaveProperty('evidence');
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

describe('what stands beside a proposal', () => {
  it('what was suggested, and why it differs', () => {
    const suggested = { category: category.stabilise, why: 'Stabilise: Attendance is Intervention required.' };
    expect(card({ ...atApprove(), suggested }, cora).suggested).toBe(suggested.why);
    expect(card({ ...atApprove(), suggested, overrideReason: 'A new head.' }, cora).suggested).toBe(
      `${suggested.why} Proposed otherwise because: A new head.`,
    );
  });
  it('what somebody outside said', () => {
    const outsideOpinion = { from: 'the local authority', givenOn: '2026-11-03', opinion: 'We see the same.' };
    expect(card({ ...atApprove(), outsideOpinion }, cora).outsideOpinion).toBe(
      'The local authority, 3 November 2026: We see the same.',
    );
  });
});

describe('an outcome of its own', () => {
  it('a change that somebody did not agree to', () => {
    const route = routeOf({ kind: 'discuss', by: 'headTeacher', mustAgree: true }, { kind: 'approve', by: 'ceo' });
    const { step: _, ...change } = atDiscuss({ route });
    const no = { commandId: commandId('no'), by: hazel.id, at: '2026-11-11T09:00:00Z', step: 0, agrees: false };
    const returned: CategoryChange = {
      ...change,
      state: 'returned',
      returnedBy: hazel.id,
      comment: 'Too soon.',
      history: [...change.history, { type: 'discussed', ...no, comment: 'Too soon.' }],
    };
    expect(card(returned, dana)).toMatchObject({
      ask: 'resubmit',
      outcome: 'Returned, since Hazel Head did not agree on 11 November 2026, 09:00.',
      comment: { by: 'Hazel Head', text: 'Too soon.' },
    });
  });
  it('a change that the Board confirmed as something else', () => {
    const change = decidedChange({ id: changeId(1) });
    const other = smallFramework.categories.find(({ code }) => code === category.stabilise);
    const { described } = change;
    if (!described || !other) throw new Error('The change of this test describes its categories.');
    const made = card(
      { ...change, to: other.code, described: { ...described, to: other, proposed: described.to } },
      dana,
    );
    expect(made).toMatchObject({ to: { word: 'Stabilise' }, insteadOf: { word: 'Repair' } });
    expect(ChangeCard.parse(made)).toEqual(made);
  });
});

describe('what has changed since the evidence was frozen', () => {
  const drawnWith = (changedSince: ChangeCardInput['changedSince']) =>
    changeCardFor({
      change: atApprove(),
      academy: alder,
      framework: smallFramework,
      viewer: cora,
      people,
      nameOf,
      today,
      changedSince,
      seen: 'these',
    });

  it('is told in the words and the order of the frozen model, a side that nobody judged left out', () =>
    expect(
      drawnWith([
        { area: area.attendance, then: level.assured, now: level.intervention },
        { area: area.vacancies, now: level.assured },
      ]),
    ).toMatchObject({
      seen: 'these',
      changedSince: [
        { area: 'Vacancies', now: { word: 'Assured' } },
        { area: 'Attendance', then: { word: 'Assured' }, now: { word: 'Intervention required' } },
      ],
    }));

  it('is told by the words of another version where that judged it', () => {
    const [scale] = smallFramework.scales;
    const was = scale?.levels.find(({ code }) => code === level.assured);
    if (!was) throw new Error('no such level');
    const as = { ...was, name: 'Fully assured', symbol: '★', tone: 'exceptional' as const };
    expect(drawnWith([{ area: area.attendance, then: level.assured, now: level.assured, as }]).changedSince).toEqual([
      { area: 'Attendance', then: markOf(was), now: markOf(as) },
    ]);
  });

  it('is nothing where the proposal had no row', () => expect(drawnWith([]).changedSince).toEqual([]));
});
