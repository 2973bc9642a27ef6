import type { z } from 'zod';
import type {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  ProposeCategoryChange,
  RejectCategoryChange,
  ResubmitCategoryChange,
  ReturnCategoryChange,
  WithdrawCategoryChange,
} from '../../shared/schema/commands';
import type { ChangeId, CommandId } from '../../shared/schema/ids';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import type { ApiClient } from './client';

type Said<C extends z.ZodType> = Omit<z.input<C>, 'commandId' | 'id'>;

/** The acts on a change, each with what it says; the name is the address the server knows it by. */
export type ChangeAct =
  | { readonly act: 'discuss'; readonly said: Said<typeof DiscussCategoryChange> }
  | { readonly act: 'approve'; readonly said: Said<typeof ApproveCategoryChange> }
  | { readonly act: 'confirm'; readonly said: Said<typeof ConfirmCategoryChange> }
  | { readonly act: 'return'; readonly said: Said<typeof ReturnCategoryChange> }
  | { readonly act: 'reject'; readonly said: Said<typeof RejectCategoryChange> }
  | { readonly act: 'resubmit'; readonly said: Said<typeof ResubmitCategoryChange> }
  | { readonly act: 'withdraw'; readonly said: Said<typeof WithdrawCategoryChange> };

export const proposeCategoryChange = (
  api: ApiClient,
  id: ChangeId,
  said: Said<typeof ProposeCategoryChange>,
  commandId: CommandId,
): Promise<CategoryChangeView> => api.send('PUT', `category-changes/${id}`, { ...said, commandId }, CategoryChangeView);

export const actOnChange = (
  api: ApiClient,
  id: ChangeId,
  { act, said }: ChangeAct,
  commandId: CommandId,
): Promise<CategoryChangeView> =>
  api.send('POST', `category-changes/${id}/${act}`, { ...said, commandId }, CategoryChangeView);
