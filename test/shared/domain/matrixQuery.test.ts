import fc from 'fast-check';
import { noFilters } from '../../../shared/domain/filterMatrix';
import { filterWords, filtersOfQuery, orderWords, queryOfFilters } from '../../../shared/domain/matrixQuery';
import { Phase } from '../../../shared/schema/framework';
import { CategoryCode, GroupCode } from '../../../shared/schema/ids';
import { MatrixFilters, MatrixOrder, MatrixQuery } from '../../../shared/schema/matrixFilters';
import { group } from '../../support/builders/ids';
import { matrix } from '../../support/builders/matrix';

const code = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,10}$/);
const anyFilters: fc.Arbitrary<MatrixFilters> = fc
  .record(
    {
      group: code.map((text) => GroupCode.parse(text)),
      phase: fc.constantFrom(...Phase.options),
      category: code.map((text) => CategoryCode.parse(text)),
      needsIntervention: fc.boolean(),
      changed: fc.boolean(),
      order: fc.constantFrom(...MatrixOrder.options),
    },
    { requiredKeys: ['needsIntervention', 'changed', 'order'] },
  )
  .map((filters) => MatrixFilters.parse(filters));

describe('filters in an address', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(filtersOfQuery(MatrixQuery.parse(queryOfFilters(filters)))).toEqual(filters);
      }),
    );
  });
  it('say nothing for the whole matrix', () => expect(queryOfFilters(noFilters)).toEqual({}));
  it.each([
    ['a flag that is no yes', { changed: 'no' }],
    ['an unknown order', { order: 'worst' }],
    ['an unknown phase', { phase: 'nursery' }],
    ['a code that is none', { group: '../x' }],
  ])('are refused with %s', (_, query) => expect(MatrixQuery.safeParse(query).success).toBe(false));
});

describe('filters in words', () => {
  it('say everything that is on', () =>
    expect(
      filterWords(matrix, {
        group: group.staffing,
        phase: 'primary',
        category: CategoryCode.parse('repair'),
        needsIntervention: true,
        changed: true,
        order: 'needs',
      }),
    ).toEqual([
      'Function: Staffing',
      'Phase: Primary',
      'Category: Repair',
      'Only what needs intervention',
      'Only what changed since summer',
    ]));
  it('say nothing for the whole matrix', () => expect(filterWords(matrix, noFilters)).toEqual([]));
  it('name what the matrix does not have as such', () =>
    expect(filterWords(matrix, { ...noFilters, group: GroupCode.parse('elsewhere') })).toEqual([
      'Function: not in this matrix',
    ]));
  it.each([
    ['name', 'by name'],
    ['phase', 'by phase, then by name'],
    ['category', 'by tier, most support first'],
    ['needs', 'by number of areas that need intervention, most first'],
  ] as const)('say the order %s', (order, words) => expect(orderWords(order, 'tier')).toBe(words));
});
