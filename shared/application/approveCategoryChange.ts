import type { ApproveCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { approve as decide } from '../domain/categoryChange';
import type { Result } from '../domain/result';
import { takeStep } from './decideChange';
import type { Deps } from './deps';

/** The CEO approves; the proposer only where the route allows it. */
export const approveCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: ApproveCategoryChange): Promise<Result<CategoryChangeView>> =>
    takeStep(deps, actor, {
      command,
      types: ['approved'],
      decide: (change, caller) => decide(change, command, { by: actor, at: caller.now }),
    });
