import type { Framework } from '../../../shared/schema/framework';
import type { Review } from '../../../shared/schema/review';
import { Matrix } from '../../../shared/schema/matrixViews';
import { autumn, now, peersSeeLevels, settings, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange, recordedChange } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { area, category, changeId, level, urn } from '../../support/builders/ids';
import { ada, alder, birch, callers, cedar, inspectedAlder, staffingLead } from '../../support/builders/people';
import { openReview, signedOffReview } from '../../support/builders/reviews';
import { cell, matrix, rowOf } from '../../support/builders/matrixAsRead';

describe('the matrix', () => {
  it('has a row for every academy in alphabetical order, and is what the API promises', () => {
    const made = matrix({ reviews: [signedOffReview(), openReview({ academy: birch })] });
    expect(made.rows.map((row) => row.name)).toEqual(['Alder Academy', 'Birch Academy', 'Cedar Academy']);
    expect(Matrix.parse(made)).toEqual(made);
    expect(made).toMatchObject({ ...autumn, previous: summerBefore, frameworkName: 'Small framework', asAt: now });
  });

  it('shows of a review what was judged', () => {
    const made = matrix({ reviews: [signedOffReview({ levels: { [area.attendance]: level.intervention } })] });
    expect(cell(made, area.attendance)).toEqual({ state: 'judged', level: level.intervention, changed: false });
    expect(rowOf(made)).toMatchObject({ review: 'signedOff', signedOffAt: signedOffReview().signedOffAt, pupils: 210 });
  });

  it('shows nothing judged where none was opened', () => {
    const made = matrix();
    expect(cell(made, area.attendance)).toEqual({ state: 'notJudged' });
    expect(rowOf(made)).toMatchObject({ review: 'notOpened' });
    expect(rowOf(made).signedOffAt).toBeUndefined();
  });
});

describe('not applicable', () => {
  it('comes from the phase, and from the trust’s word for one academy', () => {
    const made = matrix();
    expect(cell(made, area.earlyYears, urn.birch)).toEqual({ state: 'notApplicable' });
    expect(cell(made, area.retention, urn.cedar)).toEqual({ state: 'notApplicable' });
    expect(cell(made, area.earlyYears)).toEqual({ state: 'notJudged' });
  });

  it('comes from the review where one was opened: later changes of the academy leave it alone', () => {
    const review: Review = { ...openReview(), notApplicable: [area.safeguarding] };
    const made = matrix({ reviews: [review], input: { academies: [{ ...alder, notApplicable: [area.vacancies] }] } });
    expect(cell(made, area.safeguarding)?.state).toBe('notApplicable');
    expect(cell(made, area.vacancies)?.state).toBe('notJudged');
  });

  it('wins over a level, and never counts, in the counts or in the direction', () => {
    const before = signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.intervention } });
    const review: Review = { ...signedOffReview(), notApplicable: [area.attendance] };
    const made = matrix({ reviews: [before, review], input: { academies: [alder] } });
    expect(cell(made, area.attendance)).toEqual({ state: 'notApplicable' });
    expect(made.counts).toMatchObject({ notJudged: 0, notApplicable: 1 });
    expect(rowOf(made).direction).toEqual({ comparedWith: summerBefore, better: 0, worse: 0, same: 4 });
  });
});

describe('the direction', () => {
  it('counts what is better, worse and the same, on each area’s own scale', () => {
    const then = signedOffReview({
      period: summerBefore,
      levels: {
        [area.attendance]: level.intervention,
        [area.earlyYears]: level.exceptional,
        [area.vacancies]: level.actions,
      },
    });
    const made = matrix({ reviews: [then, signedOffReview({ levels: { [area.attendance]: level.actions } })] });
    expect(rowOf(made).direction).toEqual({ comparedWith: summerBefore, better: 2, worse: 1, same: 2 });
    expect(cell(made, area.attendance)).toMatchObject({ previous: level.intervention, changed: true });
    expect(cell(made, area.safeguarding)).toMatchObject({ previous: level.assured, changed: false });
  });

  it('is absent where nothing can be compared', () => {
    expect(rowOf(matrix({ reviews: [signedOffReview()] })).direction).toBeUndefined();
    const first = { year: summerBefore.year, period: 'autumn' } as const;
    const made = matrix({ reviews: [signedOffReview({ period: first })], input: first });
    expect(made.previous).toBeUndefined();
    expect(rowOf(made).direction).toBeUndefined();
  });

  it('takes the same academy only', () => {
    const then = signedOffReview({
      period: summerBefore,
      academy: cedar,
      levels: { [area.attendance]: level.actions },
    });
    expect(cell(matrix({ reviews: [then, signedOffReview()] }), area.attendance)).toMatchObject({ changed: false });
  });
});

describe('the category', () => {
  it('is headed with the framework’s own word, and stands beside what the framework asks for of the time before', () => {
    const framework: Framework = { ...smallFramework, categoryWord: 'tier', historic: ['ofsted'] };
    const inspected = [inspectedAlder(ada.id)];
    expect(matrix({ input: { framework, academies: inspected } })).toMatchObject({
      categoryWord: 'tier',
      historic: ['ofsted'],
      rows: [{ historic: { inspections: [{ overall: 'requiresImprovement' }] } }],
    });
    expect(matrix({ input: { academies: inspected } }).rows[0]?.historic.inspections).toEqual([]);
  });

  const changes = [
    recordedChange({ id: changeId(1), to: category.improve, effectiveFrom: '2026-01-01' }),
    decidedChange({ id: changeId(2), to: category.repair, effectiveFrom: '2026-12-01' }),
    atApprove({ id: changeId(3), to: category.stabilise }),
  ];
  it('of the day, the next one and the open change, for whoever may read changes', () =>
    expect(rowOf(matrix({ changes }))).toMatchObject({
      category: { code: category.improve, since: '2026-01-01' },
      nextCategory: { code: category.repair, from: '2026-12-01' },
      openChange: { id: changeId(3), to: category.stabilise },
    }));
  it.each([
    ['a function lead', staffingLead, settings],
    ['a peer', callers.headTeacher, peersSeeLevels],
  ])('without the next one and the open change for %s', (_, reader, policies) => {
    const moved = changes.map((change) => ({ ...change, urn: urn.birch }));
    const row = rowOf(matrix({ reader, changes: moved, input: { settings: policies } }), urn.birch);
    expect(row.nextCategory).toBeUndefined();
    expect(row.openChange).toBeUndefined();
  });
});
