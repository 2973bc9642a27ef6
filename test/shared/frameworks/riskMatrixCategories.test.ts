import pack from '../../../shared/frameworks/riskMatrix.json';
import { Framework } from '../../../shared/schema/framework';
import { itBringsInAll, itHasItems, itIsOneStrand, itSays } from './categoriesInTurn';

const framework = Framework.parse(pack);

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
  itHasItems(framework, [
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
  ]);

  itBringsInAll(framework, [
    ['category1', [], 12],
    ['category2', ['category1'], 17],
    ['category3', ['category1', 'category2'], 22],
  ]);

  itIsOneStrand(framework);

  itSays(framework, [
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
  ]);
});
