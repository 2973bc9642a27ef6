import { CardName, type ResendCard } from '../../shared/schema/deliveryViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const resendCard = (
  api: ApiClient,
  said: Omit<ResendCard, 'commandId'>,
  commandId: CommandId,
): Promise<CardName> => api.send('POST', 'administration/delivery/resend-card', { ...said, commandId }, CardName);
