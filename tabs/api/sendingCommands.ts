import { z } from 'zod';
import { CardName, HeldCards, type ResendCard, type ResendFailed } from '../../shared/schema/deliveryViews';
import type { ChangeId, CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import type { ApiClient } from './client';
import { reviewPath } from './reviewCommands';

/** A review or a change, of which cards may be held until the trust's sending hours. */
export type Sendable = { readonly review: ReviewKey } | { readonly change: ChangeId };

export const heldAddress = (what: Sendable): string =>
  `${'review' in what ? reviewPath(what.review) : `category-changes/${what.change}`}/held`;

export const sendNow = (api: ApiClient, what: Sendable, commandId: CommandId): Promise<HeldCards> =>
  api.send('POST', `${heldAddress(what)}/send`, { commandId }, HeldCards);

export const resendCard = (
  api: ApiClient,
  said: Omit<ResendCard, 'commandId'>,
  commandId: CommandId,
): Promise<CardName> => api.send('POST', 'administration/delivery/resend-card', { ...said, commandId }, CardName);

const Resent = z.object({ id: z.string() });

export const resendFailed = (
  api: ApiClient,
  said: Omit<ResendFailed, 'commandId'>,
  commandId: CommandId,
): Promise<z.infer<typeof Resent>> =>
  api.send('POST', 'administration/delivery/resend-failed', { ...said, commandId }, Resent);
