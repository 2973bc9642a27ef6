import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mistakesIn, countsOf, archiveKinds, listNames } from '../domain/archive';
import { Archive, archiveFormat } from '../schema/archive';
import { documentLimit } from './ports/store';

/** The SHA-256 of an archive's contents, in hexadecimal: of the JSON without any spaces between. */
export const digestOf = (contents: unknown): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex');

export type CheckedArchive =
  | { readonly archive: Archive; readonly mistakes: readonly [] }
  | { readonly archive?: undefined; readonly mistakes: readonly string[] };

// Made with classic zod, not the tab's zod/mini: that gives the mistakes below their words in English.
const Heading = z.object({ format: z.literal(archiveFormat.name), formatVersion: z.number(), contents: z.unknown() });

const noArchive = 'This is no archive of a trust: Assured writes one with ‘export’.';
const laterFormat = (version: number): string =>
  `This archive has format ${version}, and this version of Assured reads format ${archiveFormat.version}. Please use the version that it was made with, or a later one.`;
const changedSince =
  'The archive is not what was exported: its digest does not fit its contents. It was changed or damaged since, so please use another copy.';

/** Where in the archive, and what is wrong there; no more of them than somebody would read. */
const mostMistakes = 20;

const shapeMistakes = (error: z.core.$ZodError): readonly string[] => [
  ...error.issues.slice(0, mostMistakes).map(({ path, message }) => `${path.join(' › ')}: ${message}`),
  ...(error.issues.length > mostMistakes ? [`… and ${error.issues.length - mostMistakes} more.`] : []),
];

const countMistakes = ({ counts, contents }: Archive): readonly string[] => {
  const there = countsOf(contents);
  return archiveKinds.flatMap((kind) =>
    there[kind] === counts[kind]
      ? []
      : [`${listNames[kind]}: the archive names ${counts[kind]} records and holds ${there[kind]}.`],
  );
};

/** Reads what a file holds and finds everything that is wrong with it: format, digest, shapes, references. */
export const checkArchive = (given: unknown): CheckedArchive => {
  const heading = Heading.safeParse(given);
  if (!heading.success) return { mistakes: [noArchive] };
  if (heading.data.formatVersion !== archiveFormat.version)
    return { mistakes: [laterFormat(heading.data.formatVersion)] };
  const archive = Archive.safeParse(given);
  if (!archive.success) return { mistakes: shapeMistakes(archive.error) };
  // As it stands in the file: a schema that has grown since adds to what it reads.
  if (digestOf(heading.data.contents) !== archive.data.digest) return { mistakes: [changedSince] };
  const mistakes = [...countMistakes(archive.data), ...mistakesIn(archive.data.contents, documentLimit)];
  return mistakes.length > 0 ? { mistakes } : { archive: archive.data, mistakes: [] };
};
