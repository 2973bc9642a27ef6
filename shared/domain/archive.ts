import type { ArchiveContents } from '../schema/archive';
import type { FrameworkRef } from '../schema/framework';
import { keyOfAcademy, keyOfChange, keyOfPerson, keyOfReview, keyOfSetting, openForOf } from './keys';
import { count, listWords } from './words';

/** What the lists are called where an administrator reads of them. */
export const listNames = {
  settings: 'Settings',
  people: 'People',
  academies: 'Academies',
  categoryChanges: 'Category changes',
  reviews: 'Reviews',
} satisfies Record<keyof ArchiveContents, string>;

/** In the order in which a trust is written: what people belong to comes before what they did. */
export const archiveKinds = ['settings', 'people', 'academies', 'categoryChanges', 'reviews'] as const;

type Counts = Readonly<Record<keyof ArchiveContents, number>>;

export const countsOf = (contents: ArchiveContents): Counts => ({
  settings: contents.settings.length,
  people: contents.people.length,
  academies: contents.academies.length,
  categoryChanges: contents.categoryChanges.length,
  reviews: contents.reviews.length,
});

/** '2 settings, 16 people, 6 academies, 7 category changes and 18 reviews'. */
export const countsWords = (counts: Counts): string =>
  listWords([
    count(counts.settings, 'setting'),
    count(counts.people, 'person', 'people'),
    count(counts.academies, 'academy', 'academies'),
    count(counts.categoryChanges, 'category change'),
    count(counts.reviews, 'review'),
  ]);

const keysIn = (contents: ArchiveContents): Readonly<Record<keyof ArchiveContents, readonly string[]>> => ({
  settings: contents.settings.map(keyOfSetting),
  people: contents.people.map(keyOfPerson),
  academies: contents.academies.map(keyOfAcademy),
  categoryChanges: contents.categoryChanges.map(keyOfChange),
  reviews: contents.reviews.map(keyOfReview),
});

/** Each key that comes again, as often as it does. */
const again = (keys: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key));
};

/** Where records are looked for, as a sentence ends: 'is not in the archive'. */
type Place = 'in the archive' | 'on the site or in the archive';

const sameKeys = (contents: ArchiveContents): readonly string[] => {
  const keys = keysIn(contents);
  return archiveKinds.flatMap((kind) =>
    again(keys[kind]).map((key) => `${listNames[kind]}: ${key} stands in the archive more than once.`),
  );
};

const openTwice = ({ categoryChanges }: ArchiveContents): readonly string[] =>
  again(categoryChanges.map(openForOf)).map(
    (urn) => `Category changes: the academy ${urn} has more than one open change, and can have one.`,
  );

const unknownAcademies = (
  { academies, categoryChanges, reviews }: ArchiveContents,
  place: Place,
): readonly string[] => {
  const known = new Set<string>(academies.map(({ urn }) => urn));
  const unknown = [...reviews, ...categoryChanges].map(({ urn }) => urn).filter((urn) => !known.has(urn));
  return [...new Set(unknown)].map((urn) => `Academies: ${urn} is not ${place}, and records of it are.`);
};

const settingNameOf = ({ code, version }: FrameworkRef): string => `framework:${code}@${version}`;

const storedIn = ({ settings }: ArchiveContents): ReadonlySet<string> =>
  new Set(settings.flatMap((setting) => ('framework' in setting ? [setting.name] : [])));

const trustSettings = (contents: ArchiveContents, place: Place): readonly string[] => {
  const stored = storedIn(contents);
  const own = contents.settings.find((setting) => !('framework' in setting));
  if (own === undefined || 'framework' in own) return [`Settings: the trust’s own settings are not ${place}.`];
  const missing = own.years.filter(({ framework }) => !stored.has(settingNameOf(framework)));
  return missing.map(
    ({ year, framework: { code, version } }) =>
      `Settings: ${year} uses version ${version} of the framework ${code}, which is not ${place}.`,
  );
};

/** Reviews cannot be written without the columns of their model's areas. */
const unstoredFrameworks = (contents: ArchiveContents, place: Place): readonly string[] => {
  const stored = storedIn(contents);
  return contents.reviews.flatMap((review) => {
    const { code, version } = review.framework;
    return stored.has(settingNameOf(review.framework))
      ? []
      : [
          `Reviews: ${keyOfReview(review)} is judged by version ${version} of the framework ${code}, which is not ${place}.`,
        ];
  });
};

const tooLong = (contents: ArchiveContents, limit: number): readonly string[] => {
  const keys = keysIn(contents);
  return archiveKinds.flatMap((kind) =>
    contents[kind].flatMap((document, i) => {
      const length = JSON.stringify(document).length;
      const words = `${listNames[kind]}: ${keys[kind][i] ?? ''} has ${length} characters, and a record can have ${limit}.`;
      return length > limit ? [words] : [];
    }),
  );
};

/** Everything that would keep these records from being a trust, each in a sentence; `limit` in characters of a record. */
export const mistakesIn = (
  contents: ArchiveContents,
  limit: number,
  place: Place = 'in the archive',
): readonly string[] => [
  ...trustSettings(contents, place),
  ...sameKeys(contents),
  ...openTwice(contents),
  ...unknownAcademies(contents, place),
  ...unstoredFrameworks(contents, place),
  ...tooLong(contents, limit),
];
