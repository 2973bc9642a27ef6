import { z } from 'zod';
import type { GraphClient } from './client';
import type { Column } from './columns';

const PresentColumn = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().default(''),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  text: z.object({ allowMultipleLines: z.boolean().default(false) }).optional(),
  number: z.object({}).optional(),
});
/** A column that a list has, whoever made it. */
export type PresentColumn = z.infer<typeof PresentColumn>;
const Page = z.object({ value: z.array(PresentColumn), '@odata.nextLink': z.string().optional() });

/** By internal name. */
export type PresentColumns = ReadonlyMap<string, PresentColumn>;

export const readColumns = async (client: GraphClient, list: string): Promise<PresentColumns> => {
  const found = new Map<string, PresentColumn>();
  let next: string | undefined = `${list}/columns`;
  while (next !== undefined) {
    const page: z.infer<typeof Page> = await client.get(next, Page);
    for (const column of page.value) found.set(column.name, column);
    next = page['@odata.nextLink'];
  }
  return found;
};

const typeOf = ({ number, text }: PresentColumn): Column['type'] | undefined => {
  if (number !== undefined) return 'number';
  if (text === undefined) return undefined;
  return text.allowMultipleLines ? 'text' : 'line';
};

export const isOfType = (present: PresentColumn, { type }: Column): boolean => typeOf(present) === type;
export const isLine = (present: PresentColumn): boolean => typeOf(present) === 'line';

/** What an existing column lacks of its index and of its uniqueness. */
export interface Lack {
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
}

export const lackOf = ({ indexed, unique }: Column, present: PresentColumn): Lack => ({
  ...((indexed || unique) && !present.indexed && { indexed: true }),
  ...(unique && !present.enforceUniqueValues && { indexed: true, enforceUniqueValues: true }),
});

const facetOf = ({ type }: Column): object => {
  switch (type) {
    case 'line':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'text':
      return {
        text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6, appendChangesToExistingText: false },
      };
    case 'number':
      return { number: { decimalPlaces: 'none', displayAs: 'number' } };
  }
};

/** Indexes are made with the column: a list that has grown long no longer takes them (facts 1.3). */
export const definitionOf = (column: Column): object => ({
  name: column.name,
  displayName: column.displayName,
  ...facetOf(column),
  ...((column.indexed || column.unique) && { indexed: true }),
  ...(column.unique && { enforceUniqueValues: true }),
});
