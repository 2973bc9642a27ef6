import type { CardModel } from '../schema/card';
import type { CategoryChange } from '../schema/categoryChange';
import { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import type { Person } from '../schema/people';
import type { Review } from '../schema/review';
import { samePeriod, periodBefore } from '../domain/calendar';
import { changeCardFor, changeSlots } from '../domain/cards/changeCard';
import { modelOf } from '../domain/askedFramework';
import { goneCard } from '../domain/cards/goneCard';
import { reviewCardFor } from '../domain/cards/reviewCard';
import { reviewSlots } from '../domain/cards/reviewSlots';
import { comparableLevels } from '../domain/judgedLevel';
import { evidenceIn } from '../domain/describedChange';
import { mayReadChange } from '../domain/policy';
import { changedIn, seenOf } from './changedSince';
import type { Deps } from './deps';
import type { Version } from './ports/store';
import { seesReview } from './reviewAccess';
import { findAcademy, frameworkOf, readTrust, whoIs, type Trust } from './trust';
import { workCardsFor } from './workCards';

/** A matter in its present state: who must have a card, and what anybody's card shows. */
export interface Cards {
  readonly version: Version;
  readonly slots: readonly { readonly person: PersonId; readonly slot: string }[];
  /** For whom it waits though they have left or may not see it: the administrator is told, and they are not. */
  readonly hidden?: Cards['slots'];
  /** The person's card in a slot (or their present one); a card that names nothing where they may not see the matter. */
  readonly cardFor: (person: PersonId, slot?: string) => CardModel;
}

const drawing =
  (trust: Trust, draw: (viewer: Person, slot: string | undefined) => CardModel | undefined): Cards['cardFor'] =>
  (id, slot) => {
    const viewer = trust.people.find((person) => person.id === id);
    return (viewer && draw(viewer, slot)) ?? goneCard;
  };

/** Nobody is sent a card about what they may not see: whoever sent a review may have left since. */
const bySight = (
  all: Cards['slots'],
  cardFor: Cards['cardFor'],
  isOpen: boolean,
): Required<Pick<Cards, 'slots' | 'hidden'>> => {
  const sees = ({ person, slot }: Cards['slots'][number]): boolean => cardFor(person, slot).card !== 'gone';
  return { slots: all.filter(sees), hidden: isOpen ? all.filter((slot) => !sees(slot)) : [] };
};

const reviewCards = async (
  deps: Pick<Deps, 'store'>,
  trust: Trust,
  review: Review,
  version: Version,
): Promise<Cards | undefined> => {
  const academy = findAcademy(trust, review.urn);
  const framework = modelOf(review, frameworkOf(trust, review.framework));
  if (!academy || !framework) return undefined;
  const ref = periodBefore(trust.periods, review);
  const rows = ref ? await deps.store.rows('reviews') : [];
  const before = rows.find(
    ({ row }) => ref && row.urn === review.urn && samePeriod(row, ref) && row.state === 'signedOff',
  );
  const shared = {
    review,
    academy,
    framework,
    nameOf: (id: PersonId) => whoIs(trust, id).name,
    ...(before && ref && { previous: { ref, levels: comparableLevels(framework, trust.frameworks, before.row) } }),
  };
  const cardFor = drawing(trust, (viewer, slot) =>
    seesReview({ ...trust, person: viewer }, academy, review)
      ? reviewCardFor({ ...shared, viewer, ...(slot && { slot }) })
      : undefined,
  );
  const slots = reviewSlots(framework, review, academy, trust);
  return { version, ...bySight(slots, cardFor, review.state !== 'signedOff'), cardFor };
};

const changeCards = async (
  deps: Pick<Deps, 'store'>,
  trust: Trust,
  change: CategoryChange,
  version: Version,
): Promise<Cards | undefined> => {
  const academy = findAcademy(trust, change.urn);
  if (!academy) return undefined;
  const framework = frameworkOf(trust, change.framework);
  const { people, today } = trust;
  const evidence = evidenceIn(change, framework);
  const rows = evidence?.model ? await deps.store.rows('reviews') : [];
  const shared = { change, academy, framework, people, today, nameOf: (id: PersonId) => whoIs(trust, id).name };
  const cardFor = drawing(trust, (viewer, slot) => {
    if (!mayReadChange(viewer, change.route, academy)) return undefined;
    const changed = changedIn(rows, { caller: { ...trust, person: viewer }, academy, change }, evidence);
    return changeCardFor({ ...shared, viewer, changedSince: changed, seen: seenOf(changed), ...(slot && { slot }) });
  });
  const isOpen = change.state === 'atStep' || change.state === 'returned';
  return { version, ...bySight(changeSlots(change, academy, people, trust.now), cardFor, isOpen), cardFor };
};

/** The cards of a matter as it stands in the trust's lists now; undefined where it cannot be believed or is not there. */
export const readCards = async (deps: Pick<Deps, 'store' | 'clock'>, matter: Matter): Promise<Cards | undefined> => {
  if (matter.kind === 'work') return workCardsFor(deps, PersonId.parse(matter.key));
  const trust = await readTrust(deps);
  if (matter.kind === 'reviews') {
    const loaded = await deps.store.load('reviews', matter.key);
    return loaded.status === 'found' ? reviewCards(deps, trust, loaded.document, loaded.version) : undefined;
  }
  const loaded = await deps.store.load('categoryChanges', matter.key);
  return loaded.status === 'found' ? changeCards(deps, trust, loaded.document, loaded.version) : undefined;
};
