import type { AcademyView } from '../schema/academyViews';
import type { RecordSelfEvaluation } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import { recordSelfEvaluation as decide } from '../domain/recordHistoric';
import type { Result } from '../domain/result';
import { accessAcademy, changeAcademy } from './academyAccess';
import type { Deps } from './deps';
import { presentYear } from './trust';

/** What an academy says of itself (SEF), in the words of the present model. Refusals: not seen, not allowed, the domain's. */
export const recordSelfEvaluation =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: RecordSelfEvaluation): Promise<Result<AcademyView>> => {
    const access = await accessAcademy(deps, actor, command);
    if (!access.ok) return access;
    return changeAcademy(deps, access.value, {
      commandId: command.commandId,
      type: 'recordedSelfEvaluation',
      decide: (academy, caller) => {
        const levels = presentYear(caller)?.framework.sefLevels ?? [];
        return decide(academy, command, { by: actor, at: caller.now, today: caller.today, levels });
      },
    });
  };
