import { describeFramework, frameworkSummary } from '../../../../shared/domain/frameworkDescription/describeFramework';
import { Framework } from '../../../../shared/schema/framework';
import example from '../../../../docs/framework/example.json';
import combinedAssurance from '../../../../shared/frameworks/combinedAssurance.json';
import leadGrow from '../../../../shared/frameworks/leadGrowReinventStabilise.json';
import riskMatrix from '../../../../shared/frameworks/riskMatrix.json';
import { soundDocument, withPlace } from '../../../support/builders/frameworkDocument';

const describedAfter = (place: string, value: unknown) =>
  describeFramework(Framework.parse(withPlace(soundDocument(), place, value)));
const page = describeFramework(Framework.parse(example));

describe('a framework as a page', () => {
  it.each([
    ['its size', "Framework 'threeSteps', version 1: 6 areas in 2 groups, 3 categories, 2 routes."],
    ['the cycle', '1. Look\n2. Agree\n3. Act'],
    ['how often', "- Every academy is judged every term; the record of it is called 'review'."],
    ['who judges', 'Judged by: the director of education, the function leads (their own functions only) and the CEO.'],
    ['who settles', '- Then signed off by: the head teacher. After that it is locked.'],
    ['what was before', 'the matrix shows the latest Ofsted judgement and the inspection date'],
    ['a level by symbol and word', '| ! Weak | critical | yes |'],
    ['a part of an area', '| Mathematics | Judgement | Part of Achievement |'],
    ['an area where high is bad', '| Staff turnover | Extent | High is bad: the scale is turned round |'],
    ['where an area does not apply', 'Not in secondary, alternative provision, post-16 and central office'],
    ['who may not read reasons', 'the reasons are not for the Board'],
    ['criteria', '- ✓ Secure: Pupils of every group achieve well.'],
    ['a band in figures', "◐ Developing: at least 90 % and less than 95 %, shown as '90 to below 95'"],
    ['categories in order', 'From most support to least: Intensive, Targeted and Light touch.'],
    ['cumulative support', 'Support, 4 items: all of Targeted, and more.'],
    [
      'own figures before included ones',
      '| Education | Visit by the director of education | core | every 2 weeks | Director of education | its own |',
    ],
    [
      'where support comes from',
      '| People | Advice on staff matters | core | when asked for | HR lead | Light touch |',
    ],
    ['what depends on weak areas', 'once a term; once a month while Attendance needs intervention'],
    ['how long a meeting lasts', 'Progress meeting with the CEO (1 hour)'],
    ['when a route is used', 'At the start of a year: it takes effect within the autumn term.'],
    ['who proposes', 'The director of education or the CEO proposes. Whoever proposed may also approve.'],
    ['a discussion', '1. The head teacher discusses: a comment is heard and does not stop the proposal.'],
    ['representations', '1. The head teacher may make representations.'],
    [
      'a committee that may choose',
      '3. The Standards Committee confirms, or confirms another category with a reason: the change is then final.',
    ],
    ['the rule', '1. Intensive: at least 2 areas at Weak (Judgement) or worse'],
    ['the rule of one area', '3. Targeted: at least 1 area of Staff turnover at High (Extent) or worse'],
    ['the rule at its end', '4. Light touch: otherwise'],
    ['the report', '1. How pupils achieve and attend (Achievement and Attendance)'],
    ['reviewers', '**Standards Committee**\n\n- The matrix, every term'],
    ['decisions', '## Decided in writing this down'],
  ])('says %s', (_, words) => expect(page).toContain(words));

  it('says every name and text of the shipped frameworks', () => {
    for (const pack of [combinedAssurance, leadGrow, riskMatrix]) {
      const framework = Framework.parse(pack);
      const text = describeFramework(framework).replaceAll('\\', '');
      const names = [
        ...framework.stages,
        ...[...framework.groups, ...framework.areas, ...framework.categories, ...framework.routes].map(
          ({ name }) => name,
        ),
        ...framework.areas.flatMap(({ criteria, kpis }) => [
          ...Object.values(criteria).flatMap((texts) => texts ?? []),
          ...kpis.map(({ name }) => name),
        ]),
        ...framework.categories.flatMap(({ features, support }) => [...features, ...support.map((item) => item.text)]),
        ...framework.reviewers.flatMap(({ name, tools }) => [name, ...tools]),
        ...framework.reportSections.map(({ name }) => name),
        ...(framework.targetSetting?.targets ?? []).map(({ name }) => name),
        ...(framework.dueDiligence?.documents ?? []).map(({ name }) => name),
        ...(framework.plan?.recommendations ?? []),
        ...(framework.source?.notes ?? []),
      ];
      expect(names.filter((name) => !text.includes(name))).toEqual([]);
    }
  });

  it('speaks of tiers where the framework does, and of no matrix where there is none', () => {
    const text = describeFramework(Framework.parse(leadGrow));
    for (const words of [
      '## The tiers',
      '## How a tier is decided',
      'this framework has no matrix',
      'Agreed in: October.',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('## The categories');
    expect(frameworkSummary(Framework.parse(leadGrow))).toBe('no areas, 4 tiers, 2 routes');
  });

  it('leaves out what a framework does not have', () =>
    expect(describeFramework(Framework.parse(soundDocument())).match(/^## .*$/gm)).toEqual([
      '## The matrix',
      '## The categories',
      '## How a category is decided',
      '## The suggested category',
    ]));

  it('takes no text for a mark', () =>
    expect(describedAfter('name', '# A | *big* <b>_plan_</b>')).toContain(
      String.raw`# \# A \| \*big\* \<b\>\_plan\_\</b\>`,
    ));
});

describe('a rule in words', () => {
  it.each<[string, object, string[]]>([
    ['none', { rule: 'none' }, ['Nothing is suggested: people decide without a rule.']],
    [
      'the worst of',
      { rule: 'worstOf', areas: ['payroll'], levels: [{ scale: 'rag', level: 'low', category: 'one' }] },
      ['The worst judgement among Payroll counts:', '- Low: One'],
    ],
    [
      'a table',
      {
        rule: 'table',
        rows: 'payroll',
        columns: 'attendance',
        cells: [{ row: 'low', column: 'mid', category: 'one' }],
      },
      ['Payroll (rows) and Attendance (columns) together count:', '| Low |  | One |  |'],
    ],
    [
      'a measure',
      {
        rule: 'kpiBand',
        kpi: 'rate',
        bands: [
          { category: 'one', to: 50, toIncluded: false, words: 'w' },
          { category: 'two', words: 'w' },
        ],
      },
      ["The measure 'Rate' counts", '- One: less than 50 %', '- Two: any value'],
    ],
  ])('%s', (_, rule, words) => {
    const text = describedAfter('categorySuggestion', rule);
    for (const each of words) expect(text).toContain(each);
  });
});
