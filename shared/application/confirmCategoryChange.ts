import type { ConfirmCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { confirm as decide } from '../domain/confirmation';
import type { Result } from '../domain/result';
import { takeStep } from './decideChange';
import type { Deps } from './deps';
import { frameworkOf } from './trust';

/** A named member confirms on the Board's or a committee's behalf, with the date of its meeting. */
export const confirmCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  (actor: PersonId, command: ConfirmCategoryChange): Promise<Result<CategoryChangeView>> =>
    takeStep(deps, actor, {
      command,
      types: ['confirmed'],
      decide: (change, caller) =>
        decide(change, command, {
          by: actor,
          at: caller.now,
          today: caller.today,
          framework: frameworkOf(caller, change.framework),
        }),
    });
