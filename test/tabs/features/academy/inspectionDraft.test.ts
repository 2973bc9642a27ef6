import {
  emptyDraft,
  errorsIn,
  inspectionOf,
  type InspectionDraft,
} from '../../../../tabs/features/academy/inspectionDraft';

const today = '2026-11-20';
const single: InspectionDraft = { ...emptyDraft, on: '2023-03-14', overall: 'good' };
const card: InspectionDraft = {
  ...emptyDraft,
  report: 'reportCard',
  on: '2026-02-03',
  safeguarding: 'met',
  grades: { grades: {}, reportCard: { Inclusion: 'strongStandard', Achievement: '' } },
};

describe('an inspection as it is entered', () => {
  it('is the single grade that was chosen', () =>
    expect(inspectionOf(single, today)).toEqual({ report: 'grades', on: '2023-03-14', overall: 'good', grades: [] }));

  it('has no overall grade where none was chosen', () => {
    const grades = { ...emptyDraft.grades, grades: { 'Personal development': 'outstanding' } };
    expect(inspectionOf({ ...single, overall: '', grades }, today)).toEqual({
      report: 'grades',
      on: '2023-03-14',
      grades: [{ area: 'Personal development', grade: 'outstanding' }],
    });
  });

  it('is the report card with the areas that were graded', () =>
    expect(inspectionOf(card, today)).toEqual({
      report: 'reportCard',
      on: '2026-02-03',
      grades: [{ area: 'Inclusion', grade: 'strongStandard' }],
      safeguarding: 'met',
    }));

  it('takes nothing over from the other kind', () => {
    const changedMind: InspectionDraft = { ...card, overall: 'good', report: 'grades' };
    expect(inspectionOf(changedMind, today)?.grades).toEqual([]);
    expect(inspectionOf({ ...single, report: 'reportCard', safeguarding: 'met' }, today)).toBeUndefined();
  });

  it.each([
    ['no date', { ...single, on: '' }, ['on']],
    ['a date in the future', { ...single, on: '2026-11-21' }, ['on']],
    ['no grade at all', { ...single, overall: '' }, ['grades']],
    ['a report card without an area', { ...card, grades: emptyDraft.grades }, ['grades']],
    ['a report card that says nothing of safeguarding', { ...card, safeguarding: '' }, ['safeguarding']],
    ['nothing', { ...emptyDraft, report: 'reportCard' }, ['on', 'grades', 'safeguarding']],
  ] as const)('is not complete: %s', (_, draft, places) => {
    expect(Object.keys(errorsIn(draft, today))).toEqual(places);
    expect(inspectionOf(draft, today)).toBeUndefined();
  });

  it('may have been today', () => expect(inspectionOf({ ...single, on: today }, today)).toBeDefined());
});
