import type { Matter } from '../schema/matter';
import { recordOf } from '../domain/judging';
import { capital, recordPhrase } from '../domain/words';
import type { Deps } from './deps';
import { findAcademy, frameworkOf, type Trust } from './trust';

/** What a message is about, in words for an administrator, who may see every academy's name and nothing more. */
export const readSubjects = async (
  { store }: Pick<Deps, 'store'>,
  trust: Trust,
): Promise<(matter: Matter) => string> => {
  const reviews = new Map((await store.rows('reviews')).map(({ key, row }) => [key, row]));
  const changes = new Map((await store.rows('categoryChanges')).map(({ key, row }) => [key, row]));
  const of = (urn: Parameters<typeof findAcademy>[1] | undefined): string => {
    const academy = urn && findAcademy(trust, urn);
    return academy ? ` of ${academy.name}` : '';
  };
  return ({ kind, key }) => {
    if (kind === 'work') return 'What waits for them: a digest or a reminder';
    if (kind === 'categoryChanges') return `A change of category${of(changes.get(key)?.urn)}`;
    const row = reviews.get(key);
    const framework = row && frameworkOf(trust, row.framework);
    return row ? `${capital(recordPhrase(row, framework ? recordOf(framework) : 'review'))}${of(row.urn)}` : 'A review';
  };
};
