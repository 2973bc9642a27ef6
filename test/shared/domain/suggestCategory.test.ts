import type { z } from 'zod';
import { SuggestedCategory } from '../../../shared/schema/categoryChange';
import { Framework } from '../../../shared/schema/framework';
import type { AreaCode, LevelCode } from '../../../shared/schema/ids';
import type { CategorySuggestion } from '../../../shared/schema/suggestion';
import { inPlay } from '../../../shared/domain/inPlay';
import { suggestCategory, type RowFacts } from '../../../shared/domain/suggestCategory';
import { smallFramework } from '../../support/builders/framework';
import { area, kpi, level } from '../../support/builders/ids';
import { worstOfSmall } from '../../support/builders/suggestions';

const ruled = (categorySuggestion: z.input<typeof CategorySuggestion>, other: object = {}) =>
  Framework.parse({ ...smallFramework, ...other, categorySuggestion });
const best = {
  [area.vacancies]: level.assured,
  [area.retention]: level.assured,
  [area.attendance]: level.assured,
  [area.earlyYears]: level.exceptional,
  [area.safeguarding]: level.assured,
};
const row = (levels: Partial<Record<AreaCode, LevelCode>> = {}, other: Partial<RowFacts> = {}): RowFacts => ({
  levels: { ...best, ...levels },
  notApplicable: [],
  kpis: {},
  ...other,
});

const worst = ruled(worstOfSmall);
const counting = ruled({
  rule: 'counts',
  lines: [
    {
      category: 'stabilise',
      when: [{ atLeast: 1, areas: ['safeguarding'], orWorse: [{ scale: 'rag', level: 'intervention' }] }],
    },
    {
      category: 'repair',
      when: [
        {
          atLeast: 2,
          orWorse: [
            { scale: 'rag', level: 'actions' },
            { scale: 'five', level: 'attention' },
          ],
        },
      ],
    },
  ],
  otherwise: 'sustain',
});
const tabled = ruled({
  rule: 'table',
  rows: 'attendance',
  columns: 'safeguarding',
  cells: ['intervention', 'actions', 'assured'].flatMap((line) =>
    ['intervention', 'actions', 'assured'].map((column) => ({
      row: line,
      column,
      category: line === 'assured' && column === 'assured' ? 'sustain' : 'repair',
    })),
  ),
});
const banded = ruled({
  rule: 'kpiBand',
  kpi: 'attendanceRate',
  bands: [
    { category: 'stabilise', to: 50, words: 'up to 50' },
    { category: 'sustain', from: 50, to: 200, words: '50 or more' },
  ],
});

