import { mistakesAfter, placesAfter, soundDocument } from '../../../support/builders/frameworkDocument';

const [route] = soundDocument().routes;
const discuss = { kind: 'discuss', by: 'headTeacher' };
const represent = { kind: 'represent', by: 'headTeacher' };
const approve = { kind: 'approve', by: 'ceo' };
const confirm = { kind: 'confirm', by: 'boardMember' };
const someone = '00000000-0000-4000-8000-000000000001';

const after = (changes: object) => placesAfter({ 'routes.0': { ...route, ...changes } });
const steps = (...list: object[]) =>
  after({ steps: list, proposers: ['directorOfEducation'], proposerMayApprove: false });

describe('a route in order', () => {
  it.each([
    ['one decision', [approve]],
    ['hearing, then a decision', [represent, discuss, approve]],
    ['two decisions before the Board', [approve, { kind: 'approve', by: 'boardMember' }, confirm]],
    ['a discussion between decisions', [approve, discuss, confirm]],
    ['a head teacher who must agree', [{ ...discuss, mustAgree: true }, approve]],
    ['a Board that may choose', [{ ...confirm, mayChangeCategory: true }]],
    ['a committee', [{ kind: 'confirm', by: 'committeeMember', committee: 'board' }]],
    ['a person', [{ kind: 'approve', by: 'person', person: someone }]],
  ])('%s', (_, list) => expect(steps(...list)).toEqual([]));
});

describe('a route that nobody can complete', () => {
  it.each([
    ['decides nothing', [discuss], ['routes.0.steps.0']],
    ['ends without a decision', [approve, discuss], ['routes.0.steps.1']],
    ['goes on after it is final', [confirm, approve], ['routes.0.steps.0']],
    ['hears the academy after a decision', [approve, represent, confirm], ['routes.0.steps.1']],
    ['has the same step twice', [approve, approve], ['routes.0.steps.1']],
    ['has a committee without saying which', [{ kind: 'confirm', by: 'committeeMember' }], ['routes.0.steps.0']],
    [
      'has a committee that there is not',
      [{ kind: 'confirm', by: 'committeeMember', committee: 'audit' }],
      ['routes.0.steps.0.committee'],
    ],
    ['names a committee for a role', [{ ...approve, committee: 'board' }], ['routes.0.steps.0.committee']],
    ['has a person without saying who', [{ kind: 'approve', by: 'person' }], ['routes.0.steps.0']],
    ['names a person for a role', [{ ...approve, person: someone }], ['routes.0.steps.0.person']],
    ['asks a decision for agreement', [{ ...approve, mustAgree: true }], ['routes.0.steps.0.mustAgree']],
    [
      'lets an approval choose another category',
      [{ ...approve, mayChangeCategory: true }],
      ['routes.0.steps.0.mayChangeCategory'],
    ],
  ])('%s', (_, list, paths) => expect(steps(...list)).toEqual(paths));

  it.each([
    ['a proposer named twice', { proposers: ['ceo', 'ceo'] }, ['routes.0.proposers.1']],
    ['own approval that nobody confirms', { steps: [discuss, approve] }, ['routes.0.proposerMayApprove']],
    ['the only proposer as the only approver', { proposerMayApprove: false }, ['routes.0.proposers']],
    [
      'the only proposer as the one who confirms',
      { steps: [approve, { kind: 'confirm', by: 'ceo' }] },
      ['routes.0.proposers'],
    ],
  ])('%s', (_, changes, paths) => expect(after(changes)).toEqual(paths));

  it('is none where another proposer can, or where a body has several members', () => {
    expect(after({ proposers: ['ceo', 'directorOfEducation'], proposerMayApprove: false })).toEqual([]);
    expect(after({ proposers: ['boardMember'], proposerMayApprove: false, steps: [approve, confirm] })).toEqual([]);
  });

  it('has a committee as its proposer, and there is none', () =>
    expect(placesAfter({ committees: [], 'routes.0': { ...route, proposers: ['committeeMember'] } })).toEqual([
      'routes.0.proposers.0',
    ]));
});

describe('routes and categories', () => {
  it('need each other', () => {
    expect(placesAfter({ routes: [] })).toEqual(['routes']);
    expect(placesAfter({ categories: [] })).toEqual(['routes']);
  });

  it('have codes and names of their own', () =>
    expect(placesAfter({ routes: [route, route] })).toEqual(['routes.1', 'routes.1']));

  it('are told what would be right', () => {
    expect(mistakesAfter({ 'routes.0.proposerMayApprove': false })[0]?.message).toBe(
      "On the route 'yearly' whoever proposes is also the only one who could decide, so it can never be completed; add another proposer, or say true for 'proposerMayApprove' and let it be confirmed.",
    );
    expect(mistakesAfter({ 'routes.0.steps': [discuss] }).map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "Nobody decides on the route 'yearly', so it can never be completed; add a step 'approve' or 'confirm' at its end.",
      ]),
    );
  });
});
