import {
  judgementChanged,
  kpisChanged,
  linkProblem,
  overtaken,
  savedDraft,
  unsaved,
} from '../../../../tabs/features/review/areaDraft';
import { areaErrors } from '../../../../tabs/features/review/areaErrors';
import { area, commandId, kpi, level } from '../../../support/builders/ids';
import { areaOf, judgedBy, unjudged } from './areaOf';

const attendance = areaOf(area.attendance);
const today = '2026-11-20';
const empty = savedDraft(attendance, unjudged, today);
const saved = savedDraft(attendance, judgedBy('first', 'Because.'), today);

describe('what is not saved yet', () => {
  it('is nothing to begin with', () => {
    expect(unsaved(empty, empty)).toBe(false);
    expect(empty.basedOn).toBeNull();
    expect(saved.basedOn).toBe(commandId('first'));
  });
  it('is a level, a rationale, a link', () => {
    expect(judgementChanged({ ...empty, level: level.assured }, empty)).toBe(true);
    expect(judgementChanged({ ...saved, rationale: 'Because of the figures.' }, saved)).toBe(true);
    expect(judgementChanged({ ...saved, evidence: [{ title: 'Report', url: 'https://x.example' }] }, saved)).toBe(true);
  });
  it('is not a blank at the end, nor an empty line for a link', () => {
    expect(unsaved({ ...saved, rationale: 'Because. ' }, saved)).toBe(false);
    expect(unsaved({ ...saved, evidence: [{ title: '', url: ' ' }] }, saved)).toBe(false);
  });
  it('is a measure with a value, not a date alone', () => {
    const typed = { value: '48.2', asAt: '2026-11-12', source: '' };
    expect(kpisChanged({ ...empty, kpis: { ...empty.kpis, [kpi.attendanceRate]: typed } }, empty)).toBe(true);
    expect(
      kpisChanged({ ...empty, kpis: { ...empty.kpis, [kpi.attendanceRate]: { ...typed, value: '' } } }, empty),
    ).toBe(false);
  });
});

describe('two people on one area', () => {
  const mine = { ...empty, level: level.assured, rationale: 'Mine.' };
  it('is told when somebody judged it after the draft was begun', () => expect(overtaken(mine, saved)).toBe(true));
  it('is none while nobody did', () => expect(overtaken(mine, empty)).toBe(false));
  it('is none once the draft is based on that judgement', () =>
    expect(overtaken({ ...mine, basedOn: commandId('first') }, saved)).toBe(false));
  it('is none where both say the same: it may be our own judgement, whose answer was lost', () =>
    expect(overtaken({ ...empty, level: level.actions, rationale: 'Because.' }, saved)).toBe(false));
});

describe('what keeps an area from being saved', () => {
  it('is a missing level, a missing reason, a half link', () => {
    const draft = { ...empty, rationale: '', evidence: [{ title: 'Report', url: 'http://x.example' }] };
    expect(areaErrors(draft, empty, 'Needed here')).toEqual([
      'Choose a level.',
      'Give your rationale.',
      'A link to evidence is not complete.',
    ]);
  });
  it('is not the judgement where only measures were typed', () => {
    const typed = { value: '48.2', asAt: '2026-11-12', source: '' };
    const draft = { ...empty, kpis: { ...empty.kpis, [kpi.attendanceRate]: typed } };
    expect(areaErrors(draft, empty, undefined)).toEqual([]);
    const wrong = { ...empty, kpis: { ...empty.kpis, [kpi.attendanceRate]: { ...typed, value: 'many' } } };
    expect(areaErrors(wrong, empty, undefined)).toEqual(['A measure is not filled in correctly.']);
  });
});

describe('links to evidence', () => {
  it.each(['http://x.example', 'x.example', 'javascript:alert(1)', 'https://', ''])('%s is none', (url) =>
    expect(linkProblem({ title: 'Report', url })).toContain('https://'),
  );
  it('needs to say what it shows', () =>
    expect(linkProblem({ title: ' ', url: 'https://x.example' })).toBe('Say what this link shows.'));
  it('is an https address', () =>
    expect(linkProblem({ title: 'Report', url: ' https://x.example/a?b=c ' })).toBeUndefined());
});
