import type { CategoryChange, CategoryChangeEvent } from '../schema/categoryChange';
import type { ChangeId, CommandId, PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { currentStep } from '../domain/categoryChange';
import { holdsRouteRole } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import { accessChange, type ChangeAccess } from './changeAccess';
import { viewChange } from './changeView';
import type { Deps } from './deps';
import { changeOne } from './writing';

interface Deciding<C> {
  readonly command: C & { readonly id: ChangeId; readonly commandId: CommandId };
  readonly types: readonly CategoryChangeEvent['type'][];
  readonly decide: (change: CategoryChange, caller: ChangeAccess['caller']) => Result<CategoryChange>;
}

/**
 * The one write path of a category change: whoever may not see it is told `notFound`; the rest is the domain's to
 * decide, on the document as it is at the moment of writing.
 */
export const changeCategoryChange = async <C>(
  deps: Pick<Deps, 'store' | 'clock' | 'notifier'>,
  actor: PersonId,
  { command, types, decide }: Deciding<C>,
): Promise<Result<CategoryChangeView>> => {
  const access = await accessChange(deps, actor, command.id);
  if (!access.ok) return access;
  const { id, commandId } = command;
  const changed = await changeOne(deps, {
    kind: 'categoryChanges',
    key: id,
    by: actor,
    commandId,
    types,
    decide: (change) => decide(change, access.value.caller),
  });
  return changed.ok ? viewChange(deps.store, { ...access.value, change: changed.value }) : changed;
};

/**
 * Taking the step that the change is at. Somebody whose step it never was is told so; somebody who is merely late is
 * answered by the domain with what happened.
 */
export const takeStep = <C>(
  deps: Pick<Deps, 'store' | 'clock' | 'notifier'>,
  actor: PersonId,
  deciding: Deciding<C>,
): Promise<Result<CategoryChangeView>> =>
  changeCategoryChange(deps, actor, {
    ...deciding,
    decide: (change, caller) => {
      const academy = caller.academies.find((a) => a.urn === change.urn);
      const decided = deciding.decide(change, caller);
      const step = currentStep(change);
      const mine = academy && step && holdsRouteRole(caller.person, step, academy);
      return decided.ok && !mine ? refused({ code: 'category.not-your-step' }) : decided;
    },
  });
