import { roleWords } from '../../../shared/domain/roleWords';
import { smallFramework } from '../../support/builders/framework';
import { committee, group, urn } from '../../support/builders/ids';
import { alder } from '../../support/builders/people';

const academies = [{ urn: alder.urn, name: alder.name, phase: alder.phase }];
const words = (role: Parameters<typeof roleWords>[0]) => roleWords(role, { academies, groups: smallFramework.groups });

describe('roles in words', () => {
  it('names the academy, or its number where the name is not ours to see', () => {
    expect(words({ role: 'headTeacher', academy: alder.urn })).toBe(`Head teacher (${alder.name})`);
    expect(words({ role: 'localGovernor', academy: urn.birch })).toBe('Local governor (academy 100002)');
  });
  it('names functions and phases', () => {
    expect(words({ role: 'functionLead', groups: [group.staffing] })).toBe('Function lead (Staffing)');
    expect(words({ role: 'directorOfEducation', phases: ['primary', 'special'] })).toBe(
      'Director of education (Primary and Special)',
    );
  });
  it('names the committee, or its code where the model has it no more', () => {
    const role = { role: 'committeeMember', committee: committee.learning } as const;
    const committees = [{ code: committee.learning, name: 'Learning Committee' }];
    expect(roleWords(role, { academies, groups: [], committees })).toBe('Committee member (Learning Committee)');
    expect(roleWords(role, { academies, groups: [] })).toBe(`Committee member (${role.committee})`);
  });
  it('has nothing to add where a role reaches everything', () => {
    expect(words({ role: 'ceo' })).toBe('CEO');
    expect(words({ role: 'directorOfEducation' })).toBe('Director of education');
  });
});
