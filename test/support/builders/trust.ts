import type { Deps } from '../../../shared/application/deps';
import type { SentCard } from '../../../shared/application/ports/delivery';
import type { Aggregates, Kind } from '../../../shared/application/ports/store';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { Academy, Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import type { TrustSettings } from '../../../shared/schema/settings';
import {
  createDeliveryMemory,
  createFakeClock,
  createFakeNotifier,
  deliveryOver,
  type DeliveryMemory,
  type FakeClock,
  type FakeNotifier,
} from '../fakeDelivery';
import { createFakeStore, type FakeStore } from '../fakeStore';
import { now, settings as usualSettings } from './calendar';
import { smallFramework } from './framework';
import { academies as everyAcademy, people as everybody } from './people';

export interface Holdings {
  readonly settings?: TrustSettings;
  readonly framework?: Framework;
  /** Stored beside the one that the years use. */
  readonly frameworks?: readonly Framework[];
  readonly academies?: readonly Academy[];
  readonly people?: readonly Person[];
  readonly reviews?: readonly Review[];
  readonly changes?: readonly CategoryChange[];
  /** What stands on record of cards. */
  readonly cards?: readonly Omit<SentCard, 'version'>[];
  /** Items changed outside the app; the n-th one has the version `"edited,<n>"`. */
  readonly editedByHand?: readonly { readonly kind: Kind; readonly key: string }[];
}

/** A trust on the fake store, with everything that the use cases need. */
export interface TestTrust extends Deps {
  readonly store: FakeStore;
  readonly clock: FakeClock;
  readonly notifier: FakeNotifier;
  readonly memory: DeliveryMemory;
}

const keep = async <K extends Kind>(store: FakeStore, kind: K, documents: readonly Aggregates[K][]): Promise<void> => {
  for (const document of documents) {
    const { status } = await store.create(kind, document);
    if (status !== 'created') throw new Error(`The ${kind} of this test cannot be kept: ${status}.`);
  }
};

const stored = (framework: Framework) => ({
  name: `framework:${framework.code}@${framework.version}`,
  framework,
});

/** Everybody has the app in Teams unless a test says otherwise. */
export const createTrust = async ({
  settings = usualSettings,
  framework = smallFramework,
  frameworks = [],
  academies = everyAcademy,
  people = everybody,
  reviews = [],
  changes = [],
  cards = [],
  editedByHand = [],
}: Holdings = {}): Promise<TestTrust> => {
  const store = createFakeStore();
  await keep(store, 'settings', [settings, ...[framework, ...frameworks].map(stored)]);
  await keep(store, 'academies', academies);
  await keep(store, 'people', people);
  await keep(store, 'reviews', reviews);
  await keep(store, 'categoryChanges', changes);
  for (const { kind, key } of editedByHand) store.handEdit(kind, key);
  const memory = createDeliveryMemory(people.map(({ id }) => id));
  const delivery = deliveryOver(memory);
  for (const card of cards) await delivery.sentCards.claim(card);
  const clock = createFakeClock(now);
  return { store, clock, notifier: createFakeNotifier(), memory, ...delivery };
};
