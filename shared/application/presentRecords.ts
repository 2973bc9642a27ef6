import type { Person } from '../schema/people';
import { openMatters } from './announceRoles';
import type { Deps } from './deps';
import { nameOfMatter } from './nameOfMatter';
import type { Announceable } from './ports/delivery';

type Reading = Pick<Deps, 'store'>;

/** What is in the trust's lists, and what of that is known for certain. */
export interface Present {
  readonly people: ReadonlyMap<string, Person>;
  /** It is not in its list. Never where that list holds anything that cannot be believed: it might be this. */
  readonly isGone: (what: Announceable) => boolean;
  /** It is there, and waits for nobody. */
  readonly isSettled: (what: Announceable) => boolean;
}

/**
 * Everybody in People, read from the source. `isWhole`: there is nobody else. Where a record was changed outside the
 * app nobody can say whose it is, its key may have been changed too; and a list with nobody in it is not begun yet.
 */
export const readEverybody = async ({
  store,
}: Reading): Promise<{ readonly people: Present['people']; readonly isWhole: boolean }> => {
  const { documents, editedByHand } = await store.everything('people');
  const people = new Map<string, Person>(documents.map((person) => [person.id, person]));
  return { people, isWhole: people.size > 0 && editedByHand.length === 0 };
};

/** What is there of the people and of all that they are told about. */
export const readPresent = async (deps: Reading): Promise<Present> => {
  const { people, isWhole } = await readEverybody(deps);
  const whole = new Set<Announceable['kind']>(isWhole ? ['people'] : []);
  const there = new Set<string>([...people.keys()].map((key) => nameOfMatter({ kind: 'people', key })));
  for (const kind of ['reviews', 'categoryChanges'] as const) {
    for (const { key } of await deps.store.rows(kind)) there.add(nameOfMatter({ kind, key }));
    if ((await deps.store.handEdits(kind)).length === 0) whole.add(kind);
  }
  const open = new Set((await openMatters(deps)).map(nameOfMatter));
  return {
    people,
    isGone: (what) => whole.has(what.kind) && !there.has(nameOfMatter(what)),
    isSettled: (what) => there.has(nameOfMatter(what)) && !open.has(nameOfMatter(what)),
  };
};
