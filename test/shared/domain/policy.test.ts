import { holdsRouteRole, may, mayPropose, mayReadChange, permissions, type Act } from '../../../shared/domain/policy';
import { Role } from '../../../shared/schema/people';
import { RouteRole, type RouteStep } from '../../../shared/schema/route';
import { committee, group } from '../../support/builders/ids';
import {
  alder,
  birch,
  birchHead,
  bo,
  callers as usualCallers,
  carys,
  coHead,
  cora,
  dana,
  hazel,
  primaryDirector,
} from '../../support/builders/people';

const callers = { ...usualCallers, committeeMember: carys };
type CallerName = keyof typeof callers;
const callerNames = Object.keys(callers) as CallerName[];

type Reach = 'no' | 'all' | 'ownAcademy' | 'ownPhase' | 'ownFunction';
type Line = Record<Exclude<CallerName, 'director' | 'noRole'>, Reach>;
const nobodyElse = {
  headTeacher: 'no',
  primaryDirector: 'no',
  functionLead: 'no',
  ceo: 'no',
  boardMember: 'no',
  committeeMember: 'no',
  localGovernor: 'no',
  administrator: 'no',
} satisfies Line;

/** `domain.md`, 'Who may do what', and rule 4. A director without phases reaches what a phase's director reaches, everywhere. */
const table: Record<Act, Line> = {
  openReviews: { ...nobodyElse, primaryDirector: 'ownPhase', ceo: 'all', administrator: 'all' },
  leadInTurn: { ...nobodyElse, primaryDirector: 'ownPhase' },
  rateArea: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
  },
  rateInTurn: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
  },
  sendForSignOff: { ...nobodyElse, primaryDirector: 'ownPhase', ceo: 'all' },
  decideSignOff: { ...nobodyElse, headTeacher: 'ownAcademy', primaryDirector: 'ownPhase', ceo: 'all' },
  reopenReview: { ...nobodyElse, primaryDirector: 'ownPhase', ceo: 'all' },
  readReview: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
    localGovernor: 'ownAcademy',
  },
  readDraftLevels: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
  },
  readMatrix: {
    ...nobodyElse,
    primaryDirector: 'all',
    functionLead: 'ownFunction',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
  },
  readRationale: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
    localGovernor: 'ownAcademy',
  },
  readStaffMatters: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
  },
  proposeCategory: {
    ...nobodyElse,
    primaryDirector: 'ownPhase',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
  },
  readCategoryChange: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
  },
  readAcademy: {
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    functionLead: 'ownFunction',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
    localGovernor: 'ownAcademy',
    administrator: 'all',
  },
  recordHistoric: { ...nobodyElse, primaryDirector: 'ownPhase', ceo: 'all', administrator: 'all' },
  readSupport: {
    ...nobodyElse,
    headTeacher: 'ownAcademy',
    primaryDirector: 'ownPhase',
    ceo: 'all',
    boardMember: 'all',
    localGovernor: 'ownAcademy',
  },
  administer: { ...nobodyElse, administrator: 'all' },
};
const acts = Object.keys(table) as Act[];

const targetsAt = { own: { academy: alder }, other: { academy: birch }, none: {} };
const groupsAt = { own: { group: group.staffing }, other: { group: group.school }, none: {} };
type Place = keyof typeof targetsAt;
const places: readonly Place[] = ['own', 'other', 'none'];

const expected = (reach: Reach, academy: Place, fn: Place): boolean => {
  const meaning = {
    no: false,
    all: true,
    ownAcademy: academy === 'own',
    ownPhase: academy !== 'other',
    ownFunction: fn !== 'other',
  } satisfies Record<Reach, boolean>;
  return meaning[reach];
};

const reachOf = (caller: CallerName, act: Act): Reach => {
  if (caller === 'noRole') return 'no';
  if (caller === 'director') return table[act].primaryDirector === 'no' ? 'no' : 'all';
  return table[act][caller];
};

describe('the table is complete', () => {
  it('has a line for every act', () => expect([...acts].sort()).toEqual(Object.keys(permissions).sort()));
  it('has a person for every role', () => {
    const held = Object.values(callers).flatMap((person) => person.roles.map(({ role }) => role));
    expect([...new Set(held)].sort()).toEqual(
      Role.def.options.flatMap((option) => option.shape.role.def.values).sort(),
    );
  });
});

describe.each(callerNames)('%s', (caller) => {
  it.each(acts)('%s', (act) => {
    for (const academy of places)
      for (const fn of places)
        expect([academy, fn, may(callers[caller], act, { ...targetsAt[academy], ...groupsAt[fn] })]).toEqual([
          academy,
          fn,
          expected(reachOf(caller, act), academy, fn),
        ]);
  });
});

