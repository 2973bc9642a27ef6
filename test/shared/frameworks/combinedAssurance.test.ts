import { checkFramework } from '../../../shared/domain/checkFramework';
import { findArea, scaleOf } from '../../../shared/domain/framework';
import { readBand } from '../../../shared/domain/kpis';
import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework, type Area, type Kpi, type Scale } from '../../../shared/schema/framework';
import { AreaCode } from '../../../shared/schema/ids';

/** Everything here is held against the source document, 'Combined assurance' (seed 004), not against the pack. */
const framework = Framework.parse(pack);

const areaOf = (code: string): Area => {
  const area = findArea(framework, AreaCode.parse(code));
  if (!area) throw new Error(`No area ${code}`);
  return area;
};
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
  it('has no mistake that checkFramework finds', () => expect(checkFramework(framework)).toEqual([]));

  it('fits a list item, with the defaults that parsing adds', () => {
    expect(JSON.stringify(pack).length).toBeLessThan(60_000);
    const stored = { name: 'framework:combinedAssurance@1', framework };
    expect(JSON.stringify(stored).length).toBeLessThan(60_000);
  });

  it('says nothing that the schema would drop', () => {
    const kept = (given: unknown, parsed: unknown, path: string): void => {
      if (typeof given !== 'object' || given === null) return expect([path, parsed]).toEqual([path, given]);
      for (const [key, value] of Object.entries(given)) kept(value, Reflect.get(Object(parsed), key), `${path}.${key}`);
    };
    kept(pack, framework, 'pack');
  });

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
    const counts = Object.fromEntries(linesOf(areaOf(code)).map(([level, lines]) => [level, lines.length]));
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
    const lines = linesOf(areaOf(code)).find(([l]) => l === level)?.[1] ?? [];
    expect(lines.join(' ').match(/\d+(\.\d+)?%/g) ?? []).toEqual(figures);
  });

  it('says each thing once per level', () => {
    for (const area of framework.areas)
      for (const [level, lines] of linesOf(area)) expect([level, new Set(lines).size]).toEqual([level, lines.length]);
  });
});

