import { z } from 'zod';

/**
 * What facts/graph.md marks as not established, or as answered in more than one way: one switch for each question.
 * The product must pass whichever way they stand; `docs/local-graph.md` says where each question comes from.
 */
export const Unsettled = z.strictObject({
  /** Whether a missing required value is refused with 400. */
  requiredRefused: z.boolean(),
  /** The text of the 400 for an unknown field, a text that is too long, a choice that is not offered. */
  valueRefusal: z.string().nullable(),
  /** The code beside the fixed text for a column without an index. */
  notIndexedCode: z.string(),
  /** What a `$skiptoken` holds when the reading is sorted: SharePoint's `p_<Field>=…`, or something unreadable. */
  sortToken: z.enum(['values', 'opaque']),
  /** Items of one sort value: by rising or by falling id. */
  tiesDescending: z.boolean(),
  /** How the `ETag` header carries the tag; the body always has it with its quotes. */
  tagHeader: z.enum(['bare', 'quoted', 'absent']),
  /** The inner code of a 412, if it has one. */
  mismatchInner: z.string().nullable(),
  /** Whether delta carries `fields`: where they are expanded, in any case, or never. */
  deltaFields: z.enum(['asked', 'always', 'never']),
  deltaPage: z.int().min(1).max(5000),
  /** Tells an item that has older versions twice, its older state first: only the last occurrence counts. */
  deltaRepeats: z.boolean(),
  resyncCode: z.enum(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences']),
  /** Cuts the names of new columns after 32 characters, counted when they are escaped. */
  namesCut: z.boolean(),
  leadingDigitEscaped: z.boolean(),
  /** Which literals a Boolean column takes in `$filter`. */
  booleanLiterals: z.enum(['both', 'words', 'numbers']),
  /** Without it `_UIVersionString` stays 1.0 and only the present version can be read. */
  versioning: z.boolean(),
  /** The page of an enumeration of lists. */
  listsPage: z.int().min(1),
  /** Refuses `expand=fields(select=…)` and other options without `$`. */
  bareOptionsRefused: z.boolean(),
  /** Whether the role `write` is enough to make and change lists and columns. */
  writeProvisions: z.boolean(),
  secondInstall: z.union([z.literal(409), z.literal(400)]),
  throttleCode: z.string(),
  /** Adds `localizedMessage` to errors. */
  localizedErrors: z.boolean(),
});
export type Unsettled = z.infer<typeof Unsettled>;

/** What the fact page holds for likeliest, or what its own recording shows. */
export const likeliest: Unsettled = {
  requiredRefused: false,
  valueRefusal: null,
  notIndexedCode: 'invalidRequest',
  sortToken: 'values',
  tiesDescending: false,
  tagHeader: 'bare',
  mismatchInner: null,
  deltaFields: 'asked',
  deltaPage: 200,
  deltaRepeats: false,
  resyncCode: 'resyncChangesApplyDifferences',
  namesCut: false,
  leadingDigitEscaped: true,
  booleanLiterals: 'both',
  versioning: true,
  listsPage: 200,
  bareOptionsRefused: false,
  writeProvisions: false,
  secondInstall: 409,
  throttleCode: 'activityLimitReached',
  localizedErrors: false,
};
