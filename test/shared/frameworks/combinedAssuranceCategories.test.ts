import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework } from '../../../shared/schema/framework';
import { categoryIn, supportFigures } from './figures';

/** The categories, held against the source's table (seed 004). */
const framework = Framework.parse(pack);

describe('the categories', () => {
  /** Items of the source's table: strand, kind, how many. */
  const counts: Record<string, Record<string, number>> = {
    stabilise: {
      'School improvement core': 4,
      'School improvement enhanced': 3,
      'School improvement bespoke': 4,
      'HR core': 7,
      'HR bespoke': 2,
      'Finance core': 10,
    },
    repair: { 'School improvement core': 9, 'HR core': 7, 'Finance core': 9 },
    improve: { 'School improvement core': 7, 'HR core': 6, 'Finance core': 4 },
    sustain: { 'School improvement core': 7, 'HR core': 6, 'Finance core': 4 },
  };
  const features: Record<string, [number, number]> = {
    stabilise: [2, 4],
    repair: [3, 5],
    improve: [3, 4],
    sustain: [2, 4],
  };
  const textsOf = (code: string, strand?: string) =>
    categoryIn(framework, code)
      .support.filter((item) => strand === undefined || item.strand === strand)
      .map(({ text }) => text);

  it('are the four of the source, from most support to least', () => {
    expect(framework.categories.map(({ name, order, tone }) => [name, order, tone])).toEqual([
      ['Stabilise', 1, 'critical'],
      ['Repair', 2, 'caution'],
      ['Improve', 3, 'good'],
      ['Sustain', 4, 'exceptional'],
    ]);
  });

  it.each(Object.keys(counts))('%s has every item of support and every feature', (code) => {
    const found: Record<string, number> = {};
    for (const { strand, kind } of categoryIn(framework, code).support)
      found[`${strand} ${kind}`] = (found[`${strand} ${kind}`] ?? 0) + 1;
    expect(found).toEqual(counts[code]);
    expect([categoryIn(framework, code).summary.length, categoryIn(framework, code).features.length]).toEqual(
      features[code],
    );
  });

  it.each([
    [
      'stabilise',
      'School improvement',
      [/^2 days of focused SIP support a term/, /^2 further days/, /1:1 meeting with the CEO every half term/],
    ],
    ['repair', 'School improvement', [/equivalent of 12 days/, /Governance review every year/]],
    ['improve', 'School improvement', [/equivalent of 6 days/, /Governance review every 2 years/]],
    ['sustain', 'School improvement', [/equivalent of 6 days/, /Governance review every 4 years/]],
    ['stabilise', 'HR', [/Weekly 30-minute/, /up to 10 days/]],
    ['repair', 'HR', [/Weekly 30-minute/, /up to 10 days/]],
    ['improve', 'HR', [/Weekly 30-minute/, /up to 5 days/]],
    ['sustain', 'HR', [/Weekly 30-minute/, /up to 5 days/]],
    ['stabilise', 'Finance', [/Weekly 30-minute/, /Monthly call/]],
    ['repair', 'Finance', [/Weekly 30-minute/, /Monthly call/]],
  ])('%s, %s: days and cadences', (code, strand, patterns) => {
    for (const pattern of patterns) expect(textsOf(code, strand).filter((text) => pattern.test(text))).toHaveLength(1);
    const figures = textsOf(code, strand).flatMap((text) => text.match(/\d+ (further )?(days|years)/g) ?? []);
    expect(figures).toHaveLength(patterns.filter((pattern) => /days|years/.test(pattern.source)).length);
  });

  it('gives no weekly finance catch-up to the two that need least', () => {
    for (const code of ['improve', 'sustain']) expect(textsOf(code, 'Finance').join()).not.toMatch(/Weekly/);
  });

  /** What is the same kind of support has one code, so that a change alters it instead of ending and beginning it. */
  it.each([
    [
      'stabilise',
      'repair',
      ['improvementDays', 'progressAssurance', 'peerConversations', 'governanceReview', 'externalReviews'],
    ],
    ['repair', 'improve', ['sharedPractice', 'sharedStaffing', 'sharedHrPractice']],
    ['improve', 'sustain', ['sharedExpertise']],
  ])('from %s to %s these begin: %j', (from, to, begun) => {
    const before = supportFigures(framework, from).map(([code]) => code);
    const after = supportFigures(framework, to).map(([code]) => code);
    expect(after.filter((code) => !before.includes(code))).toEqual(begun);
  });

  it.each([
    [
      'stabilise',
      'repair',
      [
        'focusedSupport',
        'wellbeingMeeting',
        'furtherSupport',
        'auditTools',
        'rapidPlan',
        'headTeacherSupport',
        'externalServices',
        'hrAuditTools',
        'hrHeadTeacherSupport',
        'centralContracts',
      ],
    ],
    [
      'repair',
      'improve',
      [
        'externalReviews',
        'executiveHead',
        'coaching',
        'staffingReview',
        'marketing',
        'hrNetworking',
        'financeCatchUp',
        'healthSafetyAudit',
        'accrualsTraining',
        'procedureReview',
        'mentoring',
      ],
    ],
    ['improve', 'sustain', ['peerConversations']],
  ])('from %s to %s these end: %j', (from, to, ended) => {
    const before = supportFigures(framework, from).map(([code]) => code);
    const after = supportFigures(framework, to).map(([code]) => code);
    expect(before.filter((code) => !after.includes(code))).toEqual(ended);
  });

  it('keeps what every category has', () => {
    const everywhere = textsOf('stabilise').filter((text) =>
      ['repair', 'improve', 'sustain'].every((c) => textsOf(c).includes(text)),
    );
    // The termly review; weekly HR, SCR and HR input; half-termly budget, budget changes, monthly call, telephone.
    expect(everywhere).toHaveLength(8);
  });
});

