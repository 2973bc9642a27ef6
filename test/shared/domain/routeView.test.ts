import { heardWords, stepSince, viewRoute } from '../../../shared/domain/routeView';
import { bodyOf, holderWords, stepWords } from '../../../shared/domain/routeWords';
import { holdsRouteRole } from '../../../shared/domain/policy';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { RouteStep } from '../../../shared/schema/route';
import {
  atConfirm,
  changeAt,
  recordedChange,
  resubmittedChange,
  type ChangePlace,
} from '../../support/builders/changes';
import { committee } from '../../support/builders/ids';
import { alder, hazel, nameOf, people } from '../../support/builders/people';

const committees = [{ code: committee.learning, name: 'Learning Committee' }];
const view = (change: CategoryChange) =>
  viewRoute(change, {
    holders: (step) => people.filter((person) => holdsRouteRole(person, step, alder)),
    whoIs: (id) => ({ id, name: nameOf(id), jobTitle: '' }),
    committees,
  });
const statuses = (change: CategoryChange) => view(change).map((step) => step.status);

describe('each step of the route', () => {
  const table: Record<ChangePlace, string[]> = {
    atDiscuss: ['current', 'later', 'later'],
    atApprove: ['done', 'current', 'later'],
    atConfirm: ['done', 'done', 'current'],
    returned: ['done', 'done', 'later'],
    decided: ['done', 'done', 'done'],
    rejected: ['done', 'done', 'skipped'],
    withdrawn: ['done', 'skipped', 'skipped'],
  };
  it.each(Object.entries(table))('of a change that is %s', (place, expected) =>
    expect(statuses(changeAt[place as ChangePlace]())).toEqual(expected),
  );
  it('begins afresh in the second round', () =>
    expect(statuses(resubmittedChange())).toEqual(['current', 'later', 'later']));
  it('of a recorded category was not needed', () =>
    expect(statuses(recordedChange())).toEqual(['skipped', 'skipped', 'skipped']));
});

describe('who has the change, and since when', () => {
  it('everybody who holds the step, and only at the step', () => {
    const steps = view(changeAt.atDiscuss());
    expect(steps.map((step) => step.waitingFor.map((who) => who.name))).toEqual([
      ['Hazel Head', 'Colin Cohead'],
      [],
      [],
    ]);
    expect(steps.map((step) => step.holder)).toEqual(['the head teacher', 'the CEO', 'the Board']);
    expect(steps[0]?.since).toBe(changeAt.atDiscuss().proposedAt);
    expect(steps[1]?.since).toBeUndefined();
  });
  it('since the event that brought it there', () => {
    expect(stepSince(atConfirm())).toBe(atConfirm().history.at(-1)?.at);
    expect(stepSince(resubmittedChange())).toBe(resubmittedChange().history.at(-1)?.at);
  });
});

describe('what came of a step', () => {
  it('tells who, when, what and the Board’s meeting', () => {
    const [discussed, approved, confirmed] = view(changeAt.decided());
    expect(discussed?.outcome).toMatchObject({
      by: { id: hazel.id, name: 'Hazel Head' },
      text: 'Agreed',
      comment: 'I agree.',
    });
    expect(approved?.outcome).toMatchObject({ text: 'Approved', comment: '' });
    expect(approved?.outcome?.meetingDate).toBeUndefined();
    expect(confirmed?.outcome).toMatchObject({ text: 'Confirmed', meetingDate: '2026-11-17' });
  });
  it.each([
    ['returned', 'Returned'],
    ['rejected', 'Rejected'],
  ] as const)('a change that is %s', (place, text) => expect(view(changeAt[place]())[1]?.outcome?.text).toBe(text));
  it('a comment is not an agreement', () => {
    const change = changeAt.atApprove();
    const history = change.history.map((event) => (event.type === 'discussed' ? { ...event, agrees: false } : event));
    expect(view({ ...change, history })[0]?.outcome?.text).toBe('Commented');
  });
});

describe('a step in words', () => {
  const names = { committees, nameOf };
  it.each<[RouteStep, string]>([
    [{ kind: 'discuss', by: 'headTeacher' }, 'The head teacher discusses'],
    [{ kind: 'represent', by: 'headTeacher' }, 'The head teacher may make representations'],
    [{ kind: 'approve', by: 'ceo' }, 'The CEO approves'],
    [{ kind: 'approve', by: 'directorOfEducation' }, 'The director of education approves'],
    [{ kind: 'confirm', by: 'boardMember' }, 'The Board confirms'],
    [{ kind: 'confirm', by: 'committeeMember', committee: committee.learning }, 'The Learning Committee confirms'],
    [{ kind: 'confirm', by: 'committeeMember', committee: committee.finance }, 'The committee confirms'],
    [{ kind: 'approve', by: 'person', person: hazel.id }, 'Hazel Head approves'],
    [{ kind: 'approve', by: 'person' }, 'A named person approves'],
  ])('%j', (step, words) => expect(stepWords(step, holderWords(step, names))).toBe(words));

  it('a body speaks through its member, a person for themselves', () => {
    expect(bodyOf({ by: 'boardMember' }, names)).toBe('the Board');
    expect(bodyOf({ by: 'committeeMember', committee: committee.learning }, names)).toBe('the Learning Committee');
    expect(bodyOf({ by: 'ceo' }, names)).toBeUndefined();
    expect(bodyOf({ by: 'person', person: hazel.id }, names)).toBeUndefined();
  });

  it.each<[RouteStep | undefined, boolean, string]>([
    [{ kind: 'discuss', by: 'headTeacher' }, true, 'Agreed'],
    [{ kind: 'discuss', by: 'headTeacher' }, false, 'Commented'],
    [{ kind: 'discuss', by: 'headTeacher', mustAgree: true }, false, 'Did not agree'],
    [{ kind: 'represent', by: 'headTeacher' }, false, 'Representations made'],
    [{ kind: 'represent', by: 'headTeacher' }, true, 'No representations'],
  ])('being heard at %j, agreeing: %s', (step, agrees, words) => expect(heardWords(step, agrees)).toBe(words));
});
