import { entitlementsOf } from '../../../shared/domain/support';
import pack from '../../../shared/frameworks/riskMatrix.json';
import { Framework } from '../../../shared/schema/framework';
import { areaIn, categoryIn, scalesIn, supportFigures } from './figures';

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

describe('the categories', () => {
  it('are the three headings of the source; category 3 needs most support', () => {
    expect(
      framework.categories.map(({ name, order, tone, symbol, summary }) => [name, order, tone, symbol, summary]),
    ).toEqual([
      ['Category 1', 3, 'good', '1', ['Securely good or outstanding academies']],
      [
        'Category 2',
        2,
        'caution',
        '2',
        ['Academies in need of targeted support or currently not meeting their existing Ofsted judgement'],
      ],
      ['Category 3', 1, 'critical', '3', ['Academies in need of intensive support']],
    ]);
    expect(framework.categorySuggestion).toEqual({ rule: 'none' });
  });

  /** Twelve items, then five and five more. */
  it.each([
    [
      'category1',
      [
        ['peerReview', '1 a year, up to 3 days a year, by Primary/Secondary Director'],
        ['directorSupport', 'by Primary/Secondary Director, on request'],
        ['qualityVisits', 'by CEO, Primary/Secondary Director, other Trust Directors and managers'],
        ['progressAssurance', '1 a term'],
        ['workingGroups', ''],
        ['leadershipCoaching', ''],
        ['sharedPractice', ''],
        ['planReview', '1 a term'],
        ['specificReviews', ''],
        ['partnershipMeetings', ''],
        ['selfEvaluation', '1 a year'],
        ['sharedStrengths', ''],
      ],
    ],
    [
      'category2',
      [
        ['extendedSupport', 'by Primary/Secondary Director'],
        ['specialistSupport', ''],
        ['externalReviews', ''],
        ['behaviourSupport', 'on request'],
        ['progressMeetings', 'by Primary/Secondary Director and CEO'],
      ],
    ],
    [
      'category3',
      [
        ['leadershipCapacity', ''],
        ['rapidPlan', 'by Primary/Secondary Director'],
        ['leadershipReview', ''],
        ['teachingQuality', ''],
        ['behaviourAudit', "by The Trust's behaviour hub"],
      ],
    ],
  ])('%s has its own items, with the cadences of the source', (code, expected) =>
    expect(supportFigures(framework, code)).toEqual(expected),
  );

  it.each([
    ['category1', [], 12],
    ['category2', ['category1'], 17],
    ['category3', ['category1', 'category2'], 22],
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
    ['peerReview', /^Peer review every year, over one to three days/],
    ['directorSupport', /Primary\/Secondary Director where required/],
    [
      'qualityVisits',
      /^Regular quality assurance visits by the CEO, the Primary\/Secondary Director and other Trust Directors/,
    ],
    ['progressAssurance', /progress and attainment every term/],
    ['workingGroups', /collaborative working groups/],
    ['leadershipCoaching', /Coaching and support for leaders/],
    ['sharedPractice', /^Best practice/],
    ['planReview', /Quality Improvement Plan \(QUIP\) every term/],
    ['specificReviews', /^Specific peer reviews, .*pupil premium, reading or SEND/],
    ['partnershipMeetings', /Headteacher\/Principal partnership review/],
    ['selfEvaluation', /SEF and QUIP, .*Primary\/Secondary Director and the CEO .*every year/],
    ['sharedStrengths', /^Strengths identified/],
    ['extendedSupport', /^Extended leadership support .*Primary\/Secondary Director/],
    ['specialistSupport', /specialist practitioners, .*Primary\/Secondary Director/],
    ['externalReviews', /^External reviews .*pupil premium, reading or SEND/],
    ['behaviourSupport', /Trust's behaviour hub, if required/],
    ['progressMeetings', /^Regular progress meetings .*Primary\/Secondary Director and the CEO/],
    ['leadershipCapacity', /leadership capacity, .*consultancy/],
    ['rapidPlan', /rapid improvement plan, .*Primary\/Secondary Director/],
    ['leadershipReview', /leadership at every level/],
    ['teachingQuality', /^High-quality teaching/],
    ['behaviourAudit', /behaviour and attendance audit .*National Behaviour Hub programme/],
  ])('%s says %s', (code, words) => {
    const item = framework.categories.flatMap(({ support }) => support).find((each) => each.code === code);
    expect(item?.text).toMatch(words);
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

  /** The word that tells each recommendation of the source from the others. */
  it('is tested against the six recommendations, in the order of the source', () => {
    const marks = [/stages/, /climate/, /problem is to be solved/, /ready/, /first time/, /last and spread/];
    const recommendations = framework.plan?.recommendations ?? [];
    expect(recommendations).toHaveLength(6);
    marks.forEach((mark, i) => expect(recommendations[i]).toMatch(mark));
  });
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
