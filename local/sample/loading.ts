import type { Created, Store } from '../../shared/application/ports/store';
import type { SampleTrust } from './sample';

export interface LoadedSample {
  readonly created: number;
  /** Keys that were taken: those items were left as they are. */
  readonly alreadyThere: number;
}

interface Creation {
  readonly what: string;
  readonly create: () => Promise<Created>;
}

/** What people belong to comes before what they did, so that a load that broke off can be read as far as it came. */
const creationsOf = (store: Pick<Store, 'create'>, trust: SampleTrust): Creation[] => [
  ...trust.frameworks.map((framework) => {
    const name = `framework:${framework.code}@${framework.version}`;
    return { what: name, create: () => store.create('settings', { name, framework }) };
  }),
  { what: 'the trust', create: () => store.create('settings', trust.settings) },
  ...trust.people.map((person) => ({ what: person.name, create: () => store.create('people', person) })),
  ...trust.academies.map((academy) => ({ what: academy.name, create: () => store.create('academies', academy) })),
  ...trust.categoryChanges.map((change) => ({
    what: change.id,
    create: () => store.create('categoryChanges', change),
  })),
  ...trust.reviews.map((review) => ({
    what: `the review of ${review.urn}, ${review.period} ${review.year}`,
    create: () => store.create('reviews', review),
  })),
];

const atOnce = 4;

/**
 * Writes the sample trust, a few items at a time, and tells how many are done. What is there already is left alone.
 * Throws where an item is too large, and what the store throws.
 */
export const loadSample = async (
  store: Pick<Store, 'create'>,
  trust: SampleTrust,
  report: (done: number, all: number) => void = () => undefined,
): Promise<LoadedSample> => {
  const creations = creationsOf(store, trust);
  const waiting = creations.values();
  const counts = { created: 0, alreadyThere: 0 };
  const work = async (): Promise<void> => {
    for (const { what, create } of waiting) {
      const { status } = await create();
      if (status === 'tooLarge') throw new Error(`The sample's ${what} is too large for a list item.`);
      counts[status === 'created' ? 'created' : 'alreadyThere'] += 1;
      report(counts.created + counts.alreadyThere, creations.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return counts;
};
