import type { PersonId } from '../schema/ids';
import type { ModelChangeView, ModelKey } from '../schema/modelChangeViews';
import { may } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { describeChoice, readModelFacts } from './modelFacts';
import { readCaller } from './trust';

/**
 * What it would affect if an academic year went over to another stored version of the trust's model, for whoever
 * administers it. Refusals: `notAllowed`, and those of `describeChoice`.
 */
export const readModelChange =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: ModelKey): Promise<Result<ModelChangeView>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    return describeChoice(caller.value.settings, await readModelFacts(deps), key, caller.value);
  };
