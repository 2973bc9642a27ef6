import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework, type Area, type Scale } from '../../../shared/schema/framework';
import { areaIn } from './figures';

/** Everything here is held against the source document, 'Combined assurance' (seed 004), not against the pack. */
const framework = Framework.parse(pack);

const rag = (): Scale => {
  const scale = framework.scales[0];
  if (!scale) throw new Error('No scale');
  return scale;
};

const sourceAreas: Record<string, string[]> = {
  'Financial Management': [
    'Financial Planning (budget quality)',
    'Financial monitoring (budget ownership)',
    'Financial processing and controls',
    'Value for money',
    'Payroll (Controls and recs)',
  ],
  'Estates and Contracts': [
    'Assets strategy (premises condition)',
    'Statutory Compliance - H&S',
    'Statutory Compliance - Estates',
    'Performance quality of catering and cleaning',
  ],
  HR: [
    'Safer Recruitment Practice',
    'Sickness Absence Levels',
    'Disciplinary, Grievance and Capability',
    'Retention',
    'Vacancies',
  ],
  'Quality of Education': [
    'Behaviour',
    'Attendance',
    'Persistent Absence',
    'Suspensions',
    'Partial Timetables',
    'Teaching and Learning Effectiveness',
    'Safeguarding',
    'Progress Reading',
    'Progress Writing',
    'Mathematics',
    'Leadership and vision',
    'Progress towards School Development priorities',
    'SEND',
    'SEMH Progress and curriculum',
  ],
};

describe('the pack as a whole', () => {
  it('has 28 areas in four functions of 5, 4, 5 and 14, named and ordered as in the source', () => {
    const byGroup = framework.groups.map(({ code, name }) => [
      name,
      framework.areas.filter((area) => area.group === code).map((area) => area.name),
    ]);
    expect(byGroup).toEqual(Object.entries(sourceAreas));
    expect(framework.areas.map(({ name }) => name)).toEqual(Object.values(sourceAreas).flat());
    expect(framework.areas).toHaveLength(28);
  });

  it('keeps the rationales of HR from the Board, and of no other function', () => {
    expect(framework.groups.filter(({ staffMatters }) => staffMatters).map(({ name }) => name)).toEqual(['HR']);
  });

  it('judges on RAG: from worst to best by tone, word and symbol', () => {
    expect(framework.scales).toHaveLength(1);
    expect(
      rag().levels.map(({ name, alsoCalled, tone, symbol, needsIntervention }) => [
        name,
        alsoCalled,
        tone,
        symbol,
        needsIntervention,
      ]),
    ).toEqual([
      ['Intervention required', undefined, 'critical', '!', true],
      ['Actions in place', 'Not yet assured', 'caution', '◐', false],
      ['Assured', undefined, 'good', '✓', false],
    ]);
    expect(rag().levels.map(({ order }) => order)).toEqual([1, 2, 3]);
  });

  it('has criteria at every level for Quality of Education, and only there', () => {
    for (const area of framework.areas) {
      const levels = area.group === 'qualityOfEducation' ? ['actions', 'assured', 'intervention'] : [];
      expect([area.name, Object.keys(area.criteria).sort()]).toEqual([area.name, levels]);
    }
  });
});

/** The lines of the source's Appendix B, counted there: assured, not yet assured, intervention required. */
const criteriaCounts: Record<string, [number, number, number]> = {
  behaviour: [4, 4, 4],
  attendance: [3, 3, 3],
  persistentAbsence: [2, 2, 2],
  suspensions: [2, 2, 2],
  partialTimetables: [2, 2, 2],
  teachingAndLearning: [4, 2, 2],
  safeguarding: [3, 3, 4],
  progressReading: [2, 2, 2],
  progressWriting: [1, 1, 1],
  mathematics: [1, 1, 1],
  leadershipAndVision: [5, 5, 5],
  developmentPriorities: [5, 5, 5],
  send: [3, 3, 3],
  semh: [2, 2, 1],
};

describe('the criteria', () => {
  const linesOf = (area: Area) => Object.entries(area.criteria).map(([level, lines]) => [level, lines ?? []] as const);

  it.each(Object.entries(criteriaCounts))('%s has as many as the source', (code, [assured, actions, intervention]) => {
    const counts = Object.fromEntries(linesOf(areaIn(framework, code)).map(([level, lines]) => [level, lines.length]));
    expect(counts).toEqual({ assured, actions, intervention });
  });

  /** Every figure of the source's Appendix B, in its order. */
  it.each([
    ['behaviour', 'assured', ['300%', '200%']],
    ['behaviour', 'actions', ['300%', '500%', '200%', '300%']],
    ['behaviour', 'intervention', ['500%', '300%']],
    ['attendance', 'assured', ['70%', '10%']],
    ['attendance', 'actions', ['50%', '70%', '0%', '10%']],
    ['attendance', 'intervention', ['50%']],
    ['persistentAbsence', 'assured', ['74.5%', '28%']],
    ['persistentAbsence', 'actions', ['74.5%', '90%', '27%', '40%']],
    ['persistentAbsence', 'intervention', ['90%', '40%']],
    ['suspensions', 'assured', ['50%', '0%', '10%']],
    ['suspensions', 'actions', ['50%', '129%', '10%', '25%']],
    ['suspensions', 'intervention', ['129%', '25%']],
    ['partialTimetables', 'assured', ['0%', '10%']],
    ['partialTimetables', 'actions', ['10%', '20%']],
    ['partialTimetables', 'intervention', ['20%']],
    ['progressReading', 'assured', ['50%']],
    ['progressReading', 'actions', ['35%', '50%']],
    ['progressReading', 'intervention', ['35%']],
    ['progressWriting', 'actions', ['35%', '50%']],
    ['mathematics', 'actions', ['35%', '50%']],
    ['teachingAndLearning', 'assured', []],
    ['safeguarding', 'intervention', []],
  ])('%s at %s has the figures of the source', (code, level, figures) => {
    const lines = linesOf(areaIn(framework, code)).find(([l]) => l === level)?.[1] ?? [];
    expect(lines.join(' ').match(/\d+(\.\d+)?%/g) ?? []).toEqual(figures);
  });

  it('says each thing once per level', () => {
    for (const area of framework.areas)
      for (const [level, lines] of linesOf(area)) expect([level, new Set(lines).size]).toEqual([level, lines.length]);
  });
});
