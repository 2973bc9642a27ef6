import { may, permissions, type Act } from '../../../shared/domain/policy';
import { Role } from '../../../shared/schema/people';
import { group } from '../../support/builders/ids';
import { alder, birch, birchHead, bo, callers as usualCallers, carys, hazel } from '../../support/builders/people';

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
    committeeMember: 'all',
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