describe('a person with several roles', () => {
  const both = { ...hazel, roles: [...hazel.roles, ...birchHead.roles, ...bo.roles] };
  it('may do what any of them allows, as far as that one reaches', () => {
    expect(may(both, 'decideSignOff', { academy: alder })).toBe(true);
    expect(may(both, 'decideSignOff', { academy: birch })).toBe(true);
    expect(may(both, 'readMatrix')).toBe(true);
    expect(may(both, 'administer')).toBe(false);
    expect(may(both, 'readReview', { academy: { ...birch, urn: '100009' as typeof birch.urn } })).toBe(false);
  });
});

describe('a step of a route belongs to', () => {
  const holders: Record<RouteRole, { yes: (typeof hazel)[]; no: (typeof hazel)[] }> = {
    headTeacher: { yes: [hazel, coHead], no: [birchHead, cora, bo, dana] },
    ceo: { yes: [cora], no: [hazel, dana, bo] },
    boardMember: { yes: [bo], no: [hazel, cora, callers.localGovernor, carys] },
    directorOfEducation: { yes: [dana, primaryDirector], no: [hazel, cora, bo] },
    committeeMember: { yes: [carys], no: [bo, cora, hazel] },
  };
  it.each(RouteRole.options)('%s', (by) => {
    for (const person of holders[by].yes)
      expect([person.name, holdsRouteRole(person, { by }, alder)]).toEqual([person.name, true]);
    for (const person of holders[by].no)
      expect([person.name, holdsRouteRole(person, { by }, alder)]).toEqual([person.name, false]);
  });
  it('not the director of another phase', () =>
    expect(holdsRouteRole(primaryDirector, { by: 'directorOfEducation' }, birch)).toBe(false));
  it('the committee that it names, and no other', () => {
    const held = (code: typeof committee.learning) =>
      holdsRouteRole(carys, { by: 'committeeMember', committee: code }, alder);
    expect(held(committee.learning)).toBe(true);
    expect(held(committee.finance)).toBe(false);
  });
  it('the person that it names, whatever their role', () => {
    expect(holdsRouteRole(callers.noRole, { by: 'person', person: callers.noRole.id }, alder)).toBe(true);
    expect(holdsRouteRole(cora, { by: 'person', person: callers.noRole.id }, alder)).toBe(false);
    expect(holdsRouteRole(cora, { by: 'person' }, alder)).toBe(false);
  });
});

describe('proposing takes the trust’s table and the route', () => {
  const proposes = (person: typeof hazel, proposers: RouteRole[], academy = alder) =>
    mayPropose(person, { proposers }, academy);
  it.each<[string, typeof hazel, RouteRole[], boolean]>([
    ['a director whom it names', dana, ['directorOfEducation'], true],
    ['a director whom it does not name', dana, ['ceo'], false],
    ['a board member whom it names', bo, ['boardMember'], true],
    ['a board member whom it does not name', bo, ['ceo', 'directorOfEducation'], false],
    ['a committee’s member whom it names', carys, ['committeeMember'], true],
    ['a committee’s member whom it does not name', carys, ['boardMember'], false],
    ['a head teacher, though it names them: they may ask', hazel, ['headTeacher'], false],
    ['nobody without a role', callers.noRole, ['ceo', 'boardMember'], false],
  ])('%s', (_, person, proposers, outcome) => expect(proposes(person, proposers)).toBe(outcome));
  it('a phase’s director for their phase alone', () => {
    expect(proposes(primaryDirector, ['directorOfEducation'])).toBe(true);
    expect(proposes(primaryDirector, ['directorOfEducation'], birch)).toBe(false);
  });
  it('the role that it names must be the one that may: a head who is a director too proposes as a director only', () => {
    const both = { ...hazel, roles: [...hazel.roles, ...dana.roles] };
    expect(proposes(both, ['headTeacher'])).toBe(false);
    expect(proposes(both, ['directorOfEducation'])).toBe(true);
  });
});

describe('a change is read', () => {
  const approvedBy = (step: Omit<RouteStep, 'kind'>) => ({ steps: [{ kind: 'approve' as const, ...step }] });
  it('by the trust’s table', () => {
    expect(mayReadChange(cora, approvedBy({ by: 'ceo' }), alder)).toBe(true);
    expect(mayReadChange(birchHead, approvedBy({ by: 'ceo' }), alder)).toBe(false);
  });
  it('and by the person whom a step names', () => {
    const { functionLead } = callers;
    expect(mayReadChange(functionLead, approvedBy({ by: 'person', person: functionLead.id }), alder)).toBe(true);
    expect(mayReadChange(functionLead, approvedBy({ by: 'person', person: cora.id }), alder)).toBe(false);
    expect(mayReadChange(functionLead, approvedBy({ by: 'ceo' }), alder)).toBe(false);
  });
});
