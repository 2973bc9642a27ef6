import * as z from 'zod/mini';
import { Instant } from './ids';

/** The trust's lists, by the kind of record they hold. */
export const RecordList = z.enum(['academies', 'people', 'reviews', 'categoryChanges', 'settings']);
export type RecordList = z.infer<typeof RecordList>;

/** Which item of which list: by SharePoint's own number, whatever was done to its key. */
export const HandEditKey = z.object({ list: RecordList, item: z.string().check(z.regex(/^[1-9]\d{0,9}$/)) });
export type HandEditKey = z.infer<typeof HandEditKey>;

/** A column as Assured wrote it and as it stands now; empty where it holds nothing. Long texts are cut around it. */
export const HandEditDifference = z.object({ column: z.string(), written: z.string(), found: z.string() });
export type HandEditDifference = z.infer<typeof HandEditDifference>;

/** An item that was changed outside Assured, beside what Assured last wrote. */
export const HandEditView = z.object({
  ...HandEditKey.shape,
  listName: z.string(),
  key: z.string(),
  editedAt: z.optional(Instant),
  /** When Assured last wrote it; absent where SharePoint keeps no version that is Assured's, as of an added item. */
  writtenAt: z.optional(Instant),
  differences: z.array(HandEditDifference),
  /** The version that was compared: putting back is refused when somebody changes the item again. */
  seen: z.string(),
});
export type HandEditView = z.infer<typeof HandEditView>;

/** The record stands again as Assured wrote it. */
export const PutBack = z.object({ listName: z.string(), key: z.string() });
export type PutBack = z.infer<typeof PutBack>;
