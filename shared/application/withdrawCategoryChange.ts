import type { WithdrawCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { withdraw as decide } from '../domain/categoryChange';
import type { Result } from '../domain/result';
import { changeCategoryChange } from './decideChange';
import type { Deps } from './deps';

/** The proposer takes an open change back. */
export const withdrawCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: WithdrawCategoryChange): Promise<Result<CategoryChangeView>> =>
    changeCategoryChange(deps, actor, {
      command,
      types: ['withdrawn'],
      decide: (change, caller) => decide(change, command, { by: actor, at: caller.now }),
    });
