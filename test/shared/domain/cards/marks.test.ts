import type { countMarks } from '../../../../shared/domain/cards/marks';
import { changesBetween, markOf, summarise } from '../../../../shared/domain/cards/marks';
import { smallFramework } from '../../../support/builders/framework';
import { area, level } from '../../../support/builders/ids';

const mixed = {
  [area.vacancies]: level.actions,
  [area.retention]: level.assured,
  [area.attendance]: level.intervention,
  [area.earlyYears]: level.urgent,
  [area.safeguarding]: level.assured,
};

describe('a mark', () => {
  it('is word, symbol and tone together, never one alone', () => {
    for (const each of [...smallFramework.scales.flatMap((scale) => scale.levels), ...smallFramework.categories])
      expect(markOf(each)).toEqual({ word: each.name, symbol: each.symbol, tone: each.tone });
  });
});

describe('the summary of a row', () => {
  const counted = (counts: ReturnType<typeof countMarks>) => counts.map(({ mark, count }) => [mark.word, count]);

  it('counts per function, the best level first', () =>
    expect(summarise(smallFramework, mixed).groups.map(({ name, counts }) => [name, counted(counts)])).toEqual([
      [
        'Staffing',
        [
          ['Assured', 1],
          ['Actions in place', 1],
        ],
      ],
      [
        'Quality of education',
        [
          ['Assured', 1],
          ['Intervention required', 1],
          ['Urgent improvement', 1],
        ],
      ],
    ]));

  it('names the areas that need intervention, of every scale', () =>
    expect(summarise(smallFramework, mixed).intervention.map(({ area: name, mark }) => [name, mark.word])).toEqual([
      ['Attendance', 'Intervention required'],
      ['Early years', 'Urgent improvement'],
    ]));

  it('leaves out functions in which nothing is judged, and areas of another framework', () => {
    const { groups, counts } = summarise(smallFramework, {
      [area.safeguarding]: level.assured,
      ['payroll' as typeof area.vacancies]: level.actions,
    });
    expect(groups.map((each) => each.name)).toEqual(['Quality of education']);
    expect(counted(counts)).toEqual([['Assured', 1]]);
  });

  it('counts every judged area once', () =>
    expect(summarise(smallFramework, mixed).counts.reduce((sum, { count }) => sum + count, 0)).toBe(5));
});

describe('what changed', () => {
  it('is what is better or worse, the worse first; not the same, not the new, not what is gone', () => {
    const before = {
      [area.vacancies]: level.assured,
      [area.attendance]: level.actions,
      [area.earlyYears]: level.urgent,
      [area.safeguarding]: level.assured,
    };
    const now = {
      [area.vacancies]: level.intervention,
      [area.retention]: level.actions,
      [area.attendance]: level.assured,
      [area.earlyYears]: level.urgent,
    };
    expect(
      changesBetween(smallFramework, before, now).map(({ area: name, from, to, direction }) => [
        name,
        from.word,
        to.word,
        direction,
      ]),
    ).toEqual([
      ['Vacancies', 'Assured', 'Intervention required', 'worse'],
      ['Attendance', 'Actions in place', 'Assured', 'better'],
    ]);
  });
});
