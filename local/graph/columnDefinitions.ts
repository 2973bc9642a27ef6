import { z } from 'zod';
import type { Unsettled } from './unsettled';

const Text = z.strictObject({
  allowMultipleLines: z.boolean().optional(),
  appendChangesToExistingText: z.boolean().optional(),
  linesForEditing: z.int().min(0).optional(),
  maxLength: z.int().min(1).max(255).optional(),
  textType: z.enum(['plain', 'richText']).optional(),
});
const Choice = z.strictObject({
  allowTextEntry: z.boolean().optional(),
  choices: z.array(z.string().min(1).max(255)).min(1),
  displayAs: z.enum(['checkBoxes', 'dropDownMenu', 'radioButtons']).optional(),
});
const NumberFacet = z.strictObject({
  decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
  displayAs: z.enum(['number', 'percentage']).optional(),
  maximum: z.number().optional(),
  minimum: z.number().optional(),
});
const DateTime = z.strictObject({
  displayAs: z.enum(['default', 'friendly', 'standard']).optional(),
  format: z.enum(['dateOnly', 'dateTime']).optional(),
});
const PersonOrGroup = z.strictObject({
  allowMultipleSelection: z.boolean().optional(),
  chooseFromType: z.enum(['peopleAndGroups', 'peopleOnly']).optional(),
  displayAs: z.string().optional(),
});
const Lookup = z.strictObject({
  allowMultipleValues: z.boolean().optional(),
  allowUnlimitedLength: z.boolean().optional(),
  columnName: z.string(),
  listId: z.string(),
  primaryLookupColumnId: z.string().optional(),
});

/** Of formulas only what needs none of SharePoint's calculation engine: today, now, and fixed values. */
const DefaultValue = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ formula: z.string().regex(/^=(TODAY\(\)|\[today\]|NOW\(\)|"[^"]*"|-?\d+(\.\d+)?)$/i) }),
]);

const facets = {
  text: Text.optional(),
  choice: Choice.optional(),
  number: NumberFacet.optional(),
  boolean: z.strictObject({}).optional(),
  dateTime: DateTime.optional(),
  personOrGroup: PersonOrGroup.optional(),
  lookup: Lookup.optional(),
};
const facetNames = ['text', 'choice', 'number', 'boolean', 'dateTime', 'personOrGroup', 'lookup'] as const;

/** For `$select`: facets and settings that a column may lack. */
export const columnType = { type: 'columnDefinition', others: [...facetNames, 'defaultValue', 'validation'] };

const settings = {
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().optional(),
  columnGroup: z.string().optional(),
  enforceUniqueValues: z.boolean().optional(),
  hidden: z.boolean().optional(),
  indexed: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  required: z.boolean().optional(),
  defaultValue: DefaultValue.optional(),
};

const facetCount = (column: object): number => facetNames.filter((name) => name in column).length;

/** The body of a new column: a name and exactly one type facet. */
export const ColumnInput = z
  .strictObject({ name: z.string().min(1).max(255), ...settings, ...facets })
  .refine((column) => facetCount(column) === 1);
export type ColumnInput = z.infer<typeof ColumnInput>;

/** The body of a column change: the name never changes (facts/graph.md 1.3). */
export const ColumnChange = z.strictObject({ ...settings, ...facets });
export type ColumnChange = z.infer<typeof ColumnChange>;

export const Column = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string(),
  columnGroup: z.string(),
  enforceUniqueValues: z.boolean(),
  hidden: z.boolean(),
  indexed: z.boolean(),
  readOnly: z.boolean(),
  required: z.boolean(),
  defaultValue: DefaultValue.optional(),
  ...facets,
});
export type Column = z.infer<typeof Column>;

export type ColumnKind =
  'text' | 'note' | 'choice' | 'multiChoice' | 'number' | 'boolean' | 'dateTime' | 'lookup' | 'multiLookup';

const severalLookups = ({ personOrGroup, lookup }: Column): boolean =>
  (personOrGroup?.allowMultipleSelection ?? lookup?.allowMultipleValues) === true;

export const kindOf = (column: Column): ColumnKind => {
  if (column.text) return column.text.allowMultipleLines ? 'note' : 'text';
  // There is no multi-value switch in v1.0: check boxes mean several.
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? 'multiChoice' : 'choice';
  const simple = (['number', 'boolean', 'dateTime'] as const).find((kind) => column[kind]);
  if (simple) return simple;
  return severalLookups(column) ? 'multiLookup' : 'lookup';
};

const indexable: ReadonlySet<ColumnKind> = new Set(['text', 'choice', 'number', 'boolean', 'dateTime', 'lookup']);
export const mayBeIndexed = (column: Column): boolean => indexable.has(kindOf(column));

/** The key under which an item's `fields` carry the column: people and lookups by their row's number. */
export const fieldKey = (column: Column): string =>
  column.personOrGroup || column.lookup ? `${column.name}LookupId` : column.name;

/** What is not established about the names of columns. */
export type NameRules = Pick<Unsettled, 'namesCut' | 'leadingDigitEscaped'>;

const escaped = (character: string): string => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`;

/** Characters that an XML name may not hold are written `_xHHHH_`; so is a leading digit, if the rules say so. */
export const internalName = (name: string, { namesCut, leadingDigitEscaped }: NameRules): string => {
  const letters = name.replace(/[^A-Za-z0-9_]/g, escaped);
  const whole = leadingDigitEscaped ? letters.replace(/^\d/, escaped) : letters;
  return namesCut ? whole.slice(0, 32) : whole;
};

const textDefaults = (text: z.infer<typeof Text>): z.infer<typeof Text> => ({
  allowMultipleLines: false,
  appendChangesToExistingText: false,
  ...(text.allowMultipleLines ? { linesForEditing: 6, textType: 'plain' } : { linesForEditing: 0, maxLength: 255 }),
  ...text,
});

const withDefaults = (input: ColumnInput): Omit<ColumnInput, 'name'> => {
  if (input.text) return { ...input, text: textDefaults(input.text) };
  if (input.choice) return { ...input, choice: { allowTextEntry: false, displayAs: 'dropDownMenu', ...input.choice } };
  if (input.number) return { ...input, number: { decimalPlaces: 'automatic', displayAs: 'number', ...input.number } };
  if (input.dateTime) return { ...input, dateTime: { displayAs: 'default', format: 'dateOnly', ...input.dateTime } };
  return input;
};

export const newColumn = (id: string, input: ColumnInput, rules: NameRules): Column => ({
  displayName: input.name,
  description: '',
  columnGroup: 'Custom Columns',
  enforceUniqueValues: false,
  hidden: false,
  indexed: false,
  readOnly: false,
  required: false,
  ...withDefaults(input),
  id,
  name: internalName(input.name, rules),
});

/** The columns that every generic list has; the read-only ones are the service's. */
export const builtInColumns: readonly ColumnInput[] = [
  { name: 'Title', text: { maxLength: 255 } },
  { name: 'ContentType', text: { maxLength: 255 }, readOnly: true },
  { name: 'ID', number: {}, readOnly: true },
  { name: 'Modified', dateTime: { format: 'dateTime' }, readOnly: true },
  { name: 'Created', dateTime: { format: 'dateTime' }, readOnly: true },
  { name: 'Author', personOrGroup: {}, readOnly: true },
  { name: 'Editor', personOrGroup: {}, readOnly: true },
  { name: '_UIVersionString', text: { maxLength: 255 }, readOnly: true },
];
