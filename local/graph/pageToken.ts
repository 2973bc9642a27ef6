import { z } from 'zod';
import { invalidRequest } from './errors';
import { compareValues, type Comparable } from './filterMatch';

/** Where a page ended: the sort values and the id of its last row. */
export interface PagePosition {
  readonly values: readonly Comparable[];
  readonly id: number;
}

const encoded = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '');

/** SharePoint's own form, without padding: `Paged=TRUE&p_<Field>=…&p_ID=…` (facts/graph.md 1.5). */
export const pageToken = (fields: readonly string[], position: PagePosition): string => {
  const parts = new URLSearchParams({ Paged: 'TRUE' });
  fields.forEach((field, at) => parts.append(`p_${field}`, JSON.stringify(position.values[at] ?? null)));
  parts.append('p_ID', String(position.id));
  return encoded(parts.toString());
};

/** The same token with nothing to be read from it. */
export const opaqueToken = (token: string): string => encoded([...token].reverse().join(''));

export const clearToken = (token: string): string =>
  [...Buffer.from(token, 'base64').toString('utf8')].reverse().join('');

/** Where a reading that is not of items goes on. */
export const offsetToken = (offset: number): string => encoded(`Paged=TRUE&p_Offset=${offset}`);

export const offsetOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  const offset = new URLSearchParams(Buffer.from(token, 'base64').toString('utf8')).get('p_Offset');
  if (offset === null || !/^\d+$/.test(offset)) throw invalidRequest();
  return Number(offset);
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

/** Which sort values fall, and whether ids of one sort value do. */
export interface SortOrder {
  readonly descending: readonly boolean[];
  readonly tiesDescending: boolean;
}

/** Order by the sort values, then by id. */
export const comparePositions = (a: PagePosition, b: PagePosition, order: SortOrder): number => {
  for (const [at, value] of a.values.entries()) {
    const difference = compareValues(value, b.values[at] ?? null);
    if (difference !== 0) return order.descending[at] ? -difference : difference;
  }
  return order.tiesDescending ? b.id - a.id : a.id - b.id;
};
