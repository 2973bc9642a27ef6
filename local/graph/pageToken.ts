import { z } from 'zod';
import { invalidRequest } from './errors';
import { compareValues, type Comparable } from './filterMatch';

/** Where a page ended: the sort values and the id of its last row. */
export interface PagePosition {
  readonly values: readonly Comparable[];
  readonly id: number;
}

/** SharePoint's own form, without padding: `Paged=TRUE&p_<Field>=…&p_ID=…` (facts/graph.md 1.5). */
export const pageToken = (fields: readonly string[], position: PagePosition): string => {
  const parts = new URLSearchParams({ Paged: 'TRUE' });
  fields.forEach((field, at) => parts.append(`p_${field}`, JSON.stringify(position.values[at] ?? null)));
  parts.append('p_ID', String(position.id));
  return Buffer.from(parts.toString()).toString('base64').replace(/=+$/, '');
};

const Value = z.union([z.string(), z.number(), z.null()]);

const valueFrom = (text: string | null): Comparable => {
  try {
    return Value.parse(JSON.parse(text ?? ''));
  } catch {
    throw invalidRequest();
  }
};

export const readPageToken = (fields: readonly string[], token: string): PagePosition => {
  const parts = new URLSearchParams(Buffer.from(token, 'base64').toString('utf8'));
  const id = parts.getAll('p_ID').at(-1) ?? '';
  if (parts.get('Paged') !== 'TRUE' || !/^\d+$/.test(id)) throw invalidRequest();
  return { values: fields.map((field) => valueFrom(parts.get(`p_${field}`))), id: Number(id) };
};

/** Order by the sort values, then by id. */
export const comparePositions = (a: PagePosition, b: PagePosition, descending: readonly boolean[]): number => {
  for (const [at, value] of a.values.entries()) {
    const order = compareValues(value, b.values[at] ?? null);
    if (order !== 0) return descending[at] ? -order : order;
  }
  return a.id - b.id;
};
