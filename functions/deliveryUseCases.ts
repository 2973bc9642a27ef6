import { cardSeen } from '../shared/application/cardSeen';
import type { Deps } from '../shared/application/deps';
import { forgetConversation } from '../shared/application/forgetConversation';
import { readDelivery } from '../shared/application/readDelivery';
import { readHeld } from '../shared/application/readHeld';
import { rememberConversation } from '../shared/application/rememberConversation';
import { resendCard } from '../shared/application/resendCard';
import { resendFailed } from '../shared/application/resendFailed';
import { sendNow } from '../shared/application/sendNow';
import { keyOfReview } from '../shared/domain/keys';
import type { SendChangeNow, SendReviewNow } from '../shared/schema/deliveryViews';
import type { ChangeId, PersonId } from '../shared/schema/ids';
import type { ReviewKey } from '../shared/schema/review';

/** What is asked about messages to people, and told of where they are reached. */
export const bindDelivery = (deps: Omit<Deps, 'chat' | 'installer'>) => ({
  readDelivery: readDelivery(deps),
  resendCard: resendCard(deps),
  resendFailed: resendFailed(deps),
  readHeldOfReview: (actor: PersonId, key: ReviewKey) =>
    readHeld(deps)(actor, { kind: 'reviews', key: keyOfReview(key) }),
  readHeldOfChange: (actor: PersonId, { id }: { readonly id: ChangeId }) =>
    readHeld(deps)(actor, { kind: 'categoryChanges', key: id }),
  sendReviewNow: (actor: PersonId, key: SendReviewNow) =>
    sendNow(deps)(actor, { kind: 'reviews', key: keyOfReview(key) }),
  sendChangeNow: (actor: PersonId, { id }: SendChangeNow) => sendNow(deps)(actor, { kind: 'categoryChanges', key: id }),
  cardSeen: cardSeen(deps),
  findConversation: (person: PersonId) => deps.conversations.get(person),
  rememberConversation: rememberConversation(deps),
  forgetConversation: forgetConversation(deps),
});
