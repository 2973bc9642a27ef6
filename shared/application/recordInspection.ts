import type { AcademyView } from '../schema/academyViews';
import type { RecordInspection } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import { recordInspection as decide } from '../domain/recordHistoric';
import type { Result } from '../domain/result';
import { accessAcademy, changeAcademy } from './academyAccess';
import type { Deps } from './deps';

/** What Ofsted said of an academy, as it said it. Refusals: not seen, not allowed, and those of the domain. */
export const recordInspection =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: RecordInspection): Promise<Result<AcademyView>> => {
    const access = await accessAcademy(deps, actor, command);
    if (!access.ok) return access;
    return changeAcademy(deps, access.value, {
      commandId: command.commandId,
      type: 'recordedInspection',
      decide: (academy, { now, today }) => decide(academy, command, { by: actor, at: now, today }),
    });
  };
