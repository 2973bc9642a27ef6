import type { ChangeId, PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import type { Result } from '../domain/result';
import { accessChange } from './changeAccess';
import { viewChange } from './changeView';
import type { Deps } from './deps';

/** One category change, as its reader may see it. Refusals: `notFound`, `store.edited-by-hand`. */
export const readCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { id }: { readonly id: ChangeId }): Promise<Result<CategoryChangeView>> => {
    const access = await accessChange(deps, actor, id);
    return access.ok ? viewChange(deps.store, access.value) : access;
  };
