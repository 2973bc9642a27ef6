import type { RejectCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { reject as decide } from '../domain/categoryChange';
import type { Result } from '../domain/result';
import { takeStep } from './decideChange';
import type { Deps } from './deps';

/** Whoever approves or confirms ends the change with a comment. */
export const rejectCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: RejectCategoryChange): Promise<Result<CategoryChangeView>> =>
    takeStep(deps, actor, {
      command,
      types: ['rejected'],
      decide: (change, caller) => decide(change, command, { by: actor, at: caller.now }),
    });
