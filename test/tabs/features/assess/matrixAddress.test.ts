import fc from 'fast-check';
import { noFilters } from '../../../../shared/domain/filterMatrix';
import { CategoryCode, GroupCode, Urn } from '../../../../shared/schema/ids';
import { Phase } from '../../../../shared/schema/framework';
import { MatrixOrder, type MatrixFilters } from '../../../../shared/schema/matrixFilters';
import { cellPlace, filtersIn, matrixPlace } from '../../../../tabs/features/assess/matrixAddress';
import { autumn } from '../../../support/builders/calendar';
import { area, urn } from '../../../support/builders/ids';

const searchIn = (place: string): string => new URL(place, 'https://tab.example').search;

const anyFilters: fc.Arbitrary<MatrixFilters> = fc.record(
  {
    group: fc.constantFrom(GroupCode.parse('staffing'), GroupCode.parse('school')),
    phase: fc.constantFrom(...Phase.options),
    category: fc.constantFrom(CategoryCode.parse('repair'), CategoryCode.parse('sustain')),
    needsIntervention: fc.boolean(),
    changed: fc.boolean(),
    order: fc.constantFrom(...MatrixOrder.options),
  },
  { requiredKeys: ['needsIntervention', 'changed', 'order'] },
);

it('an address keeps every filter: what is read from it is what was written', () =>
  fc.assert(
    fc.property(anyFilters, (filters) => {
      expect(filtersIn(searchIn(matrixPlace(autumn, filters)))).toEqual(filters);
      expect(filtersIn(searchIn(cellPlace(autumn, filters, urn.alder, area.attendance)))).toEqual(filters);
    }),
  ));

it('the whole matrix by name has the plain address', () => {
  expect(matrixPlace(autumn, noFilters)).toBe('/matrix/2026-27/autumn');
  expect(cellPlace(autumn, noFilters, Urn.parse('100001'), 'attendance')).toBe(
    '/matrix/2026-27/autumn/100001/attendance',
  );
});

it.each([
  ['', noFilters],
  ['?phase=primary&order=best', { ...noFilters, phase: 'primary' }],
  ['?phase=nursery&changed=yes', { ...noFilters, changed: true }],
  ['?changed=maybe&needsIntervention=true&utm=x', noFilters],
  ['?group=%3Cscript%3E&order=needs', { ...noFilters, order: 'needs' }],
])('of %s only what means something is taken', (search, filters) => expect(filtersIn(search)).toEqual(filters));
