import fc from 'fast-check';
import { inPlay } from '../../../shared/domain/inPlay';
import type { Framework } from '../../../shared/schema/framework';
import type { Review } from '../../../shared/schema/review';
import { peersSeeLevels, summerBefore } from '../../support/builders/calendar';
import { reordered, smallFramework } from '../../support/builders/framework';
import { area, level } from '../../support/builders/ids';
import { academies, alder, bo, cora, dana, hazel, primaryDirector, staffingLead } from '../../support/builders/people';
import { awaitingReview, judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { cell, matrix, rowOf } from '../../support/builders/matrixAsRead';

describe('levels that are counted', () => {
  const counted = (framework: Framework, reviews: readonly Review[], frameworks = [framework]) =>
    matrix({ reviews, input: { framework, frameworks, academies: [alder] } }).counts.levels;

  it('are counted by scale: the same code on two scales is two levels', () => {
    const [rag, five] = smallFramework.scales;
    if (!rag || !five) throw new Error('There are two scales.');
    const sharing = five.levels.map((each) => (each.code === level.strong ? { ...each, code: level.assured } : each));
    const framework = { ...smallFramework, scales: [rag, { ...five, levels: sharing }] };
    const review = signedOffReview({ framework, levels: { [area.earlyYears]: level.assured } });
    expect(counted(framework, [review])).toEqual([
      { scale: rag.code, level: level.assured, count: 4 },
      { scale: five.code, level: level.assured, count: 1 },
    ]);
  });

  it('are counted apart where high is bad', () => {
    const areas = smallFramework.areas.map((each) => ({ ...each, highIsBad: each.code === area.retention }));
    const framework = inPlay({ ...smallFramework, areas });
    const review = signedOffReview({ framework });
    expect(counted(framework, [review]).map(({ scale, count }) => [scale, count])).toEqual([
      ['rag', 3],
      ['ragTurned', 1],
      ['five', 1],
    ]);
    const before = signedOffReview({
      framework,
      period: summerBefore,
      levels: { [area.retention]: level.intervention },
    });
    const made = matrix({
      reviews: [before, review],
      input: { framework, frameworks: [framework], academies: [alder] },
    });
    expect(rowOf(made).direction).toMatchObject({ better: 0, worse: 1, same: 4 });
  });

  it('are those alone that mean the same in today’s model; the others are shown as they were meant', () => {
    const scales = smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each) => (each.code === level.strong ? { ...each, name: 'Above standard' } : each)),
    }));
    const active = { ...smallFramework, version: 2, scales };
    const input = { framework: active, frameworks: [smallFramework, active], academies: [alder] };
    const made = matrix({ reviews: [signedOffReview(), signedOffReview({ period: summerBefore })], input });
    expect(cell(made, area.earlyYears)).toMatchObject({
      state: 'judged',
      as: { name: 'Strong standard' },
      changed: false,
    });
    expect(made.counts.levels).toEqual([{ scale: 'rag', level: level.assured, count: 4 }]);
    expect(rowOf(made).direction).toMatchObject({ better: 0, worse: 0, same: 4 });
    const judgedNow = signedOffReview({ framework: active });
    const now_ = matrix({ reviews: [judgedNow, signedOffReview({ period: summerBefore })], input });
    expect(cell(now_, area.earlyYears)).toEqual({
      state: 'judged',
      level: level.strong,
      previous: undefined,
      changed: false,
    });
  });
});

describe('the counts', () => {
  const builders = {
    none: undefined,
    open: openReview,
    judged: judgedReview,
    awaiting: awaitingReview,
    signedOff: signedOffReview,
  };
  const anyState = fc.constantFrom(...(Object.keys(builders) as (keyof typeof builders)[]));
  const anyReader = fc.constantFrom(cora, dana, primaryDirector, bo, staffingLead, hazel);

  it('add up to academies × areas, whoever reads, whatever is judged and in whatever order the framework is written', () => {
    fc.assert(
      fc.property(fc.tuple(anyState, anyState, anyState), anyReader, fc.boolean(), (states, reader, turned) => {
        const reviews = states.flatMap((state, i): Review[] => {
          const academy = academies[i] ?? alder;
          return [
            signedOffReview({ academy, period: summerBefore }),
            ...(builders[state] ? [builders[state]({ academy })] : []),
          ];
        });
        const framework = turned ? reordered(smallFramework) : smallFramework;
        const made = matrix({ reader, reviews, input: { settings: peersSeeLevels, framework } });
        const { levels, notJudged, notApplicable } = made.counts;
        const judged = levels.reduce((sum, { count }) => sum + count, 0);
        expect(judged + notJudged + notApplicable).toBe(made.rows.length * made.areas.length);
        expect(made.counts.academies).toBe(academies.length);
        expect(made.counts.signedOff).toBe(states.filter((state) => state === 'signedOff').length);
        const straight = matrix({ reader, reviews, input: { settings: peersSeeLevels } });
        for (const row of made.rows) {
          expect(row.cells).toEqual(rowOf(straight, row.urn).cells);
          expect(row.direction).toEqual(rowOf(straight, row.urn).direction);
        }
      }),
    );
  });
});
