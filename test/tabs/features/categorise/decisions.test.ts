import type { ChangeAction } from '../../../../shared/schema/changeViews';
import { decisionAct } from '../../../../tabs/features/categorise/decisionAct';
import { proposalErrors } from '../../../../tabs/features/categorise/proposalErrors';
import { stepWords } from '../../../../tabs/features/categorise/routeWords';
import { category } from '../../../support/builders/ids';

const change = { round: 2, step: 1 };
const said = { text: 'Because.', day: '2026-11-20' };

describe('a decision carries the round and step that the person had in sight', () => {
  it.each<[ChangeAction, string, object]>([
    ['agree', 'discuss', { round: 2, step: 1, agrees: true, comment: 'Because.' }],
    ['comment', 'discuss', { round: 2, step: 1, agrees: false, comment: 'Because.' }],
    ['approve', 'approve', { round: 2, step: 1, comment: 'Because.' }],
    ['confirm', 'confirm', { round: 2, step: 1, meetingDate: '2026-11-20', comment: 'Because.' }],
    ['return', 'return', { round: 2, step: 1, comment: 'Because.' }],
    ['reject', 'reject', { round: 2, step: 1, comment: 'Because.' }],
    ['resubmit', 'resubmit', { round: 2, rationale: 'Because.', effectiveFrom: '2026-11-20' }],
    ['withdraw', 'withdraw', { reason: 'Because.' }],
  ])('%s', (action, act, expected) => {
    expect(decisionAct(change, action, said)).toEqual({ act, said: expected });
  });
});

describe('the route in words', () => {
  it('names the step and the role', () => {
    expect(stepWords({ kind: 'discuss', by: 'headTeacher' })).toBe('Discussion with the head teacher');
    expect(stepWords({ kind: 'approve', by: 'ceo' })).toBe('Approval by the CEO');
    expect(stepWords({ kind: 'confirm', by: 'boardMember' })).toBe('Confirmation by the Board');
    expect(stepWords({ kind: 'approve', by: 'directorOfEducation' })).toBe('Approval by the director of education');
  });
});

describe('a proposal', () => {
  it('says for each field what is missing', () => {
    expect(Object.keys(proposalErrors({ to: undefined, effectiveFrom: '', rationale: ' ' }))).toEqual([
      'to',
      'effectiveFrom',
      'rationale',
    ]);
    expect(proposalErrors({ to: category.repair, effectiveFrom: '2026-12-01', rationale: 'Why' })).toEqual({});
  });
});
