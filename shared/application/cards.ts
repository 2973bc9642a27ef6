import type { CardModel, GoneCard } from '../schema/card';
import type { CategoryChange } from '../schema/categoryChange';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import type { Person } from '../schema/people';
import type { Review } from '../schema/review';
import { samePeriod, periodBefore } from '../domain/calendar';
import { changeCardFor, changeSlots } from '../domain/cards/changeCard';
import { modelOf } from '../domain/askedFramework';
import { reviewCardFor, reviewSlots } from '../domain/cards/reviewCard';
import { comparableLevels } from '../domain/judgedLevel';
import { mayReadChange } from '../domain/policy';
import type { Deps } from './deps';
import type { Version } from './ports/store';
import { seesReview } from './reviewAccess';
import { findAcademy, frameworkOf, readTrust, whoIs, type Trust } from './trust';

/** A matter in its present state: who must have a card, and what anybody's card shows. */
export interface Cards {
  readonly version: Version;
  readonly slots: readonly { readonly person: PersonId; readonly slot: string }[];
  /** The person's card in a slot (or their present one); a card that names nothing where they may not see the matter. */
  readonly cardFor: (person: PersonId, slot?: string) => CardModel;
}

const gone: GoneCard = {
  card: 'gone',
  headline: 'This is no longer yours to see.',
  why: 'You receive this because an earlier message was about something that has passed to somebody else.',
  subPageId: 'work',
};

const drawing =
  (trust: Trust, draw: (viewer: Person, slot: string | undefined) => CardModel | undefined): Cards['cardFor'] =>
  (id, slot) => {
    const viewer = trust.people.find((person) => person.id === id);
    return (viewer && draw(viewer, slot)) ?? gone;
  };

/** Nobody is sent a card about what they may not see: whoever sent a review may have left since. */
const visibleSlots = (slots: Cards['slots'], cardFor: Cards['cardFor']): Cards['slots'] =>
  slots.filter(({ person, slot }) => cardFor(person, slot).card !== 'gone');

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
  return { version, slots: visibleSlots(reviewSlots(framework, review, academy, trust.people), cardFor), cardFor };
};

const changeCards = (trust: Trust, change: CategoryChange, version: Version): Cards | undefined => {
  const academy = findAcademy(trust, change.urn);
  if (!academy) return undefined;
  const framework = frameworkOf(trust, change.framework);
  const { people, today } = trust;
  const shared = { change, academy, framework, people, today, nameOf: (id: PersonId) => whoIs(trust, id).name };
  const cardFor = drawing(trust, (viewer, slot) =>
    mayReadChange(viewer, change.route, academy)
      ? changeCardFor({ ...shared, viewer, ...(slot && { slot }) })
      : undefined,
  );
  return { version, slots: visibleSlots(changeSlots(change, academy, people, trust.now), cardFor), cardFor };
};

/** The cards of a matter as it stands in the trust's lists now; undefined where it cannot be believed or is not there. */
export const readCards = async (deps: Pick<Deps, 'store' | 'clock'>, matter: Matter): Promise<Cards | undefined> => {
  const trust = await readTrust(deps);
  if (matter.kind === 'reviews') {
    const loaded = await deps.store.load('reviews', matter.key);
    return loaded.status === 'found' ? reviewCards(deps, trust, loaded.document, loaded.version) : undefined;
  }
  const loaded = await deps.store.load('categoryChanges', matter.key);
  return loaded.status === 'found' ? changeCards(trust, loaded.document, loaded.version) : undefined;
};
