import { changeCardFor } from '../../../../shared/domain/cards/changeCard';
import { ChangeCard } from '../../../../shared/schema/card';
import type { CategoryChange } from '../../../../shared/schema/categoryChange';
import { Framework } from '../../../../shared/schema/framework';
import type { Person } from '../../../../shared/schema/people';
import {
  atApprove,
  atConfirm,
  atDiscuss,
  changeAt,
  decidedChange,
  rejectedChange,
  returnedChange,
  withdrawnChange,
  withoutCopies,
} from '../../../support/builders/changes';
import { smallFramework } from '../../../support/builders/framework';
import { category, changeId, commandId } from '../../../support/builders/ids';
import { alder, bo, cora, dana, hazel, nameOf, people } from '../../../support/builders/people';
import { asSeen, card, routeOf, today } from '../../../support/builders/changeCards';

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
