import pack from '../../../shared/frameworks/riskMatrix.json';
import { Framework } from '../../../shared/schema/framework';
import { areaIn, scalesIn } from './figures';
import { itHasTheSixRecommendations } from './recommendations';

/** Everything here is held against the source document, the 'School Improvement Model' (seed 003), not the pack. */
const framework = Framework.parse(pack);

describe('the annual risk assessment matrix', () => {
  it('has the seven columns of the source under their heading', () => {
    expect(framework.groups.map(({ name }) => name)).toEqual(['Peer reviews, external audits, annual data']);
    expect(framework.areas.map(({ name, group, scale }) => [name, group, scale])).toEqual(
      [
        'The Quality of Education',
        'Statutory Annual Data',
        'Behaviour & Attitudes',
        'Personal Development',
        'Leadership & Management',
        'Early Years / Post-16',
        'Safeguarding',
      ].map((name) => [name, 'judgements', 'grade']),
    );
  });

  /** Columns of SharePoint are named after them: a code that is in use never changes. */
  it('keeps the codes of its areas', () => {
    expect(framework.areas.map(({ code }) => code)).toEqual([
      'qualityOfEducation',
      'statutoryData',
      'behaviourAndAttitudes',
      'personalDevelopment',
      'leadershipAndManagement',
      'earlyYearsPost16',
      'safeguarding',
    ]);
  });

  it('judges on the four judgements of the source', () => {
    expect(scalesIn(framework)).toEqual([
      [
        'Four judgements',
        [
          ['Inadequate', 'critical', '!', true],
          ['Requires improvement', 'caution', '△', false],
          ['Good', 'good', '●', false],
          ['Outstanding', 'exceptional', '✦', false],
        ],
      ],
    ]);
  });

  it('shows the three columns of historic information', () => {
    expect(framework.historic).toEqual(['ofsted', 'inspectionDate', 'sef']);
    expect(framework.sefLevels).toEqual(['Outstanding', 'Good', 'Requires improvement', 'Inadequate']);
  });

  it('leaves Early Years / Post-16, and nothing else, out for phases that have neither', () => {
    expect(areaIn(framework, 'earlyYearsPost16').notApplicableIn).toEqual(['alternativeProvision', 'centralOffice']);
    const always = framework.areas.filter(({ code }) => code !== 'earlyYearsPost16');
    expect(always.flatMap(({ notApplicableIn }) => notApplicableIn)).toEqual([]);
  });

  it('is judged every year, and agreed, by director, CEO and head', () => {
    expect(framework.judging).toEqual({
      period: 'year',
      record: 'risk assessment',
      raters: ['headTeacher', 'directorOfEducation', 'ceo'],
      settling: { word: 'agreement', by: ['headTeacher', 'directorOfEducation', 'ceo'] },
    });
    expect(framework.stages).toEqual(['Evaluate', 'Prioritise', 'Intent and Implement', 'Sustain']);
  });

  it('names the eight evaluation areas beside the matrix', () => {
    const note = framework.source?.notes.find((each) => each.includes('eight areas')) ?? '';
    expect(
      note
        .slice(note.indexOf(':') + 1, note.indexOf('.'))
        .split(';')
        .map((each) => each.trim()),
    ).toEqual([
      'leadership',
      'teaching for learning',
      'curriculum planning',
      'behaviour and attendance',
      'personal development',
      'SEND',
      'professional development',
      'safeguarding',
    ]);
  });
});

describe('the route of a category change', () => {
  it('needs the agreement of director, head and CEO, on any day', () => {
    expect(framework.routes).toEqual([
      {
        code: 'agreed',
        name: 'Agreement of director, CEO and head',
        occasion: 'inYear',
        proposers: ['directorOfEducation'],
        proposerMayApprove: false,
        steps: [
          { kind: 'discuss', by: 'headTeacher', mustAgree: true },
          { kind: 'approve', by: 'ceo' },
        ],
      },
    ]);
  });
});

describe('the plan', () => {
  it('is a logic model of head and director, approved by the director and the CEO, reviewed every term', () => {
    expect(framework.plan).toMatchObject({
      name: 'Annual improvement plan',
      alsoCalled: ['Quality Improvement Plan', 'QUIP', 'Implementation plan'],
      method: 'logicModel',
      writtenBy: 'Head or Principal with the Primary/Secondary Director',
      ratifiedBy: ['Primary/Secondary Director', 'CEO'],
      reviewed: 'Every term',
    });
  });

  itHasTheSixRecommendations(framework);
});

describe('due diligence', () => {
  it('reports on the eight areas of the source', () => {
    expect(framework.dueDiligence?.areas.map(({ name }) => name)).toEqual([
      'School context',
      'Website compliance',
      'Quality of education',
      'Leadership and management',
      'Behaviour and attitudes',
      'Personal development',
      'Safeguarding',
      'SEND',
    ]);
  });

  /** A word or a figure of each row of the source's table. */
  const rows: [string, RegExp][] = [
    ['E1', /^Curriculum model and planning for foundation stage, KS1 and KS2$/],
    ['E2', /^Staffing plan for foundation stage, KS1 and KS2$/],
    ['E3', /^Staff roles and responsibilities$/],
    ['E4', /^Three years' performance data .*Year 1 and Year 2.*\(Year 4\), end of KS2$/],
    ['E5', /^Ofsted data dashboard \(last three years\)$/],
    ['E6', /^Pupil progress and attainment forecasts .*end of summer 2021/],
    ['E7', /^Pupil premium evaluations and targets$/],
    ['E8', /^School SEF$/],
    ['E9', /^School improvement plans and CPD plans$/],
    ['E10', /^Quality of teaching outcomes and profile$/],
    ['E11', /^Most recent Ofsted reports and monitoring reports$/],
    ['E12', /^Current attendance and exclusion figures/],
    ['E13', /^Safeguarding\/CP policy$/],
    ['E14', /^SEND policy$/],
  ];

  it('asks for the documents E1 to E14 of section 1', () => {
    const documents = framework.dueDiligence?.documents ?? [];
    expect(documents.map(({ ref }) => ref)).toEqual(rows.map(([ref]) => ref));
    rows.forEach(([, words], i) => expect(documents[i]?.name).toMatch(words));
    expect(new Set(documents.map(({ section }) => section))).toEqual(new Set(['Section 1 - Education Standards']));
  });
});

describe('who reviews', () => {
  it('has the peer review of one to three days, the visits, the partnership meeting and the approval', () => {
    expect(framework.reviewers.map(({ tools }) => tools)).toEqual([
      ['Annual peer review, one to three days', 'Specific peer reviews, for example of pupil premium, reading or SEND'],
      ['Regular quality assurance visits'],
      [],
      ['Annual approval and review of the SEF and the QUIP'],
    ]);
    expect(framework.reviewers[2]?.name).toBe('Headteacher/Principal partnership review meeting');
    expect(framework.committees.map(({ name }) => name)).toEqual([
      'Trust Executive Team',
      'Local Advisory Group',
      'Board of Directors',
    ]);
  });
});
