import { filterMatrix, noFilters } from '../../../../tabs/features/assess/filterMatrix';
import { area, group, urn } from '../../../support/builders/ids';
import { matrix } from './matrix';

const shownBy = (filters: Partial<typeof noFilters>) => {
  const shown = filterMatrix(matrix, { ...noFilters, ...filters });
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
