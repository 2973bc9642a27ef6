import type { ReturnCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { returnChange as decide } from '../domain/categoryChange';
import type { Result } from '../domain/result';
import { takeStep } from './decideChange';
import type { Deps } from './deps';

/** Whoever approves or confirms sends the change back to the proposer with a comment. */
export const returnCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: ReturnCategoryChange): Promise<Result<CategoryChangeView>> =>
    takeStep(deps, actor, {
      command,
      types: ['returned'],
      decide: (change, caller) => decide(change, command, { by: actor, at: caller.now }),
    });
