import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import { goneCard } from '../domain/cards/goneCard';
import { occasionOf, workCardFor, type ListedWork } from '../domain/cards/workCard';
import { isDueSoon } from '../domain/reminders';
import type { Cards } from './cards';
import type { Deps } from './deps';
import type { Version } from './ports/store';
import { overdueOfOthers, perhapsSeenBy, readPresentWork, workOf, type PresentWork } from './presentWork';
import { readTrust } from './trust';

/** What a slot's card lists: all that waits, what is due soon or overdue, or what others are overdue with. */
const listed = (work: PresentWork, person: Person, slot: string): readonly ListedWork[] => {
  const occasion = occasionOf(slot);
  if (occasion === 'overdueOfOthers') return overdueOfOthers(work, person);
  const { settings, today } = work.trust;
  const items = workOf(work, person);
  return occasion === 'digest' ? items : items.filter((item) => isDueSoon(settings, item, today));
};

/** A person's work is no record and has no version: it is never recorded as announced. */
const noVersion = 'present' as Version;

/**
 * The cards of a person's work as it stands now: digests, reminders, what others are overdue with. None is due by
 * itself: whoever wants one claims its slot. Undefined where the person is not in the trust.
 */
export const workCardsFor = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  person: PersonId,
): Promise<Cards | undefined> => {
  const trust = await readTrust(deps);
  const own = trust.people.find(({ id }) => id === person);
  if (!own) return undefined;
  const work = await readPresentWork(deps, trust, perhapsSeenBy(trust, own));
  const { now, today } = trust;
  const tellAfter = trust.settings.delivery.reminders.tellDirectorAfter;
  return {
    version: noVersion,
    slots: [],
    cardFor: (viewer, slot = 'digest') =>
      viewer === person ? workCardFor({ slot, items: listed(work, own, slot), now, today, tellAfter }) : goneCard,
  };
};
