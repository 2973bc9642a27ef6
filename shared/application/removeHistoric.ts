import type { AcademyView } from '../schema/academyViews';
import type { RemoveHistoric } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import { removeHistoric as decide } from '../domain/recordHistoric';
import type { Result } from '../domain/result';
import { accessAcademy, changeAcademy } from './academyAccess';
import type { Deps } from './deps';

/** Takes an inspection or a self-evaluation out of sight that was recorded by mistake. Refusals: as of recording one. */
export const removeHistoric =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: RemoveHistoric): Promise<Result<AcademyView>> => {
    const access = await accessAcademy(deps, actor, command);
    if (!access.ok) return access;
    return changeAcademy(deps, access.value, {
      commandId: command.commandId,
      type: 'removedHistoric',
      about: command.id,
      decide: (academy, { now }) => decide(academy, command, { by: actor, at: now }),
    });
  };