/** Every figure, leader and 'if needed' of the source's table; an item that is not named here has none. */
const hrFigures = (days: string): [string, string][] => [
  ['hrCatchUp', 'every 1 weeks, 30 minutes, by HR team'],
  ['recruitmentReview', '1 a halfTerm, by HR Operations Manager'],
  ['hrReviewInput', '1 a term, by HR team'],
  ['hrDays', `up to ${days} days a year, by HR professionals`],
];
const needingMore: [string, string][] = [
  ['financeCatchUp', 'every 1 weeks, 30 minutes, by Trust Finance Lead'],
  ['budgetCatchUp', '1 a halfTerm'],
  ['healthSafetyAudit', 'on request'],
  ['procedureReview', 'by Central business support officer'],
  ['resultsCall', '1 a month'],
  ['telephoneSupport', 'by Central business support officer, on request'],
  ['mentoring', 'by School business manager of another academy, on request'],
];
const needingLess: [string, string][] = [
  ['budgetCatchUp', '1 a halfTerm'],
  ['resultsCall', '1 a month'],
  ['telephoneSupport', 'by Central business support officer, on request'],
];

describe('the figures of the support', () => {
  it.each<[string, [string, string][]]>([
    [
      'stabilise',
      [
        ['termlyReview', '1 a term, by Director of Education'],
        ['focusedSupport', '2 days a term, by Director of Education'],
        ['coaching', 'on request'],
        ['wellbeingMeeting', '1 a halfTerm, by CEO'],
        ['furtherSupport', '2 days a once, by School improvement team'],
        ['headTeacherSupport', 'by Director of Education'],
        ...hrFigures('10'),
        ['hrAuditTools', 'on request'],
        ['hrHeadTeacherSupport', 'by People and Culture Lead'],
        ...needingMore,
      ],
    ],
    [
      'repair',
      [
        ['termlyReview', '1 a term, by Director of Education'],
        ['improvementDays', '12 days a year, by Education Improvement Professionals'],
        ['progressAssurance', '1 a term'],
        ['governanceReview', '1 a year'],
        ['externalReviews', 'on request'],
        ['executiveHead', 'on request'],
        ...hrFigures('10'),
        ...needingMore,
      ],
    ],
    [
      'improve',
      [
        ['termlyReview', '1 a term, by Director of Education'],
        ['improvementDays', '6 days a year, by Education Improvement Professionals'],
        ['progressAssurance', '1 a term'],
        ['governanceReview', 'every 2 years'],
        ...hrFigures('5'),
        ...needingLess,
      ],
    ],
    [
      'sustain',
      [
        ['termlyReview', '1 a term, by Director of Education'],
        ['improvementDays', '6 days a year, by Education Improvement Professionals'],
        ['progressAssurance', '1 a term'],
        ['governanceReview', 'every 4 years'],
        ...hrFigures('5'),
        ...needingLess,
      ],
    ],
  ])('%s has those of the source', (code, expected) => {
    expect(supportFigures(framework, code).filter(([, figures]) => figures !== '')).toEqual(expected);
  });

  it('include no category in another, as the source writes each one out', () => {
    expect(framework.categories.flatMap(({ includes }) => includes)).toEqual([]);
  });
});
