import { academyTables } from '../../../../shared/domain/academyTables';
import { periods, summerBefore } from '../../../support/builders/calendar';
import { smallFramework } from '../../../support/builders/framework';
import { area, level } from '../../../support/builders/ids';
import { alder, birch, cora } from '../../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../../support/builders/reviews';
import { rowOf } from '../../../support/builders/rows';
import {
  columnLabel,
  levelAt,
  notSettledWords,
  pastWords,
  yearsOf,
} from '../../../../tabs/features/academy/yearColumns';

const then = { period: summerBefore, levels: { [area.attendance]: level.intervention } };
const tableOf = (academy = alder) => {
  const reviews = [signedOffReview({ ...then, academy }), awaitingReview({ academy })];
  const [table] = academyTables({
    ...{ academy, reader: cora, today: '2026-11-20', periods },
    ...{ frameworks: [smallFramework], frameworkIn: () => smallFramework, rows: reviews.map(rowOf) },
  });
  if (!table) throw new Error('There is no table.');
  return table;
};
const shown = (at: number, code: string, academy = alder) => {
  const table = tableOf(academy);
  const [found, column] = [table.areas.find((each) => each.code === code), table.columns[at]];
  if (!found || !column) throw new Error(`There is no ${code} in column ${at}.`);
  return { ...levelAt(table, found, column), column };
};

it('shows a level by its mark, and whether it changed', () => {
  expect(shown(0, area.attendance)).toMatchObject({
    mark: { word: 'Intervention required', strong: true },
    changed: false,
  });
  expect(shown(1, area.attendance)).toMatchObject({ mark: { word: 'Assured', strong: false }, changed: true });
});

it('an area that does not apply is no judgement, and neither good nor bad', () =>
  expect(shown(1, area.earlyYears, birch)).toMatchObject({ mark: { tone: 'notApplicable' }, judged: false }));

it('names columns under their years', () => {
  expect(tableOf().columns.map(columnLabel)).toEqual(['Summer', 'Autumn']);
  expect(yearsOf(tableOf().columns)).toEqual([
    { year: '2025/26', columns: 1 },
    { year: '2026/27', columns: 1 },
  ]);
});

it.each([
  ['year', ''],
  ['autumn2', 'Autumn 2'],
  ['m09', 'Sept'],
  ['f03', 'No. 3'],
] as const)('a column of the period %s is called %j', (period, label) =>
  expect(columnLabel({ period, startsOn: '2026-09-01' })).toBe(label),
);

it('says of what is not settled yet that it is so', () =>
  expect(notSettledWords(tableOf(), tableOf().columns)).toEqual([
    'Autumn term 2026/27: Waiting for the head teacher’s sign-off',
  ]));

it('says a level of the past with its period', () => {
  const { column, ...past } = shown(0, area.attendance);
  expect(pastWords(column, past)).toBe('Intervention required, summer 2025/26');
  expect(pastWords({ ...column, period: 'year' }, past)).toBe('Intervention required, 2025/26');
});