describe('the suggested category', () => {
  it.each<[string, Framework, RowFacts, string | undefined, string]>([
    [
      'of the worst judgement',
      worst,
      row({ [area.attendance]: level.actions, [area.earlyYears]: level.attention }),
      'repair',
      'Repair: the worst judgement counts, and Early years is Needs attention.',
    ],
    [
      'of the worst judgement, where several are as bad',
      worst,
      row({ [area.attendance]: level.intervention, [area.earlyYears]: level.urgent }),
      'stabilise',
      'Stabilise: the worst judgement counts, and Attendance is Intervention required and Early years is Urgent improvement.',
    ],
    [
      'of the first count that holds',
      counting,
      row({ [area.safeguarding]: level.intervention, [area.attendance]: level.intervention }),
      'stabilise',
      'Stabilise: Safeguarding is Intervention required (1 or more such judgements count).',
    ],
    [
      'of a later count, a worse level counting too',
      counting,
      row({ [area.attendance]: level.intervention, [area.earlyYears]: level.attention }),
      'repair',
      'Repair: Attendance is Intervention required and Early years is Needs attention (2 or more such judgements count).',
    ],
    [
      'where no count holds',
      counting,
      row({ [area.attendance]: level.actions }),
      'sustain',
      'Sustain: no more than this is called for, since too few areas are weak for anything else.',
    ],
    [
      'of a table',
      tabled,
      row({ [area.attendance]: level.actions }),
      'repair',
      'Repair: Attendance is Actions in place and Safeguarding is Assured.',
    ],
    [
      'of a measure',
      banded,
      row({}, { kpis: { [kpi.attendanceRate]: { value: 70 } } }),
      'sustain',
      'Sustain: Attendance of 70 % is 50 or more.',
    ],
    [
      'of a measure in two bands: the one with more support',
      banded,
      row({}, { kpis: { [kpi.attendanceRate]: { value: 50 } } }),
      'stabilise',
      'Stabilise: Attendance of 50 % falls in the bands of Stabilise and Sustain, and the more cautious one counts.',
    ],
    [
      'of a measure in no band',
      banded,
      row({}, { kpis: { [kpi.attendanceRate]: { value: 300 } } }),
      undefined,
      'Attendance of 300 % is in no band of the framework’s rule.',
    ],
    ['of a measure without a value', banded, row(), undefined, 'No suggestion yet: Attendance has no value.'],
    [
      'of a measure that does not apply',
      banded,
      row({}, { notApplicable: [area.attendance], kpis: { [kpi.attendanceRate]: { value: 70 } } }),
      undefined,
      'Attendance does not apply to this academy, so Attendance says nothing.',
    ],
    [
      'while an area is not judged',
      worst,
      { ...row(), levels: { ...best, [area.attendance]: undefined } },
      undefined,
      'No suggestion yet: Attendance is not judged.',
    ],
    [
      'while areas are not judged, however bad the others are',
      worst,
      { ...row(), levels: { [area.safeguarding]: level.intervention } },
      undefined,
      'No suggestion yet: Vacancies, Retention, Attendance and Early years are not judged.',
    ],
    [
      'where an area that the table reads does not apply',
      tabled,
      row({}, { notApplicable: [area.safeguarding] }),
      undefined,
      'One of the two areas that this is read from does not apply to this academy.',
    ],
    [
      'where nothing applies',
      worst,
      row({}, { notApplicable: Object.keys(best) as AreaCode[] }),
      undefined,
      'None of the areas that this is read from applies to this academy.',
    ],
  ])('%s', (_, framework, facts, category, why) => {
    const suggested = suggestCategory(framework, facts);
    expect(suggested).toEqual({ ...(category && { category }), why });
    expect(SuggestedCategory.parse(suggested)).toEqual(suggested);
  });

  it('is none where the framework has no rule', () => expect(suggestCategory(smallFramework, row())).toBeUndefined());

  it('reads only the areas that the rule names', () => {
    const framework = ruled({ ...worst.categorySuggestion, areas: ['safeguarding'] } as z.input<
      typeof CategorySuggestion
    >);
    const facts = { ...row(), levels: { [area.safeguarding]: level.actions } };
    expect(suggestCategory(framework, facts)?.category).toBe('improve');
  });

  it('reads an area where high is bad by its own order', () => {
    const rule: z.input<typeof CategorySuggestion> = {
      rule: 'counts',
      lines: [
        {
          category: 'stabilise',
          when: [{ atLeast: 1, areas: ['vacancies'], orWorse: [{ scale: 'rag', level: 'actions' }] }],
        },
      ],
      otherwise: 'sustain',
    };
    const areas = smallFramework.areas.map((each) =>
      each.code === area.vacancies ? { ...each, highIsBad: true } : each,
    );
    const framework = inPlay(ruled(rule, { areas }));
    const of = (code: LevelCode) => suggestCategory(framework, row({ [area.vacancies]: code }))?.category;
    expect([of(level.assured), of(level.actions), of(level.intervention)]).toEqual([
      'stabilise',
      'stabilise',
      'sustain',
    ]);
  });

  it('names a few of many, so that it can be kept', () => {
    const areas = Array.from({ length: 60 }, (_, i) => ({
      code: `area${i}`,
      name: `${'A long name of an area '.repeat(3)}${i}`,
      group: 'school',
      scale: 'rag',
    }));
    const framework = ruled(worst.categorySuggestion, { areas });
    const all = (code: string) => Object.fromEntries(areas.map((each) => [each.code, code])) as RowFacts['levels'];
    for (const levels of [all('intervention'), {}]) {
      const suggested = suggestCategory(framework, { levels, notApplicable: [], kpis: {} });
      expect(SuggestedCategory.parse(suggested).why).toMatch(/and 55 more/);
    }
  });
});
