import type { ComparisonOperator, FilterExpression, Literal } from './filterParser';

/** What values are compared as: texts in lower case (SharePoint ignores case), times in milliseconds, yes as 1. */
export type Comparable = string | number | null;

export interface FilterField<Row> {
  read(row: Row): Comparable;
  /** The literal as this field compares it; throws when it is of the wrong kind. */
  literal(value: Literal): Comparable;
}

/** Order of two values, empty ones first. */
export const compareValues = (a: Comparable, b: Comparable): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
};

const decide: Readonly<Record<ComparisonOperator, (a: Comparable, b: Comparable) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a !== null && b !== null && compareValues(a, b) < 0,
  le: (a, b) => a !== null && b !== null && compareValues(a, b) <= 0,
  gt: (a, b) => a !== null && b !== null && compareValues(a, b) > 0,
  ge: (a, b) => a !== null && b !== null && compareValues(a, b) >= 0,
};

export type RowTest<Row> = (row: Row) => boolean;

/** Turns an expression into a test. Fields and literals are checked here, once, before any row is read. */
export const rowTest = <Row>(
  expression: FilterExpression,
  fieldOf: (path: string) => FilterField<Row>,
): RowTest<Row> => {
  if (expression.kind === 'logic') {
    const left = rowTest(expression.left, fieldOf);
    const right = rowTest(expression.right, fieldOf);
    return expression.operator === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
  }
  const field = fieldOf(expression.path);
  const wanted = field.literal(expression.value);
  if (expression.kind === 'startsWith') {
    const prefix = String(wanted);
    return (row) => {
      const value = field.read(row);
      return typeof value === 'string' && value.startsWith(prefix);
    };
  }
  const holds = decide[expression.operator];
  return (row) => holds(field.read(row), wanted);
};

/** Every path that an expression names, in order. */
export const pathsIn = (expression: FilterExpression): string[] =>
  expression.kind === 'logic' ? [...pathsIn(expression.left), ...pathsIn(expression.right)] : [expression.path];
