import { Inspection } from '../../../shared/schema/historic';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { historicColumns, historicFacts, historicLines } from '../../../shared/domain/historicColumns';

const good = Inspection.parse({ report: 'grades', on: '2023-03-14', overall: 'good' });
const card = Inspection.parse({
  report: 'reportCard',
  on: '2026-02-03',
  grades: [{ area: 'Inclusion', grade: 'expectedStandard' }],
  safeguarding: 'met',
});
const row = (inspections: Inspection[], sef = true): Pick<MatrixRow, 'historic'> => ({
  historic: {
    inspections,
    selfEvaluations: sef
      ? [
          { on: '2026-09-01', level: 'Good' },
          { on: '2025-09-01', level: 'Weak' },
        ]
      : [],
  },
});
const cardWords = '1 of 1 area at the expected standard; safeguarding met';

it('columns stand in one order, whatever the model’s', () => {
  expect(historicColumns(['sef', 'ofsted', 'inspectionDate'])).toEqual(['ofsted', 'inspectionDate', 'sef']);
  expect(historicColumns([])).toEqual([]);
});

describe('a cell', () => {
  it('holds the latest of each kind, and dates told from each other where there are two', () => {
    expect(historicLines('ofsted', row([card, good]))).toEqual([cardWords, 'Good (single grade)']);
    expect(historicLines('inspectionDate', row([card, good]))).toEqual([
      '3 February 2026 (report card)',
      '14 March 2023 (single grades)',
    ]);
    expect(historicLines('inspectionDate', row([good]))).toEqual(['14 March 2023']);
    expect(historicLines('sef', row([]))).toEqual(['Good, 1 September 2026']);
  });

  it('is empty where nothing is recorded', () =>
    expect(
      (['ofsted', 'inspectionDate', 'sef'] as const).flatMap((column) => historicLines(column, row([], false))),
    ).toEqual([]));
});

it.each([
  [['ofsted'], ['Latest Ofsted judgement: Good (single grade)']],
  [['ofsted', 'inspectionDate'], ['Latest Ofsted judgement: Good (single grade), 14 March 2023']],
  [['inspectionDate'], ['Inspection date: 14 March 2023']],
  [['sef'], ['Latest SEF judgement: Good, 1 September 2026']],
  [[], []],
] as const)('in a list, of %j: only what the model asks for', (asked, facts) =>
  expect(historicFacts([...asked], row([good]))).toEqual(facts),
);
