import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework } from '../../../shared/schema/framework';

/** Judging, routes, report and committees of 'Combined assurance', held against the source (seed 004). */
const framework = Framework.parse(pack);

describe('the termly review', () => {
  it('is judged by director, function leads and CEO, and signed off by the head teacher', () => {
    expect(framework.judging).toEqual({
      period: 'term',
      record: 'review',
      raters: ['directorOfEducation', 'functionLead', 'ceo'],
      settling: { word: 'signOff', by: ['headTeacher'] },
    });
    expect(framework.stages).toEqual(['Annual categorisation meeting', 'Termly review']);
    expect([framework.historic, framework.sefLevels]).toEqual([[], []]);
  });

  /** The ten bullets of the source, with the areas that each one tells about. */
  it("has the ten sections of the head teacher's report", () => {
    expect(framework.reportSections.map(({ name, areas }) => [name, areas])).toEqual([
      ['Contextual information, including vulnerable groups', []],
      ['Holistic progress and outcomes for pupils and groups', []],
      ['Academic progress and outcomes for pupils and groups', ['progressReading', 'progressWriting', 'mathematics']],
      ['Reading interventions', ['progressReading']],
      ['Assessments of the quality of curriculum, teaching and learning', ['teachingAndLearning']],
      ['SEMH progress and outcomes for pupils and groups', ['semh']],
      ['Attendance progress and outcomes for pupils and groups', ['attendance', 'persistentAbsence']],
      ['SEND evaluation and priorities', ['send']],
      ['Safeguarding evaluation and priorities', ['safeguarding']],
      [
        'Behaviour, suspensions and part-time timetables: progress and outcomes',
        ['behaviour', 'suspensions', 'partialTimetables'],
      ],
    ]);
  });
});

describe('the routes of a category change', () => {
  const steps = [
    { kind: 'discuss', by: 'headTeacher' },
    { kind: 'approve', by: 'ceo' },
    { kind: 'confirm', by: 'boardMember' },
  ];

  it('hear the head teacher, ask the CEO and end with the Board: at any stage, and after the annual meeting', () => {
    expect(framework.routes).toEqual([
      {
        code: 'inYear',
        name: 'Change during the year',
        occasion: 'inYear',
        proposers: ['directorOfEducation', 'ceo'],
        proposerMayApprove: true,
        steps,
      },
      {
        code: 'annualMeeting',
        name: 'Annual categorisation meeting',
        occasion: 'yearStart',
        proposers: ['directorOfEducation', 'ceo'],
        proposerMayApprove: true,
        steps,
      },
    ]);
  });

  it('suggest no category, as the source has no rule for one', () => {
    expect(framework.categorySuggestion).toEqual({ rule: 'none' });
  });
});

describe('who reviews, and what with', () => {
  const toolsOf = (name: string) => framework.reviewers.find((each) => each.name === name)?.tools;

  it('gives the annual meeting the nine kinds of information of the source', () => {
    const marks = [
      /Ofsted/,
      /external assurance/,
      /targeted support/,
      /audits/,
      /peer/,
      /self-evaluation/,
      /data/,
      /Surveys/,
      /RAG/,
    ];
    const tools = toolsOf('Annual categorisation meeting, chaired by the CEO') ?? [];
    expect(tools).toHaveLength(9);
    marks.forEach((mark, i) => expect(tools[i]).toMatch(mark));
  });

  it('gives the director four, and the two networks one each', () => {
    expect(toolsOf('Director of Education')).toEqual([
      "Head teacher's report",
      'School improvement visits',
      'KPIs',
      'RAG assurance framework',
    ]);
    expect(toolsOf('Professional networks')).toEqual(['Annual peer deep dive or audit in each academy']);
    expect(toolsOf('Head Teacher Peer Learning Network')).toEqual(["Annual peer review at each other's school"]);
  });

  it('reports to the three committees of the source', () => {
    const names = ['APRC', 'Learning and Achievement Committee', 'Full Board'];
    expect(framework.committees.map(({ name }) => name)).toEqual(names);
    for (const name of names)
      expect(toolsOf(name)).toEqual(['Report on academy performance and the impact of school improvement']);
  });

  it('plans in a School Development Plan with SMART actions, reviewed every term', () => {
    expect(framework.plan).toMatchObject({
      name: 'School Development Plan',
      alsoCalled: ['SDP'],
      method: 'smartActions',
      writtenBy: 'Head teacher',
      reviewed: 'Every term',
    });
    expect(framework.dueDiligence).toBeUndefined();
  });
});
