import { matrixSheet } from '../../../../shared/domain/exports/matrixSheet';
import { filterMatrix, noFilters } from '../../../../shared/domain/filterMatrix';
import { showCell } from '../../../../shared/domain/matrixWords';
import type { MatrixFilters } from '../../../../shared/schema/matrixFilters';
import { CategoryCode } from '../../../../shared/schema/ids';
import type { Matrix } from '../../../../shared/schema/matrixViews';
import { matrix } from '../../../support/builders/matrix';
import { dana } from '../../../support/builders/people';

const taking = { trustName: 'Test Trust', by: dana, at: '2026-11-20T16:05:00Z' };
const sheetOf = (filters: Partial<MatrixFilters> = {}, of: Matrix = matrix) =>
  matrixSheet(of, { ...noFilters, ...filters }, taking);

describe('a matrix to take away', () => {
  it('says of what, as at when, from where and by whom', () =>
    expect(sheetOf().facts).toEqual([
      { label: 'Trust', words: 'Test Trust' },
      { label: 'Period', words: 'Autumn term 2026/27' },
      { label: 'Model', words: 'Small framework' },
      { label: 'Reviews', words: 'signed off by 0 of 3' },
      { label: 'Shown', words: 'The whole matrix, 3 academies, by name' },
      { label: 'As at', words: '20 November 2026, 10:00' },
      { label: 'Source', words: 'Assured, from the SharePoint lists of Test Trust' },
      { label: 'Exported by', words: 'Dana Director, Director of education' },
      { label: 'Exported at', words: '20 November 2026, 16:05' },
    ]));

  it('has the columns of the screen', () => {
    const { headings, groups } = sheetOf({}, { ...matrix, historic: ['sef', 'ofsted'], categoryWord: 'tier' });
    expect(headings).toEqual(['Academy', 'Tier', 'Latest Ofsted judgement', 'Latest SEF judgement']);
    const shown = filterMatrix(matrix, noFilters).groups;
    expect(groups).toEqual(
      shown.map(({ group, areas }) => ({ name: group.name, areas: areas.map(({ name }) => name) })),
    );
  });

  it('has the words of the screen, without what is as it was', () => {
    const areas = filterMatrix(matrix, noFilters).groups.flatMap((entry) => entry.areas);
    const words = sheetOf().rows.map(({ cells }) => cells.map((cell) => cell.words));
    const onScreen = matrix.rows.map((row) => areas.map((area) => showCell(matrix, row, area).words));
    expect(words).toEqual(onScreen.map((row) => row.map((cell) => cell.replace(', as in summer', ''))));
    expect(words.flat()).toContain('Intervention required, was Actions in place in summer');
    expect(words.flat()).toContain('Not judged, was Actions in place in summer');
  });

  it('gives each level its tone and symbol, and what it was where that was something else', () => {
    const cells = sheetOf().rows[0]?.cells ?? [];
    expect(cells.map(({ mark, was }) => [mark.tone, mark.symbol, was?.symbol])).toEqual([
      ['good', '✓', undefined],
      ['notJudged', '·', undefined],
      ['critical', '!', '◐'],
      ['notApplicable', '–', undefined],
      ['notJudged', '·', undefined],
    ]);
  });

  it('shows what the filters show, says so, and lets the rest stand back', () => {
    const sheet = sheetOf({ needsIntervention: true, order: 'needs' });
    expect(sheet.rows.map(({ academy }) => academy)).toEqual(['Alder Academy', 'Cedar Academy']);
    expect(sheet.groups.flatMap(({ areas }) => areas)).toEqual(['Attendance', 'Safeguarding']);
    expect(sheet.rows.map(({ cells }) => cells.map(({ quiet }) => quiet))).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(sheet.facts).toContainEqual({
      label: 'Shown',
      words: 'Only what needs intervention (2 academies), by number of areas that need intervention, most first',
    });
  });

  it('tells where each academy stands and is heading', () => {
    const [first] = matrix.rows;
    if (!first) throw new Error('no row');
    const code = CategoryCode.parse('repair');
    const row = {
      ...first,
      pupils: 210,
      category: { code, since: '2026-09-01' },
      direction: { comparedWith: matrix.previous ?? matrix, better: 0, worse: 2, same: 1 },
      nextCategory: { code: CategoryCode.parse('improve'), from: '2027-01-04' },
    };
    const [shown, other] = sheetOf({}, { ...matrix, rows: [row, first] }).rows;
    expect([shown?.about, shown?.standing]).toEqual([
      'Primary · 210 pupils',
      ['◆ Repair', '↘ 2 worse since summer', 'Improve from 4 January 2027'],
    ]);
    expect(other?.standing).toEqual(['No category yet']);
  });

  it('explains every symbol once, and says where drafts are left out', () => {
    const { legend, notes } = sheetOf({}, { ...matrix, signedOffOnly: true });
    expect(legend.map(({ word }) => word).slice(-2)).toEqual(['Not judged', 'Not applicable']);
    expect(new Set(legend.map(({ word }) => word)).size).toBe(legend.length);
    expect(notes).toEqual([
      '‘was’ beside a level: what it was in summer.',
      'Judgements that are not signed off yet are not shown.',
    ]);
  });

  it('is named after its period', () => expect(sheetOf().fileName).toBe('Matrix Autumn term 2026-27'));
});
