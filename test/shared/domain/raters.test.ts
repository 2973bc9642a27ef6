import { mayRate, ratesInTurn } from '../../../shared/domain/judging';
import type { Judging } from '../../../shared/schema/framework';
import type { GroupCode } from '../../../shared/schema/ids';
import type { Academy } from '../../../shared/schema/people';
import { judgedBy } from '../../support/builders/framework';
import { group } from '../../support/builders/ids';
import { alder, birch, callerNames, callers, type CallerName } from '../../support/builders/people';

type Rater = Judging['raters'][number];
const all: readonly Rater[] = ['headTeacher', 'directorOfEducation', 'functionLead', 'ceo'];
/** Every set of raters that a framework may name. */
const sets = Array.from({ length: 2 ** all.length - 1 }, (_, i) => all.filter((_rater, bit) => ((i + 1) >> bit) & 1));

const roleOf: Partial<Record<CallerName, Rater>> = {
  headTeacher: 'headTeacher',
  director: 'directorOfEducation',
  primaryDirector: 'directorOfEducation',
  functionLead: 'functionLead',
  ceo: 'ceo',
};
/** How far the trust's table lets each judge: their own academy, their phase (Alder is a primary), their functions. */
const reaches = (name: CallerName, academy: Academy, of: GroupCode): boolean => {
  if (name === 'headTeacher' || name === 'primaryDirector') return academy === alder;
  return name === 'functionLead' ? of === group.staffing : true;
};

describe.each(sets.map((raters) => [raters.join(', '), raters] as const))('judged by %s', (_, raters) => {
  const framework = judgedBy({ raters: [...raters] });
  it.each(callerNames)('%s', (name) => {
    const role = roleOf[name];
    for (const academy of [alder, birch])
      for (const of of Object.values(group)) {
        const expected = role !== undefined && raters.includes(role) && reaches(name, academy, of);
        expect([academy.name, of, mayRate(framework, callers[name], { academy, group: of })]).toEqual([
          academy.name,
          of,
          expected,
        ]);
        // The CEO may judge, but nobody waits for it.
        expect(ratesInTurn(framework, callers[name], { academy, group: of })).toBe(expected && name !== 'ceo');
      }
  });
});

it('a framework that judges nothing is judged by nobody', () => {
  const { judging: _, ...framework } = judgedBy({});
  for (const name of callerNames)
    expect(mayRate(framework, callers[name], { academy: alder, group: group.staffing })).toBe(false);
});

it('who is both judges as far as either role reaches', () => {
  const both = { ...callers.functionLead, roles: [...callers.functionLead.roles, ...callers.headTeacher.roles] };
  const framework = judgedBy({ raters: ['headTeacher', 'functionLead'] });
  expect(mayRate(framework, both, { academy: alder, group: group.school })).toBe(true);
  expect(mayRate(framework, both, { academy: birch, group: group.staffing })).toBe(true);
  expect(mayRate(framework, both, { academy: birch, group: group.school })).toBe(false);
  expect(mayRate(judgedBy({ raters: ['headTeacher'] }), both, { academy: birch, group: group.staffing })).toBe(false);
});