/** KPI, then values with the level that the source gives them; at a shared edge or overlap the cautious one. */
const edges: [string, string, [number, string][]][] = [
  [
    'behaviour',
    'seriousIncidentRate',
    [
      [0, 'A'],
      [299.9, 'A'],
      [300, 'P'],
      [500, 'P'],
      [500.1, 'I'],
      [900, 'I'],
    ],
  ],
  [
    'behaviour',
    'rpiRate',
    [
      [199.9, 'A'],
      [200, 'P'],
      [300, 'P'],
      [300.1, 'I'],
    ],
  ],
  [
    'attendance',
    'attendanceRate',
    [
      [100, 'A'],
      [70.1, 'A'],
      [70, 'P'],
      [50, 'P'],
      [49.9, 'I'],
      [0, 'I'],
    ],
  ],
  [
    'attendance',
    'valueAdded',
    [
      [30, 'A'],
      [10.1, 'A'],
      [10, 'P'],
      [0, 'P'],
      [-0.1, 'I'],
      [-20, 'I'],
    ],
  ],
  [
    'persistentAbsence',
    'persistentAbsenceRate',
    [
      [74.4, 'A'],
      [74.5, 'P'],
      [90, 'P'],
      [90.1, 'I'],
    ],
  ],
  [
    'persistentAbsence',
    'severeAbsenceRate',
    [
      [26.9, 'A'],
      [27, 'P'],
      [27.9, 'P'],
      [28, 'P'],
      [40, 'P'],
      [40.1, 'I'],
    ],
  ],
  [
    'suspensions',
    'suspensionRate',
    [
      [49.9, 'A'],
      [50, 'P'],
      [129, 'P'],
      [129.1, 'I'],
      [250, 'I'],
    ],
  ],
  [
    'suspensions',
    'repeatedSuspensionRate',
    [
      [0, 'A'],
      [9.9, 'A'],
      [10, 'P'],
      [25, 'P'],
      [25.1, 'I'],
    ],
  ],
  [
    'partialTimetables',
    'partialTimetableRate',
    [
      [0, 'A'],
      [9.9, 'A'],
      [10, 'P'],
      [20, 'P'],
      [20.1, 'I'],
    ],
  ],
  [
    'progressReading',
    'readingOnTrack',
    [
      [100, 'A'],
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
  [
    'progressWriting',
    'writingOnTrack',
    [
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
  [
    'mathematics',
    'mathematicsOnTrack',
    [
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
];
const letters: Record<string, string> = { A: 'assured', P: 'actions', I: 'intervention' };

describe('the KPIs', () => {
  const kpiOf = (area: string, code: string): Kpi => {
    const kpi = areaOf(area).kpis.find((k) => k.code === code);
    if (!kpi) throw new Error(`No KPI ${code}`);
    return kpi;
  };
  const words = (area: string, code: string) => kpiOf(area, code).bands.map((band) => `${band.level}: ${band.words}`);

  it('are the twelve of the source, all in percent', () => {
    const all = framework.areas.flatMap((area) => area.kpis.map((kpi) => [area.code, kpi.code]));
    expect(all).toEqual(edges.map(([area, code]) => [area, code]));
    expect(new Set(framework.areas.flatMap(({ kpis }) => kpis.map(({ unit }) => unit)))).toEqual(new Set(['percent']));
  });

  it.each(edges)('%s: %s is read at every edge as the source has it', (areaCode, code, values) => {
    const area = areaOf(areaCode);
    expect(scaleOf(framework, area)).toBe(rag());
    const read = values.map(([value]) => [value, readBand(kpiOf(areaCode, code), rag(), value).level?.code]);
    expect(read).toEqual(values.map(([value, letter]) => [value, letters[letter]]));
  });

  it('hold the edges that the source shares and overlaps in both bands', () => {
    const both = (area: string, code: string, value: number) => readBand(kpiOf(area, code), rag(), value).why;
    expect(both('persistentAbsence', 'severeAbsenceRate', 27)).toMatch(
      /Actions in place and Assured; the more cautious/,
    );
    expect(both('persistentAbsence', 'severeAbsenceRate', 27.9)).toMatch(/the more cautious/);
    expect(both('persistentAbsence', 'severeAbsenceRate', 28)).not.toMatch(/the more cautious/);
    expect(both('suspensions', 'repeatedSuspensionRate', 10)).toMatch(/the more cautious/);
    expect(both('partialTimetables', 'partialTimetableRate', 10)).toMatch(/the more cautious/);
    expect(both('progressReading', 'readingOnTrack', 50)).toMatch(/the more cautious/);
    expect(both('behaviour', 'seriousIncidentRate', 300)).not.toMatch(/the more cautious/);
  });

  it('reads nothing into a share below 0, which can only be a slip', () => {
    expect(readBand(kpiOf('partialTimetables', 'partialTimetableRate'), rag(), -3).level).toBeUndefined();
  });

  it('say their bands in words', () => {
    expect(words('behaviour', 'seriousIncidentRate')).toEqual([
      'assured: below 300',
      'actions: 300 to 500',
      'intervention: above 500',
    ]);
    expect(words('attendance', 'valueAdded')).toEqual([
      'assured: above 10',
      'actions: 0 to 10',
      'intervention: below 0',
    ]);
    expect(words('persistentAbsence', 'severeAbsenceRate')).toEqual([
      'assured: below 28',
      'actions: 27 to 40',
      'intervention: above 40',
    ]);
    expect(words('progressWriting', 'writingOnTrack')).toEqual([
      'assured: 50 or above',
      'actions: 35 to 50',
      'intervention: below 35',
    ]);
  });
});

describe('the route of a category change', () => {
  it('hears the head teacher, asks the CEO and ends with the Board', () => {
    expect(framework.categoryRoute).toEqual({
      proposers: ['directorOfEducation', 'ceo'],
      proposerMayApprove: true,
      steps: [
        { kind: 'discuss', by: 'headTeacher' },
        { kind: 'approve', by: 'ceo' },
        { kind: 'confirm', by: 'boardMember' },
      ],
    });
  });
});
