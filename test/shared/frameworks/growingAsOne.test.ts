import { entitlementsOf } from '../../../shared/domain/support';
import pack from '../../../shared/frameworks/growingAsOne.json';
import { Framework } from '../../../shared/schema/framework';
import { areaIn, categoryIn, scalesIn, supportFigures } from './figures';

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

describe('the categories', () => {
  it('are the three headings of the source; category 3 needs most support', () => {
    expect(framework.categoryWord).toBe('category');
    expect(
      framework.categories.map(({ name, order, tone, symbol, summary }) => [name, order, tone, symbol, summary]),
    ).toEqual([
      ['Category 1', 3, 'good', '1', ['Consistently good or outstanding academies with strong leaders']],
      [
        'Category 2',
        2,
        'caution',
        '2',
        ['Academies in need of targeted support or currently not meeting their existing Ofsted judgement'],
      ],
      ['Category 3', 1, 'critical', '3', ['Academies in need of intensive support']],
    ]);
  });

  it('has no rule for a suggestion, as the source has none', () =>
    expect(framework.categorySuggestion).toEqual({ rule: 'none' }));

  /** Nine items, then five and five more. */
  it.each([
    [
      'category1',
      [
        ['peerReview', '1 a year'],
        ['leadershipSupport', 'by Director of Education and MAT SENCo, on request'],
        ['qualityVisits', 'by CEO, Trust Directors and external bodies, on request'],
        ['progressReview', '1 a term'],
        ['collaboration', ''],
        ['sharedPractice', ''],
        ['planReview', '1 a term'],
        ['focusReviews', ''],
        ['selfEvaluation', '1 a year'],
      ],
    ],
    [
      'category2',
      [
        ['extendedSupport', 'by Director of Education, MAT SENCo and CEO'],
        ['specialistSupport', ''],
        ['externalReviews', ''],
        ['behaviourSupport', 'on request'],
        ['progressMeetings', 'by Director of Education and CEO'],
      ],
    ],
    [
      'category3',
      [
        ['leadershipCapacity', ''],
        ['rapidPlan', 'by Director of Education and CEO'],
        ['heightenedMonitoring', ''],
        ['leadershipReview', ''],
        ['teachingQuality', ''],
      ],
    ],
  ])('%s has its own items, with the cadences of the source', (code, expected) =>
    expect(supportFigures(framework, code)).toEqual(expected),
  );

  it.each([
    ['category1', [], 9],
    ['category2', ['category1'], 14],
    ['category3', ['category1', 'category2'], 19],
  ])('%s brings the support of %j as well: %i items', (code, includes, count) => {
    const category = categoryIn(framework, code);
    expect(category.includes).toEqual(includes);
    expect(entitlementsOf(framework, category.code)).toHaveLength(count);
  });

  it('is one strand, as the source has no others', () => {
    const support = framework.categories.flatMap((category) => category.support);
    expect(new Set(support.map(({ strand, kind }) => `${strand}, ${kind}`))).toEqual(
      new Set(['School improvement, core']),
    );
  });

  /** A word of the source's line: each item says what its code and figures stand for. */
  it.each<[string, RegExp]>([
    ['peerReview', /^Peer review every year/],
    ['leadershipSupport', /Director of Education and the MAT SENCo, as required/],
    ['qualityVisits', /CEO, Trust Directors and external bodies, as required/],
    ['progressReview', /progress and attainment every term/],
    ['collaboration', /Senior Executive Team \(SET\) at head teacher level/],
    ['sharedPractice', /^Best practice/],
    ['planReview', /SDP every term/],
    ['focusReviews', /spotlight and peer-to-peer models, .*SEND, pupil premium or assessment/],
    ['selfEvaluation', /accurate SEF, .*CEO and the Directors .*every year/],
    ['extendedSupport', /^Extended leadership support .*Director of Education, the MAT SENCo and the CEO/],
    ['specialistSupport', /specialist practitioners, .*Director of Education and the CEO/],
    ['externalReviews', /pupil premium, reading or SEND/],
    ['behaviourSupport', /Trust's behaviour hub, if required/],
    ['progressMeetings', /^Regular progress meetings .*Director of Education and the CEO/],
    ['leadershipCapacity', /leadership capacity, .*consultancy/],
    ['rapidPlan', /rapid improvement plan, .*Director of Education and the CEO/],
    ['heightenedMonitoring', /monitoring .*smaller steps/],
    ['leadershipReview', /leadership at every level/],
    ['teachingQuality', /^High-quality teaching/],
  ])('%s says %s', (code, words) => {
    const item = framework.categories.flatMap(({ support }) => support).find((each) => each.code === code);
    expect(item?.text).toMatch(words);
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

  /** The word that tells each recommendation of the source from the others. */
  it('is tested against the six recommendations, in the order of the source', () => {
    const marks = [/stages/, /climate/, /problem is to be solved/, /ready/, /first time/, /last and spread/];
    const recommendations = framework.plan?.recommendations ?? [];
    expect(recommendations).toHaveLength(6);
    marks.forEach((mark, i) => expect(recommendations[i]).toMatch(mark));
  });

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
