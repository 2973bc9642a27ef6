import { holdsRouteRole, mayPropose, mayReadChange } from '../../../shared/domain/policy';
import { RouteRole, type RouteStep } from '../../../shared/schema/route';
import { committee } from '../../support/builders/ids';
import {
  alder,
  birch,
  birchHead,
  bo,
  callers,
  carys,
  coHead,
  cora,
  dana,
  hazel,
  primaryDirector,
} from '../../support/builders/people';

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
