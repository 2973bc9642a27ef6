import { checkFramework } from '../../../shared/domain/checkFramework';
import pack from '../../../shared/frameworks/earnedAutonomy.json';
import { Framework } from '../../../shared/schema/framework';
import { areaIn, categoryIn, scalesIn, supportFigures } from './figures';

/** Everything here is held against the source document, 'School Improvement Policy' (seed 002). */
const framework = Framework.parse(pack);
const providers =
  "by CEO; the Trust's subject or phase specialists; Trust head teachers; other Trust staff; external consultants";
const underDirection = 'by School, under the direction of the CEO and the Board';

it('is in order', () => expect(checkFramework(framework)).toEqual([]));

describe('the grading', () => {
  it('takes the areas of the four-grade inspection framework, and says why', () => {
    expect(framework.areas.map(({ name }) => name)).toEqual([
      'Quality of education',
      'Behaviour and attitudes',
      'Personal development',
      'Leadership and management',
      'Early years provision',
      'Sixth-form provision',
      'Safeguarding',
    ]);
    expect(framework.groups.map(({ name }) => name)).toEqual(['Areas of critical importance']);
    expect(framework.source?.notes[0]).toMatch(/picture that is lost .* four-grade inspection framework/);
  });

  it('grades in the words of the categories, and safeguarding as effective or not', () => {
    expect(scalesIn(framework)).toEqual([
      [
        'Four grades',
        [
          ['Inadequate', 'critical', '!', true],
          ['Requires improvement', 'caution', '△', false],
          ['Good', 'good', '●', false],
          ['Outstanding', 'exceptional', '✦', false],
        ],
      ],
      [
        'Effective or not',
        [
          ['Not effective', 'critical', '✗', true],
          ['Effective', 'good', '✓', false],
        ],
      ],
    ]);
    expect(framework.areas.filter(({ scale }) => scale === 'effective').map(({ code }) => code)).toEqual([
      'safeguarding',
    ]);
  });

  it('leaves early years and sixth form to the phases that have them', () => {
    expect(areaIn(framework, 'earlyYears').notApplicableIn).toContain('secondary');
    expect(areaIn(framework, 'sixthForm').notApplicableIn).toContain('primary');
    for (const code of ['earlyYears', 'sixthForm'])
      expect(areaIn(framework, code).notApplicableIn).not.toContain('allThrough');
  });

  it('is made each year, agreed by head teacher and CEO, beside the last inspection', () => {
    expect(framework.judging).toEqual({
      period: 'year',
      record: 'grading',
      raters: ['directorOfEducation', 'ceo', 'headTeacher'],
      settling: { word: 'agreement', by: ['headTeacher', 'ceo'] },
    });
    expect(framework.historic).toEqual(['ofsted', 'inspectionDate']);
  });
});

describe('the categories', () => {
  it('are the three of the source; category 3 needs most support', () => {
    expect(framework.categories.map(({ name, order, summary }) => [name, order, summary])).toEqual([
      ['Category 1', 3, ['Good/outstanding']],
      ['Category 2', 2, ['Requires improvement']],
      ['Category 3', 1, ['Inadequate/sponsored']],
    ]);
    expect(framework.categorySuggestion).toEqual({ rule: 'none' });
  });

  it('touches category 1 lightly: what is more comes when the school asks', () =>
    expect(supportFigures(framework, 'category1')).toEqual([
      ['mandatoryReturns', ''],
      ['qaVisit', 'by Usually the CEO'],
      ['siVisit', `${providers}, on request`],
      ['headPerformance', 'by CEO'],
      ['planSupport', underDirection],
    ]));

  it.each(['category2', 'category3'])('%s has more frequent visits and external input', (code) => {
    expect(supportFigures(framework, code)).toEqual([
      ['qaVisit', 'by Usually the CEO'],
      ['siVisit', providers],
      ['headPerformance', 'by CEO'],
      ['planSupport', underDirection],
      ['criticalAreas', ''],
    ]);
    expect(categoryIn(framework, code).support[0]?.text).toMatch(/more frequent than in category 1/);
  });

  it('names no number for the visits, as the source names none', () => {
    const support = framework.categories.flatMap((category) => category.support);
    expect(support.filter(({ cadence, days }) => cadence ?? days)).toEqual([]);
  });

  it('says of category 3 alone that the local governing body may have no local representation', () =>
    expect(
      framework.categories
        .filter(({ features }) => features.some((feature) => feature.includes('no or minimal local representation')))
        .map(({ code }) => code),
    ).toEqual(['category3']));
});

describe('how a category is decided', () => {
  it('at year end by the CEO in discussion with the head, confirmed by the Board, which may grade differently', () =>
    expect(framework.routes[0]).toMatchObject({
      occasion: 'yearEnd',
      proposers: ['ceo'],
      steps: [
        { kind: 'discuss', by: 'headTeacher' },
        { kind: 'confirm', by: 'boardMember', mayChangeCategory: true },
      ],
    }));

  it('and by the Board at any time', () =>
    expect(framework.routes[1]).toMatchObject({
      occasion: 'exceptional',
      proposers: ['boardMember', 'ceo'],
      steps: [
        { kind: 'represent', by: 'headTeacher' },
        { kind: 'approve', by: 'ceo' },
        { kind: 'confirm', by: 'boardMember' },
      ],
    }));
});

describe('the School Improvement Plan', () => {
  it('covers three key issues with SMART actions', () => {
    expect(framework.plan).toMatchObject({ name: 'School Improvement Plan', method: 'smartActions' });
    expect(framework.plan?.sections.map(({ name }) => name)).toEqual([
      'Performance',
      'Strengths and areas for development',
      'SMART action planning',
    ]);
    expect(framework.plan?.recommendations).toHaveLength(4);
  });
});
