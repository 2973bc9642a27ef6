import type { ResubmitCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { latestDecided } from '../domain/category';
import { resubmit as decide } from '../domain/proposal';
import type { Result } from '../domain/result';
import { changeCategoryChange } from './decideChange';
import type { Deps } from './deps';
import { findAcademy } from './trust';

/** The proposer puts a returned change to its route again. */
export const resubmitCategoryChange =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: ResubmitCategoryChange): Promise<Result<CategoryChangeView>> => {
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    return changeCategoryChange(deps, actor, {
      command,
      types: ['resubmitted'],
      decide: (change, caller) =>
        decide(change, command, {
          by: actor,
          at: caller.now,
          years: caller.settings.years,
          latest: latestDecided(changes, change.urn),
          leftOn: findAcademy(caller, change.urn)?.leftOn,
        }),
    });
  };
