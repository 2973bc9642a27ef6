import { aggregates } from '../../../functions/adapters/aggregates';
import { latestJudgedPeriod, mayReadMatrix } from '../../../shared/domain/matrix';
import type { AreaCode } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { autumn, peersSeeLevels, settings, summerBefore } from '../../support/builders/calendar';
import { area, group, level, urn } from '../../support/builders/ids';
import {
  academies,
  ada,
  alder,
  birch,
  bo,
  callers,
  cora,
  dana,
  hazel,
  nobody,
  primaryDirector,
  staffingLead,
  type CallerName,
} from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';
import { cell, matrix, rowOf } from '../../support/builders/matrixAsRead';

describe('drafts', () => {
  const drafts = {
    judged: judgedReview(),
    awaiting: awaitingReview(),
    queried: queriedReview(),
    reopened: reopenedReview(),
  };
  /** Those who make the judgements, and the academy's own head teacher: `readDraftLevels`. */
  const sees: Record<CallerName, readonly AreaCode[] | 'all'> = {
    headTeacher: 'all',
    director: 'all',
    primaryDirector: 'all',
    functionLead: [area.vacancies, area.retention],
    ceo: 'all',
    boardMember: [],
    committeeMember: [],
    localGovernor: [],
    administrator: [],
    noRole: [],
  };

  describe.each(Object.entries(drafts))('of a review that is %s', (_, review) => {
    it.each(Object.entries(sees))('%s', (name, areas) => {
      const made = matrix({
        reader: callers[name as CallerName],
        reviews: [review],
        input: { settings: peersSeeLevels },
      });
      const judged = Object.entries(rowOf(made).cells).flatMap(([code, each]) =>
        each?.state === 'judged' ? [code] : [],
      );
      expect(judged.sort()).toEqual([...(areas === 'all' ? Object.values(area) : areas)].sort());
    });
  });

  it('of another academy are not for a head teacher, nor for the director of another phase', () => {
    const reviews = [judgedReview({ academy: birch })];
    for (const reader of [hazel, primaryDirector]) {
      const made = matrix({ reader, reviews, input: { settings: peersSeeLevels } });
      expect(made.rows.flatMap((row) => Object.values(row.cells)).filter((each) => each?.state === 'judged')).toEqual(
        [],
      );
      expect(made.signedOffOnly).toBe(true);
    }
  });

  it('leave no trace in the counts, the direction or what is compared', () => {
    const reviews = [
      signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.actions } }),
      awaitingReview(),
    ];
    const made = matrix({ reader: bo, reviews, input: { academies: [alder] } });
    expect(made.counts).toMatchObject({ levels: [], notJudged: 5, signedOff: 0 });
    expect(rowOf(made).direction).toBeUndefined();
    expect(cell(made, area.attendance)).toEqual({ state: 'notJudged', previous: level.actions });
    expect(made.signedOffOnly).toBe(true);
  });

  it('are never what a term is compared with', () => {
    const reviews = [
      judgedReview({ period: summerBefore, levels: { [area.attendance]: level.actions } }),
      signedOffReview(),
    ];
    expect(cell(matrix({ reviews }), area.attendance)).toEqual({
      state: 'judged',
      level: level.assured,
      changed: false,
    });
    expect(rowOf(matrix({ reviews })).direction).toBeUndefined();
  });

  it('are announced as hidden only to those for whom some are', () => {
    expect(matrix({ reader: cora }).signedOffOnly).toBe(false);
    expect(matrix({ reader: dana }).signedOffOnly).toBe(false);
    expect(matrix({ reader: staffingLead }).signedOffOnly).toBe(false);
    expect(matrix({ reader: bo }).signedOffOnly).toBe(true);
  });
});

describe('who sees which part', () => {
  it('a function lead: their own functions and no trace of the others', () => {
    const made = matrix({ reader: staffingLead, reviews: [signedOffReview()] });
    expect(made.groups.map((each) => each.code)).toEqual([group.staffing]);
    expect(made.areas.map((each) => each.code)).toEqual([area.vacancies, area.retention]);
    for (const row of made.rows) expect(Object.keys(row.cells)).toEqual([area.vacancies, area.retention]);
    expect(JSON.stringify(made.counts)).not.toContain(level.strong);
  });

  it.each<[string, Person, boolean, boolean]>([
    ['director', dana, true, true],
    ['director of a phase', primaryDirector, true, true],
    ['CEO', cora, true, true],
    ['board member', bo, true, true],
    ['function lead', staffingLead, true, true],
    ['head teacher', hazel, false, true],
    ['local governor', callers.localGovernor, false, false],
    ['administrator', ada, false, false],
    ['nobody', nobody, false, false],
  ])('%s may open it', (_, reader, without, withPeers) => {
    expect(mayReadMatrix(reader, settings)).toBe(without);
    expect(mayReadMatrix(reader, peersSeeLevels)).toBe(withPeers);
  });

  it('a peer sees every academy’s levels and no detail but their own', () => {
    const made = matrix({
      reader: hazel,
      reviews: [signedOffReview({ academy: birch })],
      input: { settings: peersSeeLevels },
    });
    expect(cell(made, area.attendance, urn.birch)?.state).toBe('judged');
    expect(made.rows.map((row) => row.mayOpenDetail)).toEqual([true, false, false]);
  });

  it('the Board may open every detail, a phase’s director their phase’s', () => {
    expect(matrix({ reader: bo }).rows.map((row) => row.mayOpenDetail)).toEqual([true, true, true]);
    expect(matrix({ reader: primaryDirector }).rows.map((row) => row.mayOpenDetail)).toEqual([true, false, false]);
  });
});

describe('the term that the matrix opens at', () => {
  const latest = (reader: Person, ...reviews: Review[]) =>
    latestJudgedPeriod(
      reader,
      academies,
      reviews.map((review) => aggregates.reviews.rowOf(review)),
    );
  it('is the latest in which the reader may see a judgement', () => {
    const reviews = [judgedReview(), signedOffReview({ period: summerBefore })];
    expect(latest(cora, ...reviews)).toEqual(autumn);
    expect(latest(bo, ...reviews)).toEqual(summerBefore);
    expect(latest(bo, signedOffReview(), ...reviews)).toEqual(autumn);
    expect(
      latest(primaryDirector, judgedReview({ academy: birch }), signedOffReview({ period: summerBefore })),
    ).toEqual(summerBefore);
  });
  it('is none where nothing is judged', () => {
    expect(latest(cora)).toBeUndefined();
    expect(latest(cora, openReview())).toBeUndefined();
    expect(latest(bo, judgedReview())).toBeUndefined();
  });
});
