import { HeldCards } from '../../shared/schema/deliveryViews';
import type { CommandId } from '../../shared/schema/ids';
import { heldAddress, type Sendable } from './addresses';
import type { ApiClient } from './client';

export const sendNow = (api: ApiClient, what: Sendable, commandId: CommandId): Promise<HeldCards> =>
  api.send('POST', `${heldAddress(what)}/send`, { commandId }, HeldCards);
