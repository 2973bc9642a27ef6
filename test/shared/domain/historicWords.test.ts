import {
  areaGrades,
  inspectionDayWords,
  inspectionWords,
  judgementWords,
  latestOfEachKind,
  selfEvaluationWords,
} from '../../../shared/domain/historicWords';
import { historicFor } from '../../../shared/domain/historic';
import { Inspection } from '../../../shared/schema/historic';
import { Academy } from '../../../shared/schema/people';
import { ada, alder } from '../../support/builders/people';

const single = (on: string, overall?: string, grades: object[] = []): Inspection =>
  Inspection.parse({ report: 'grades', on, ...(overall && { overall }), grades });
const card = (on: string, grades: readonly string[], safeguarding = 'met'): Inspection =>
  Inspection.parse({
    report: 'reportCard',
    on,
    grades: grades.map((grade, i) => ({ area: `Area ${i + 1}`, grade })),
    safeguarding,
  });

describe('what Ofsted said, in its own words', () => {
  it.each([
    ['outstanding', 'Outstanding (single grade)'],
    ['good', 'Good (single grade)'],
    ['requiresImprovement', 'Requires improvement (single grade)'],
    ['inadequate', 'Inadequate (single grade)'],
  ])('a single grade: %s', (grade, words) => expect(judgementWords(single('2023-03-14', grade))).toBe(words));

  it('with its day', () =>
    expect(inspectionWords(single('2023-03-14', 'good'))).toBe('Good (single grade), 14 March 2023'));

  it('no overall grade where Ofsted gave none: none is made up', () => {
    expect(judgementWords(single('2024-10-01'))).toBe('No overall grade');
    const areas = [
      { area: 'Quality of education', grade: 'good' },
      { area: 'Personal development', grade: 'outstanding' },
    ];
    expect(inspectionWords(single('2024-10-01', undefined, areas))).toBe('No overall grade, 1 October 2024');
  });

  const expected = 'expectedStandard';
  it.each([
    [
      [expected, expected, expected, expected, 'strongStandard', 'needsAttention'],
      'met',
      '4 of 6 areas at the expected standard, 1 strong standard, 1 needs attention; safeguarding met',
    ],
    [['exceptional', expected], 'met', '1 of 2 areas at the expected standard, 1 exceptional; safeguarding met'],
    [
      ['strongStandard', 'urgentImprovement'],
      'notMet',
      '1 of 2 areas strong standard, 1 urgent improvement; safeguarding not met',
    ],
    [[expected], 'met', '1 of 1 area at the expected standard; safeguarding met'],
  ])('a report card, counted and never turned into one grade: %j', (grades, safeguarding, words) => {
    expect(judgementWords(card('2026-02-03', grades, safeguarding))).toBe(words);
    expect(words).not.toMatch(/good|outstanding|requires improvement|inadequate/i);
  });

  it('area by area', () => {
    expect(areaGrades(card('2026-02-03', ['strongStandard']))).toEqual(['Area 1: Strong standard']);
    expect(areaGrades(single('2023-03-14', 'good', [{ area: 'Early years', grade: 'inadequate' }]))).toEqual([
      'Early years: Inadequate',
    ]);
  });

  it('a day told from the other kind’s', () => {
    expect(inspectionDayWords(single('2023-03-14', 'good'))).toBe('14 March 2023 (single grades)');
    expect(inspectionDayWords(card('2026-02-03', [expected]))).toBe('3 February 2026 (report card)');
  });
});

it('what the academy says of itself', () =>
  expect(selfEvaluationWords({ on: '2026-09-01', level: 'good with outstanding features' })).toBe(
    'Good with outstanding features, 1 September 2026',
  ));

it('the latest of each kind stands beside the other', () => {
  const latestFirst = [
    card('2026-02-03', ['exceptional']),
    card('2025-12-01', ['needsAttention']),
    single('2023-03-14', 'good'),
    single('2019-01-01', 'inadequate'),
  ];
  expect(latestOfEachKind(latestFirst)).toEqual([latestFirst[0], latestFirst[2]]);
  expect(latestOfEachKind([])).toEqual([]);
});

describe('the matrix gets as much of it as the model shows', () => {
  const recorded = { by: ada.id, at: '2026-10-01T09:00:00Z' };
  const academy = Academy.parse({
    ...alder,
    inspections: [
      { ...recorded, id: 'command-old', inspection: single('2019-01-01', 'good') },
      { ...recorded, id: 'command-new', inspection: single('2023-03-14', 'outstanding') },
      {
        ...recorded,
        id: 'command-wrong',
        inspection: single('2024-03-14', 'inadequate'),
        removed: { ...recorded, id: 'command-removed' },
      },
    ],
    selfEvaluations: [{ ...recorded, id: 'command-sef', selfEvaluation: { on: '2026-09-01', level: 'Good' } }],
  });
  const days = (historic: Parameters<typeof historicFor>[0]['historic']) => {
    const { inspections, selfEvaluations } = historicFor({ historic }, academy);
    return [inspections.map(({ on }) => on), selfEvaluations.map(({ on }) => on)];
  };

  it.each([
    [[], [[], []]],
    [['ofsted'], [['2023-03-14', '2019-01-01'], []]],
    [['inspectionDate'], [['2023-03-14', '2019-01-01'], []]],
    [['sef'], [[], ['2026-09-01']]],
  ] as const)('%j: latest first, without what was removed', (historic, shown) =>
    expect(days([...historic])).toEqual(shown),
  );
});
