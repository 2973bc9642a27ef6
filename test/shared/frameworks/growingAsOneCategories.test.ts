import pack from '../../../shared/frameworks/growingAsOne.json';
import { Framework } from '../../../shared/schema/framework';
import { itBringsInAll, itHasItems, itIsOneStrand, itSays } from './categoriesInTurn';

const framework = Framework.parse(pack);

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
  itHasItems(framework, [
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
  ]);

  itBringsInAll(framework, [
    ['category1', [], 9],
    ['category2', ['category1'], 14],
    ['category3', ['category1', 'category2'], 19],
  ]);

  itIsOneStrand(framework);

  itSays(framework, [
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
  ]);
});
