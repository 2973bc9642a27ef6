import type { z } from 'zod/mini';
import type {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  RejectCategoryChange,
  ResubmitCategoryChange,
  ReturnCategoryChange,
  WithdrawCategoryChange,
} from '../../shared/schema/commands';
import type { ChangeId, CommandId } from '../../shared/schema/ids';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import { changeAddress } from './addresses';
import type { ApiClient } from './client';
import type { Said } from './said';

type About<C extends z.core.$ZodType> = Said<C, 'id'>;

/** The acts on a change, each with what it says; the name is the address the server knows it by. */
export type ChangeAct =
  | { readonly act: 'discuss'; readonly said: About<typeof DiscussCategoryChange> }
  | { readonly act: 'approve'; readonly said: About<typeof ApproveCategoryChange> }
  | { readonly act: 'confirm'; readonly said: About<typeof ConfirmCategoryChange> }
  | { readonly act: 'return'; readonly said: About<typeof ReturnCategoryChange> }
  | { readonly act: 'reject'; readonly said: About<typeof RejectCategoryChange> }
  | { readonly act: 'resubmit'; readonly said: About<typeof ResubmitCategoryChange> }
  | { readonly act: 'withdraw'; readonly said: About<typeof WithdrawCategoryChange> };

export const actOnChange = (
  api: ApiClient,
  id: ChangeId,
  { act, said }: ChangeAct,
  commandId: CommandId,
): Promise<CategoryChangeView> =>
  api.send('POST', `${changeAddress(id)}/${act}`, { ...said, commandId }, CategoryChangeView);
