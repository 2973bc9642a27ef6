import type { CategoryChange, CategoryChangeEvent } from '../schema/categoryChange';
import type { ChangeId, CommandId, PersonId } from '../schema/ids';
import type { CategoryChangeView } from '../schema/changeViews';
import { currentStep } from '../domain/categoryChange';
import { evidenceIn } from '../domain/describedChange';
import { holdsRouteRole } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import { fittedChange } from '../domain/room';
import { accessChange, type ChangeAccess } from './changeAccess';
import { changedSince, seenOf } from './changedSince';
import { viewChange } from './changeView';
import type { Deps } from './deps';
import { documentLimit } from './ports/store';
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
  // The write that follows is what tells whether it is still so: somebody waits, and a second reading would cost them.
  const access = await accessChange(deps, actor, command.id, 'toChange');
  if (!access.ok) return access;
  const { id, commandId } = command;
  const changed = await changeOne(deps, {
    kind: 'categoryChanges',
    key: id,
    by: actor,
    commandId,
    types,
    decide: (change) => {
      const decided = decide(change, access.value.caller);
      return decided.ok ? fittedChange(decided.value, documentLimit) : decided;
    },
  });
  return changed.ok ? viewChange(deps.store, { ...access.value, change: changed.value }) : changed;
};

/** Whether what the person saw beside the evidence is no longer so. Whoever says nothing of it is not asked. */
const seesSomethingElse = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: PersonId,
  { id, seen }: { readonly id: ChangeId; readonly seen?: string | undefined },
): Promise<boolean> => {
  const access = seen === undefined ? undefined : await accessChange(deps, actor, id);
  if (!access?.ok) return false;
  const { change, framework } = access.value;
  return seenOf(await changedSince(deps.store, access.value, evidenceIn(change, framework))) !== seen;
};

/**
 * Taking the step that the change is at. Somebody whose step it never was is told so; somebody who is merely late is
 * answered by the domain with what happened; and nobody decides on a row that has changed since they looked at it.
 */
export const takeStep = async <C extends { readonly seen?: string | undefined }>(
  deps: Pick<Deps, 'store' | 'clock' | 'notifier'>,
  actor: PersonId,
  deciding: Deciding<C>,
): Promise<Result<CategoryChangeView>> => {
  const unseen = await seesSomethingElse(deps, actor, deciding.command);
  return changeCategoryChange(deps, actor, {
    ...deciding,
    decide: (change, caller) => {
      const academy = caller.academies.find((a) => a.urn === change.urn);
      const decided = deciding.decide(change, caller);
      if (!decided.ok) return decided;
      const step = currentStep(change);
      const mine = academy && step && holdsRouteRole(caller.person, step, academy);
      if (!mine) return refused({ code: 'category.not-your-step' });
      return unseen ? refused({ code: 'category.evidence-changed' }) : decided;
    },
  });
};
