import * as z from 'zod/mini';
import type { ResendFailed } from '../../shared/schema/deliveryViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

const Resent = z.object({ id: z.string() });

export const resendFailed = (
  api: ApiClient,
  said: Omit<ResendFailed, 'commandId'>,
  commandId: CommandId,
): Promise<z.infer<typeof Resent>> =>
  api.send('POST', 'administration/delivery/resend-failed', { ...said, commandId }, Resent);
