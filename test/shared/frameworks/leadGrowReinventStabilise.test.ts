import { checkFramework } from '../../../shared/domain/checkFramework';
import { entitlementsOf } from '../../../shared/domain/support';
import pack from '../../../shared/frameworks/leadGrowReinventStabilise.json';
import { Framework } from '../../../shared/schema/framework';
import { categoryIn, supportFigures } from './figures';

/** Everything here is held against the source document, 'The Trust School Improvement Model' (seed 001). */
const framework = Framework.parse(pack);
const lead = 'by School Improvement Executive Lead';

it('is in order', () => expect(checkFramework(framework)).toEqual([]));

describe('the model', () => {
  it('runs through the five components of the strategy', () =>
    expect(framework.stages).toEqual([
      'Audit and analyse',
      'Target setting',
      'School improvement tiers',
      'Plan and implement',
      'Review',
    ]));

  it('judges no area: there is no matrix, no scale and nothing to suggest a tier from', () => {
    expect([framework.areas, framework.scales, framework.groups, framework.judging]).toEqual([[], [], [], undefined]);
    expect(framework.categorySuggestion).toEqual({ rule: 'none' });
  });
});

describe('the tiers', () => {
  it('are the four of the source, tier 1 with least support', () => {
    expect(framework.categoryWord).toBe('tier');
    expect(framework.categories.map(({ name, order, symbol, ledBy }) => [name, order, symbol, ledBy])).toEqual([
      ['Lead', 4, '1', 'Academy led'],
      ['Grow', 3, '2', 'Academy led'],
      ['Reinvent', 2, '3', 'Academy led'],
      ['Stabilise', 1, '4', 'Trust led'],
    ]);
  });

  it.each([
    ['lead', 9, 8],
    ['grow', 8, 8],
    ['reinvent', 9, 10],
    ['stabilise', 7, 8],
  ])('%s has %i descriptors and %i items of support, none taken over from another tier', (code, features, support) => {
    const tier = categoryIn(framework, code);
    expect([tier.features.length, tier.support.length, tier.includes]).toEqual([features, support, []]);
    expect(entitlementsOf(framework, tier.code)).toHaveLength(support);
  });

  it.each([
    [
      'lead',
      [
        ['masterPlan', ''],
        ['developmentPlan', ''],
        ['riskReview', ''],
        ['ceoOneToOne', 'every 4 weeks, by CEO'],
        ['healthCheck', `1 a year, ${lead}`],
        ['challengePartner', ''],
        ['networks', ''],
        ['strategicCapacity', ''],
      ],
    ],
    [
      'grow',
      [
        ['masterPlan', ''],
        ['developmentPlan', ''],
        ['riskReview', ''],
        ['ceoOneToOne', 'every 4 weeks, by CEO'],
        ['healthCheck', `1 a year, ${lead}`],
        ['challengePartner', ''],
        ['networks', ''],
        ['improvementTeam', 'by Trust school improvement team'],
      ],
    ],
    [
      'reinvent',
      [
        ['masterPlan', ''],
        ['developmentPlan', ''],
        ['riskReview', ''],
        ['ceoOneToOne', 'every 2 weeks, by CEO'],
        ['healthCheck', `2 a year, ${lead}`],
        ['nationalProgrammes', ''],
        ['improvementTeam', 'by Trust school improvement team'],
        ['networks', ''],
        ['improvementCommittees', ''],
        ['boardReview', '1 a term, by Trust Board'],
      ],
    ],
    [
      'stabilise',
      [
        ['statementOfAction', 'by Trust'],
        ['executiveDeployment', 'by Trust Executive'],
        ['riskReview', ''],
        ['ceoOneToOne', 'every 1 weeks, by CEO'],
        ['healthCheck', `1 a term, ${lead}`],
        ['improvementTeam', 'by Trust school improvement team'],
        ['networks', ''],
        ['improvementCommittees', 'every 2 weeks, by Trust'],
      ],
    ],
  ])('%s: the cadences of the source', (code, figures) => expect(supportFigures(framework, code)).toEqual(figures));

  it('calls it support in the academy-led tiers and intervention in the trust-led one', () =>
    expect(framework.categories.map(({ support }) => [...new Set(support.map(({ strand }) => strand))])).toEqual([
      ['Trust support'],
      ['Trust support'],
      ['Trust support'],
      ['Trust intervention'],
    ]));

  it.each<[string, string, RegExp]>([
    ['lead', 'developmentPlan', /few big moves .* keep the academy outstanding/],
    ['grow', 'developmentPlan', /few big moves .* to outstanding/],
    ['reinvent', 'developmentPlan', /every priority that secures good against the Ofsted framework/],
    ['lead', 'strategicCapacity', /expertise .* the Trust and the city/],
    ['reinvent', 'nationalProgrammes', /PEIA/],
    ['stabilise', 'improvementCommittees', /every fortnight, .* external educational leaders/],
  ])('%s, %s: %s', (code, item, words) =>
    expect(categoryIn(framework, code).support.find((each) => each.code === item)?.text).toMatch(words),
  );
});

describe('how a tier is decided', () => {
  it('at the start of the year by the executive, agreed by the Trust Board; in the year after representations', () =>
    expect(
      framework.routes.map(({ code, occasion, proposers, proposerMayApprove, steps }) => [
        code,
        occasion,
        proposers,
        proposerMayApprove,
        steps.map(({ kind, by }) => `${kind} ${by}`),
      ]),
    ).toEqual([
      ['yearStart', 'yearStart', ['directorOfEducation', 'ceo'], true, ['approve ceo', 'confirm boardMember']],
      [
        'exceptional',
        'exceptional',
        ['directorOfEducation', 'ceo'],
        true,
        ['represent headTeacher', 'approve ceo', 'confirm boardMember'],
      ],
    ]));
});

describe('around the tiers', () => {
  it('sets targets for the six performance standards, agreed in October and shown on the academy card', () => {
    const { targets = [], ...setting } = framework.targetSetting ?? {};
    expect(targets.map(({ code }) => code)).toEqual([
      'disadvantageGap',
      'ofstedOutstanding',
      'inclusion',
      'results',
      'behaviourAttendance',
      'transition',
    ]);
    expect(setting).toEqual({
      reviewedBy: 'Local governing board',
      agreedBy: 'Trust Board',
      agreedIn: 'm10',
      shownOn: 'Academy card',
    });
  });

  it('plans with a development plan, a master plan and a statement of action', () =>
    expect([framework.plan?.name, framework.plan?.alsoCalled]).toEqual([
      'Development plan',
      ['2-5 year master plan', 'Trust led statement of action'],
    ]));

  it('assesses a joining school against benchmarks and trust KPIs, from four documents', () => {
    expect(framework.dueDiligence?.name).toBe('Baseline assessment');
    expect(framework.dueDiligence?.areas.map(({ code }) => code)).toEqual([
      'benchmarks',
      'trustKpis',
      'curriculum',
      'capacity',
    ]);
    expect(framework.dueDiligence?.documents.map(({ name }) => name)).toEqual([
      'Published data',
      'Latest in-year data',
      'School improvement plan',
      'Latest SEF',
    ]);
  });

  it('is reviewed by the local governing board with seven tools and the Trust Board with six', () =>
    expect(framework.reviewers.map(({ name, tools }) => [name, tools.length])).toEqual([
      ['Local governing board', 7],
      ['Trust Board', 6],
    ]));
});
