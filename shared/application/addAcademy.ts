import type { AddAcademy } from '../schema/administrationCommands';
import type { AdministeredAcademy } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import { knowsAreas, newAcademy } from '../domain/academyFacts';
import { replayOf } from '../domain/replay';
import { accepted, refused, type Result } from '../domain/result';
import { readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import { countRecords, viewAdministered } from './readAcademies';
import { stampsIn } from './stamps';
import type { Caller } from './trust';

/** Areas of any stored version: an academy is said not to have what some year's model judges. */
export const knownAreas = ({ frameworks }: Caller) => frameworks.flatMap(({ areas }) => areas.map(({ code }) => code));

/** The number is taken: by this very command, sent again, or by another academy. */
const existing = async (
  { store }: Pick<Deps, 'store'>,
  { commandId, urn }: AddAcademy,
  actor: PersonId,
): Promise<Result<Academy>> => {
  const loaded = await store.load('academies', urn);
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  if (loaded.status === 'absent') return refused({ code: 'store.conflict' });
  const { document } = loaded;
  const replay = replayOf(stampsIn('academies', document), commandId, actor, ['added']);
  return replay === 'done' ? accepted(document) : refused({ code: 'academies.urn-taken', name: document.name });
};

const create = async (deps: Pick<Deps, 'store'>, caller: Caller, command: AddAcademy): Promise<Result<Academy>> => {
  const { commandId, urn, facts } = command;
  const known = knowsAreas(knownAreas(caller), [], facts);
  if (!known.ok) return known;
  const academy = newAcademy(urn, facts, { commandId, by: caller.person.id, at: caller.now });
  const { status } = await deps.store.create('academies', academy);
  if (status === 'exists') return existing(deps, command, caller.person.id);
  return status === 'tooLarge' ? refused({ code: 'store.too-large' }) : accepted(academy);
};

/**
 * An academy that is new to the trust; SharePoint itself refuses a second one with its URN. Refusals: `notAllowed`,
 * `academies.urn-taken`, `review.unknown-area`, `store.edited-by-hand`.
 */
export const addAcademy =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, command: AddAcademy): Promise<Result<AdministeredAcademy>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const added = await create(deps, caller.value, command);
    if (!added.ok) return added;
    const records = await countRecords(deps.store);
    return accepted(viewAdministered(caller.value, added.value, records.get(command.urn) ?? 0));
  };
