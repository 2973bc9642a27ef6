import type { Kind } from '../../shared/application/ports/store';
import { fieldsOf } from './records';
import type { trustOf } from './records';
import type { World } from './world';

/** Puts a whole trust into the lists, so that everything in it has its name. */
export const seedTrust = async (world: World, trust: ReturnType<typeof trustOf>): Promise<void> => {
  const put = <K extends Kind>(kind: K, documents: readonly Parameters<typeof fieldsOf<K>>[1][]) =>
    world.seed(
      kind,
      documents.map((document) => fieldsOf(kind, document)),
    );
  await put('settings', [trust.settings, trust.framework]);
  await put('academies', trust.academies);
  await put('people', trust.people);
  await put('reviews', trust.reviews);
};
