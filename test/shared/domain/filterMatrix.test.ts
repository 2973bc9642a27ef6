import { filterMatrix, noFilters } from '../../../shared/domain/filterMatrix';
import { CategoryCode } from '../../../shared/schema/ids';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { area, group, urn } from '../../support/builders/ids';
import { matrix } from '../../support/builders/matrix';

const shownBy = (filters: Partial<typeof noFilters>, of: Matrix = matrix) => {
  const shown = filterMatrix(of, { ...noFilters, ...filters });
  return {
    rows: shown.rows.map((row) => row.urn),
    areas: shown.groups.flatMap(({ areas }) => areas.map(({ code }) => code)),
    matching: shown.matching,
  };
};

describe('filters of the matrix', () => {
  it('shows everything, in the order it came, without filters', () => {
    expect(shownBy({})).toEqual({
      rows: [urn.alder, urn.birch, urn.cedar],
      areas: matrix.areas.map(({ code }) => code),
      matching: 0,
    });
  });
  it('keeps the rows and areas in which something needs intervention', () => {
    expect(shownBy({ needsIntervention: true })).toEqual({
      rows: [urn.alder, urn.cedar],
      areas: [area.attendance, area.safeguarding],
      matching: 2,
    });
  });
  it('keeps what changed', () => {
    expect(shownBy({ changed: true })).toEqual({
      rows: [urn.alder, urn.birch],
      areas: [area.attendance],
      matching: 2,
    });
  });
  it('asks for both at once where both are on', () => {
    expect(shownBy({ changed: true, needsIntervention: true }).rows).toEqual([urn.alder]);
  });
  it('shows one function with all academies', () => {
    const { rows, areas } = shownBy({ group: group.staffing });
    expect(rows).toHaveLength(3);
    expect(areas).toEqual([area.vacancies, area.retention]);
  });
  it('shows nothing where nothing fits', () => {
    expect(shownBy({ group: group.staffing, needsIntervention: true })).toEqual({ rows: [], areas: [], matching: 0 });
  });
});

const category = (code: string, as?: string): Pick<MatrixRow, 'category'> => ({
  category: {
    code: CategoryCode.parse(code),
    since: '2026-09-01',
    ...(as !== undefined && { as: { code: CategoryCode.parse(code), name: as, symbol: 'x' } }),
  },
});
const [alder, birch, cedar] = matrix.rows as [MatrixRow, MatrixRow, MatrixRow];
/** Alder sustains in a secondary, Birch repairs, Cedar was called 'Repair' in a model that is no longer the year's. */
const placed: Matrix = {
  ...matrix,
  rows: [
    { ...alder, ...category('sustain'), phase: 'secondary' },
    { ...birch, ...category('repair') },
    { ...cedar, ...category('repair', 'Repair of old') },
  ],
};

describe('academies by phase and category', () => {
  it('are those of one phase', () =>
    expect(shownBy({ phase: 'primary' }, placed).rows).toEqual([urn.birch, urn.cedar]));
  it('are those of one category of this year’s model', () =>
    expect(shownBy({ category: CategoryCode.parse('repair') }, placed).rows).toEqual([urn.birch]));
  it('leave out the areas in which nothing of theirs was looked for', () =>
    expect(shownBy({ phase: 'secondary', needsIntervention: true }, placed)).toEqual({
      rows: [urn.alder],
      areas: [area.attendance],
      matching: 1,
    }));
  it('keep every area where no judgement is looked for', () =>
    expect(shownBy({ phase: 'post16' }, placed)).toEqual({
      rows: [],
      areas: matrix.areas.map(({ code }) => code),
      matching: 0,
    }));
});

describe('the order of the academies', () => {
  it('is by name', () => expect(shownBy({}, placed).rows).toEqual([urn.alder, urn.birch, urn.cedar]));
  it('is by phase, and by name within it', () =>
    expect(shownBy({ order: 'phase' }, placed).rows).toEqual([urn.birch, urn.cedar, urn.alder]));
  it('is by category, most support first, those without one of this model last', () =>
    expect(shownBy({ order: 'category' }, placed).rows).toEqual([urn.birch, urn.alder, urn.cedar]));
  it('is by number of areas that need intervention, and by name within it', () =>
    expect(shownBy({ order: 'needs' }, placed).rows).toEqual([urn.alder, urn.cedar, urn.birch]));
  it('counts the areas of the chosen function only', () =>
    expect(shownBy({ order: 'needs', group: group.staffing }, placed).rows).toEqual([urn.alder, urn.birch, urn.cedar]));
});
