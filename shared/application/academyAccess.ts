import type { CommandId, PersonId, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { AcademyView } from '../schema/academyViews';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { viewAcademy } from './academyView';
import type { Deps } from './deps';
import { findAcademy, readCaller, type Caller } from './trust';
import { changeOne } from './writing';

export interface AcademyAccess {
  readonly caller: Caller;
  readonly academy: Academy;
}

/** An academy whose page the actor may read; `notFound` for everybody else, as if it were not there. */
export const accessAcademy = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: PersonId,
  { urn }: { readonly urn: Urn },
): Promise<Result<AcademyAccess>> => {
  const caller = await readCaller(deps, actor);
  if (!caller.ok) return caller;
  const academy = findAcademy(caller.value, urn);
  if (!academy || !may(caller.value.person, 'readAcademy', { academy })) return refused({ code: 'notFound' });
  return accepted({ caller: caller.value, academy });
};

interface AcademyChange {
  readonly commandId: CommandId;
  readonly type: 'recordedInspection' | 'recordedSelfEvaluation' | 'removedHistoric';
  /** Which entry the command is about, where it is about one. */
  readonly about?: CommandId;
  readonly decide: (academy: Academy, caller: Caller) => Result<Academy>;
}

/** One write of an academy by whoever may record what was said of it; answers with its page as it stands then. */
export const changeAcademy = async (
  deps: Pick<Deps, 'store' | 'clock' | 'notifier'>,
  { caller, academy }: AcademyAccess,
  { commandId, type, about, decide }: AcademyChange,
): Promise<Result<AcademyView>> => {
  if (!may(caller.person, 'recordHistoric', { academy })) return refused({ code: 'notAllowed' });
  const changed = await changeOne(deps, {
    kind: 'academies',
    key: academy.urn,
    by: caller.person.id,
    commandId,
    types: [type],
    ...(about && { area: about }),
    decide: (present) => decide(present, caller),
  });
  return changed.ok ? accepted(await viewAcademy(deps.store, { caller, academy: changed.value })) : changed;
};
