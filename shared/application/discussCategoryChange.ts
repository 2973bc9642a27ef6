import type { DiscussCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { discuss as decide } from '../domain/categoryChange';
import type { Result } from '../domain/result';
import { takeStep } from './decideChange';
import type { Deps } from './deps';

/** The head teacher agrees or comments; the change goes on either way. */
export const discussCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: DiscussCategoryChange): Promise<Result<CategoryChangeView>> =>
    takeStep(deps, actor, {
      command,
      types: ['discussed'],
      decide: (change, caller) => decide(change, command, { by: actor, at: caller.now }),
    });
