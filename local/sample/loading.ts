import type { Aggregates, Kind, Store } from '../../shared/application/ports/store';
import type { SampleTrust } from './sample';

export interface LoadedSample {
  readonly created: number;
  /** Keys that were taken: those items were left as they are. */
  readonly alreadyThere: number;
}

type Writer = Pick<Store, 'createAll'>;

/** Items of one kind, which are written together. */
interface Step {
  readonly items: number;
  readonly write: (store: Writer) => Promise<LoadedSample>;
}

/** Enough for a few batches at once, and few enough to count on now and then. */
const together = 80;

const written = async <K extends Kind>(
  store: Writer,
  kind: K,
  documents: readonly Aggregates[K][],
  nameOf: (document: Aggregates[K]) => string,
): Promise<LoadedSample> => {
  const outcomes = await store.createAll(kind, documents);
  const tooLarge = documents.find((_, i) => outcomes[i]?.status === 'tooLarge');
  if (tooLarge !== undefined) throw new Error(`The sample's ${nameOf(tooLarge)} is too large for a list item.`);
  const created = outcomes.filter(({ status }) => status === 'created').length;
  return { created, alreadyThere: outcomes.length - created };
};

const stepsOf = <K extends Kind>(
  kind: K,
  documents: readonly Aggregates[K][],
  nameOf: (document: Aggregates[K]) => string,
): readonly Step[] =>
  Array.from({ length: Math.ceil(documents.length / together) }, (_, i) => {
    const some = documents.slice(i * together, (i + 1) * together);
    return { items: some.length, write: (store) => written(store, kind, some, nameOf) };
  });

const settingsOf = ({ frameworks, settings }: SampleTrust): readonly Aggregates['settings'][] => [
  ...frameworks.map((framework) => ({ name: `framework:${framework.code}@${framework.version}`, framework }) as const),
  settings,
];

/** What people belong to comes before what they did, so that a load that broke off can be read as far as it came. */
const allSteps = (trust: SampleTrust): readonly Step[] => [
  ...stepsOf('settings', settingsOf(trust), ({ name }) => name),
  ...stepsOf('people', trust.people, ({ name }) => name),
  ...stepsOf('academies', trust.academies, ({ name }) => name),
  ...stepsOf('categoryChanges', trust.categoryChanges, ({ id }) => id),
  ...stepsOf('reviews', trust.reviews, ({ urn, period, year }) => `review of ${urn}, ${period} ${year},`),
];

/**
 * Writes the sample trust, one kind after another, and tells how many items are done. What is there already is left
 * alone. Throws where an item is too large, and what the store throws.
 */
export const loadSample = async (
  store: Writer,
  trust: SampleTrust,
  report: (done: number, all: number) => void = () => undefined,
): Promise<LoadedSample> => {
  const steps = allSteps(trust);
  const all = steps.reduce((sum, { items }) => sum + items, 0);
  const counts = { created: 0, alreadyThere: 0 };
  for (const step of steps) {
    const { created, alreadyThere } = await step.write(store);
    counts.created += created;
    counts.alreadyThere += alreadyThere;
    report(counts.created + counts.alreadyThere, all);
  }
  return counts;
};
