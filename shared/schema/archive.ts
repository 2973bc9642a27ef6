import * as z from 'zod/mini';
import { CategoryChange } from './categoryChange';
import { Instant, RequiredText } from './ids';
import { Academy, Person } from './people';
import { Review } from './review';
import { Setting } from './settings';

/** Every record of a trust, whole, in the order in which it is written again. */
export const ArchiveContents = z.object({
  settings: z.array(Setting),
  people: z.array(Person),
  academies: z.array(Academy),
  categoryChanges: z.array(CategoryChange),
  reviews: z.array(Review),
});
export type ArchiveContents = z.infer<typeof ArchiveContents>;

const Count = z.int().check(z.gte(0));

/** Only what Assured can still read: a later format gets the next number. */
export const archiveFormat = { name: 'assured-trust', version: 1 } as const;

/**
 * A whole trust in one JSON file: for backing it up, restoring it and leaving with it. It holds everything that the
 * SharePoint lists hold, and nothing about cards that were delivered. `digest` is the SHA-256 of `contents` as JSON.
 */
export const Archive = z.object({
  format: z.literal(archiveFormat.name),
  formatVersion: z.literal(archiveFormat.version),
  trustName: RequiredText(120),
  exportedAt: Instant,
  /** The app registration that read it. */
  exportedBy: RequiredText(200),
  counts: z.object({
    settings: Count,
    people: Count,
    academies: Count,
    categoryChanges: Count,
    reviews: Count,
  }),
  /** Records that were changed outside Assured when it was made, and so are not in it. */
  leftOut: z.array(z.object({ list: RequiredText(60), key: RequiredText(200) })),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  contents: ArchiveContents,
});
export type Archive = z.infer<typeof Archive>;
