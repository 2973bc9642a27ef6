import pack from '../../../shared/frameworks/growingAsOne.json';
import { Framework } from '../../../shared/schema/framework';
import { areaIn, scalesIn } from './figures';
import { itHasTheSixRecommendations } from './recommendations';

/** Everything here is held against the source document, 'Growing as One' (seed 000), not against the pack. */
const framework = Framework.parse(pack);

describe('the annual matrix', () => {
  it('has the seven areas and Safeguarding, named and ordered as in the source', () => {
    const byGroup = framework.groups.map(({ code, name }) => [
      name,
      framework.areas.filter(({ group }) => group === code).map(({ name: area, scale }) => [area, scale]),
    ]);
    expect(byGroup).toEqual([
      [
        'Education',
        [
          ['Curriculum and Teaching', 'standard'],
          ['Inclusion', 'standard'],
          ['Achievement', 'standard'],
          ['Attendance and Behaviour', 'standard'],
          ['Personal Development and Well-Being', 'standard'],
          ['Early Years', 'standard'],
          ['Leadership and Governance', 'standard'],
        ],
      ],
      ['Safeguarding', [['Safeguarding', 'met']]],
    ]);
    expect(framework.areas).toHaveLength(8);
  });

  /** Columns of SharePoint are named after them: a code that is in use never changes. */
  it('keeps the codes of its areas', () => {
    expect(framework.areas.map(({ code }) => code)).toEqual([
      'curriculumAndTeaching',
      'inclusion',
      'achievement',
      'attendanceAndBehaviour',
      'personalDevelopment',
      'earlyYears',
      'leadershipAndGovernance',
      'safeguarding',
    ]);
  });

  it('judges on five levels, and Safeguarding on a scale of its own', () => {
    expect(scalesIn(framework)).toEqual([
      [
        'Five levels',
        [
          ['Urgent Improvement', 'critical', '!', true],
          ['Needs Attention', 'caution', '△', false],
          ['Expected Standard', 'steady', '○', false],
          ['Strong Standard', 'good', '●', false],
          ['Exceptional', 'exceptional', '✦', false],
        ],
      ],
      [
        'Met or Not Met',
        [
          ['Not Met', 'critical', '✕', true],
          ['Met', 'good', '✓', false],
        ],
      ],
    ]);
  });

  it('leaves Early Years, and nothing else, to academies that have it', () => {
    expect(areaIn(framework, 'earlyYears').notApplicableIn).toEqual([
      'secondary',
      'alternativeProvision',
      'post16',
      'centralOffice',
    ]);
    const always = framework.areas.filter(({ code }) => code !== 'earlyYears');
    expect(always.flatMap(({ notApplicableIn }) => notApplicableIn)).toEqual([]);
  });

  it('is judged by name of level alone: the source has neither criteria nor KPIs nor historic columns', () => {
    expect(framework.areas.flatMap(({ criteria, kpis }) => [...Object.keys(criteria), ...kpis])).toEqual([]);
    expect([framework.historic, framework.sefLevels]).toEqual([[], []]);
  });

  it('is a yearly risk assessment with the school leaders, which the head teacher and the CEO agree', () => {
    expect(framework.judging).toEqual({
      period: 'year',
      record: 'risk assessment',
      raters: ['headTeacher', 'directorOfEducation', 'ceo'],
      settling: { word: 'agreement', by: ['headTeacher', 'ceo'] },
    });
    expect(framework.stages).toEqual(['Audit', 'Focus', 'Deliver', 'Sustain']);
  });
});

describe('the routes of a category change', () => {
  const steps = [
    { kind: 'discuss', by: 'headTeacher', mustAgree: true },
    { kind: 'approve', by: 'ceo' },
  ];

  it('are agreed by the head teacher and the CEO, at the start of the year or during it', () => {
    expect(framework.routes).toEqual([
      {
        code: 'annual',
        name: 'Annual risk assessment',
        occasion: 'yearStart',
        proposers: ['directorOfEducation'],
        proposerMayApprove: false,
        steps,
      },
      {
        code: 'inYear',
        name: 'Change during the year',
        occasion: 'inYear',
        proposers: ['directorOfEducation'],
        proposerMayApprove: false,
        steps,
      },
    ]);
  });
});

describe('the plan, and academies that join', () => {
  it('is written by the head teacher, ratified by the board and the CEO, and reviewed every term', () => {
    expect(framework.plan).toMatchObject({
      name: 'Annual school improvement plan',
      writtenBy: 'Head teacher',
      ratifiedBy: ['Local Academy Board', 'CEO'],
      reviewed: 'Every term',
      method: 'sections',
    });
  });

  itHasTheSixRecommendations(framework);

  it('analyses the status of a joining academy, with a consultant where required', () => {
    expect(framework.dueDiligence).toEqual({
      name: 'Educational Due Diligence',
      areas: [],
      documents: [],
      doneBy: 'The Trust, where required with an external consultant',
    });
  });

  it('keeps the four key elements of audit, monitoring and review', () => {
    const note = framework.source?.notes.find((each) => each.startsWith('Key elements'));
    expect(note?.split(': ')[1]?.split(';')).toHaveLength(4);
  });

  it('knows who reviews: the head teachers, the Trust, and its SENCo', () => {
    expect(framework.reviewers.map(({ name, tools }) => [name, tools])).toEqual([
      ['CEO, Trust Directors and external bodies', ['Quality assurance visits as required']],
      ['Peer academies', ['Annual peer review', 'Spotlight and peer-to-peer focus reviews']],
      ['Director of Education', ['Moderation and standardisation', 'Shared learning walks', 'Progress meetings']],
      ['MAT SENCo', ['SEND reviews']],
      ['Local Academy Board and CEO', ["Ratification of the academy's annual plan"]],
      ['CEO and Directors', ['Annual approval of the SEF']],
    ]);
    expect(framework.committees.map(({ name }) => name)).toEqual(['Local Academy Board']);
  });
});
