import { describeModelChange, mayMoveYear } from '../../../shared/domain/modelChange';
import { Framework } from '../../../shared/schema/framework';
import type { Review } from '../../../shared/schema/review';
import { spring } from '../../support/builders/wholeTrust';
import { atApprove, decidedChange, returnedChange } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { category, changeId, thisYear } from '../../support/builders/ids';
import { halfTermly, mistaken, sameAgain, secondVersion, today } from '../../support/builders/models';
import { outcomeOf } from '../../support/builders/outcome';
import { academies, birch, cedar } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';
import { rowOf, rowOfChange } from '../../support/builders/rows';

interface Held {
  readonly reviews?: readonly Review[];
  readonly changes?: readonly Parameters<typeof rowOfChange>[0][];
}

const describing = (to: Framework, { reviews = [], changes = [] }: Held = {}, from = smallFramework) => {
  const facts = { year: thisYear, rows: reviews.map(rowOf), changes: changes.map(rowOfChange), academies, today };
  return Object.fromEntries(describeModelChange(from, to, facts).map(({ title, lines }) => [title, lines]));
};
const changed = (parts: object): Framework => Framework.parse({ ...smallFramework, version: 9, ...parts });

describe('what a change of model would affect', () => {
  it('is nothing but the records where nothing is different', () => {
    expect(describing(sameAgain)).toEqual({ 'Records of 2026/27': ['There are no reviews of this year to move.'] });
  });

  it('does not depend on the order in which the codes of a document stand', () => {
    const backwards = changed({
      areas: smallFramework.areas.map((area) => Object.fromEntries(Object.entries(area).reverse())),
    });
    expect(Object.keys(describing(backwards))).toEqual(['Records of 2026/27']);
  });

  it('is told part by part', () => {
    const told = describing(secondVersion);
    expect(told['Areas']).toEqual([
      'New: ‘Inclusion’.',
      'No longer judged: ‘Vacancies’.',
      '‘Retention’ is now called ‘Staff retention’.',
      '‘Early years’ is judged on ‘RAG’ instead of ‘Five levels’.',
    ]);
    expect(told['Measures']).toEqual(['No longer measured: ‘Repeated suspensions’.']);
    expect(told['Support']).toEqual([
      '‘Improve’ brings as well: Half-termly visit.',
      '‘Improve’ no longer brings: Termly visit.',
    ]);
    expect(told['Categories']).toEqual(['No longer there: ‘Repair’.']);
  });

  it('names a level that is called, coloured or ordered otherwise, and says that it is not compared', () => {
    const [rag, five] = smallFramework.scales;
    const levels = rag?.levels.map((level) => {
      if (level.code === 'actions') return { ...level, name: 'Work under way', tone: 'steady' };
      return level.code === 'assured' ? level : { ...level, needsIntervention: false };
    });
    expect(describing(changed({ scales: [{ ...rag, levels }, five] }))['Levels']).toEqual([
      '‘Actions in place’ is now called ‘Work under way’.',
      'Another colour or symbol: ‘Work under way’.',
      'Whether intervention is needed differs: ‘Intervention required’.',
      'Not compared with judgements before, because it means something else now: ‘Work under way’.',
    ]);
    const turned = rag?.levels.map((level) => ({ ...level, order: 4 - level.order }));
    expect(describing(changed({ scales: [{ ...rag, levels: turned }, five] }))['Levels']).toContain(
      'The levels of ‘RAG’ stand in another order.',
    );
  });

  it('names measures with other bands', () => {
    const areas = smallFramework.areas.map((area) => ({
      ...area,
      kpis: area.kpis.map((kpi) => (kpi.code === 'attendanceRate' ? { ...kpi, inTwoBands: 'moreGenerous' } : kpi)),
    }));
    expect(describing(changed({ areas }))['Measures']).toEqual([
      'Other bands, which may suggest other levels: ‘Attendance’.',
    ]);
  });

  it('says who judges and agrees from then on', () => {
    const judging = {
      ...smallFramework.judging,
      record: 'assessment',
      raters: ['headTeacher', 'ceo'],
      settling: { word: 'agreement', by: ['headTeacher', 'ceo'] },
    };
    expect(describing(changed({ judging }))['Judging']).toEqual([
      'Judged by the head teacher and the CEO.',
      'Agreed by the head teacher and the CEO.',
      'A review is now called an assessment.',
    ]);
  });

  it('names the academies that stand in a category which is gone, and those that will', () => {
    const changes = [
      decidedChange({ id: changeId(1), to: category.repair }),
      { ...decidedChange({ id: changeId(2), academy: birch, to: category.repair }), effectiveFrom: '2027-01-04' },
      decidedChange({ id: changeId(3), academy: cedar, to: category.sustain }),
    ];
    expect(describing(secondVersion, { changes })['Categories']).toEqual([
      'No longer there: ‘Repair’.',
      'Alder Academy and Birch Academy stand in ‘Repair’ and keep it until a change is decided.',
    ]);
  });

  it('leaves changes under way on the route that they were proposed on', () => {
    expect(describing(sameAgain, { changes: [atApprove()] })['Routes']).toEqual([
      '1 change of category is under way and keeps the route that it was proposed on.',
    ]);
    const both = [atApprove(), returnedChange({ id: changeId(2), academy: birch })];
    expect(describing(sameAgain, { changes: both })['Routes']).toEqual([
      '2 changes of category are under way and keep the route that they were proposed on.',
    ]);
  });

  it('counts the records: what is locked or was sent stays, the rest goes over', () => {
    const reviews = [
      signedOffReview(),
      awaitingReview({ academy: birch }),
      queriedReview({ academy: cedar }),
      reopenedReview({ period: spring }),
      judgedReview({ academy: birch, period: spring }),
      openReview({ academy: cedar, period: spring }),
    ];
    expect(describing(sameAgain, { reviews })['Records of 2026/27']).toEqual([
      '1 signed-off review stays on the version it was judged on.',
      '3 reviews that were sent for sign-off stay on the version they were judged on.',
      '2 open reviews go over to the new version, with what is judged so far.',
    ]);
  });

  it('says for each academy how many judgements have no place any more', () => {
    const reviews = [judgedReview(), judgedReview({ academy: birch }), signedOffReview({ academy: cedar })];
    expect(describing(secondVersion, { reviews })['Records of 2026/27']).toEqual([
      '1 signed-off review stays on the version it was judged on.',
      '2 open reviews go over to the new version, with what is judged so far.',
      'Alder Academy: 2 judgements have no place in the new version. The history keeps them.',
      'Birch Academy: 1 judgement has no place in the new version. The history keeps it.',
    ]);
  });

  it('counts nothing that is there already', () => {
    const moved = { ...judgedReview(), framework: { code: sameAgain.code, version: sameAgain.version } };
    expect(describing(sameAgain, { reviews: [moved] })['Records of 2026/27']).toEqual([
      'There are no reviews of this year to move.',
    ]);
  });
});

describe('a year may go over to a version', () => {
  const rows = [rowOf(openReview())];
  it.each([
    ['with other areas', secondVersion, rows, 'accepted'],
    ['in use already', smallFramework, rows, 'framework.in-use-already'],
    ['with mistakes', mistaken, rows, 'framework.has-mistakes'],
    ['that judges in other periods, where there are records', halfTermly, rows, 'framework.other-period'],
    ['that judges in other periods, where there are none', halfTermly, [], 'accepted'],
  ] as const)('%s', (_, to, held, outcome) => expect(outcomeOf(mayMoveYear(smallFramework, to, held))).toBe(outcome));
});
