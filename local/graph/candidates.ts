import { z } from 'zod';
import type { LocalDatabase } from '../database';
import type { ComparisonOperator, FilterExpression } from './filterParser';
import type { Comparable } from './filterMatch';
import type { ItemField } from './itemFields';

export interface IndexSearch {
  readonly database: LocalDatabase;
  readonly listId: string;
  readonly fieldOf: (path: string) => ItemField;
}

const Id = z.object({ id: z.number() });

const operators: Readonly<Record<Exclude<ComparisonOperator, 'ne'>, string>> = {
  eq: '=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

const search = ({ database, listId }: IndexSearch, field: ItemField, condition: string, values: (string | number)[]) =>
  field.isId
    ? database.rows(Id, `select id from items where list_id = ? and deleted = 0 and id ${condition}`, listId, ...values)
    : database.rows(
        Id,
        `select item_id as id from item_index where column_id = ? and value ${condition}`,
        field.column.id,
        ...values,
      );

const ids = (rows: { id: number }[]): Set<number> => new Set(rows.map((row) => row.id));

const compared = (index: IndexSearch, field: ItemField, operator: ComparisonOperator, value: Comparable) => {
  if (operator === 'ne') return undefined;
  if (value !== null) return ids(search(index, field, `${operators[operator]} ?`, [value]));
  return operator === 'eq' ? ids(search(index, field, 'is null', [])) : undefined;
};

/** Greater than every text that starts with the prefix. */
const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;

type Condition = Exclude<FilterExpression, { kind: 'logic' }>;

const meeting = (index: IndexSearch, condition: Condition): ReadonlySet<number> | undefined => {
  const field = index.fieldOf(condition.path);
  if (!field.indexed) return undefined;
  const value = field.literal(condition.value);
  if (condition.kind === 'compare') return compared(index, field, condition.operator, value);
  if (field.isId || typeof value !== 'string') return undefined;
  return ids(search(index, field, '>= ? and value < ?', [value, afterPrefix(value)]));
};

/**
 * The items that the first usable indexed condition leaves, or nothing when no index helps. SharePoint narrows by
 * one index only: of an `and`, the first side that has one (facts/graph.md 1.5).
 */
export const candidates = (index: IndexSearch, expression: FilterExpression): ReadonlySet<number> | undefined => {
  if (expression.kind !== 'logic') return meeting(index, expression);
  const left = candidates(index, expression.left);
  if (expression.operator === 'and') return left ?? candidates(index, expression.right);
  const right = candidates(index, expression.right);
  return left && right && new Set([...left, ...right]);
};
