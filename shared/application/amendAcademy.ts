import type { AmendAcademy } from '../schema/administrationCommands';
import type { AdministeredAcademy } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import { amendAcademy as decide, knowsAreas } from '../domain/academyFacts';
import { accepted, type Result } from '../domain/result';
import { knownAreas } from './addAcademy';
import { readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import { countRecords, viewAdministered } from './readAcademies';
import { changeOne } from './writing';

/**
 * What an academy is called, its phase, its pupils, when it joined and left: one write, by an administrator who had the
 * present facts in sight. Refusals: `notAllowed`, `notFound`, `academies.changed-since`, `review.unknown-area`.
 */
export const amendAcademy =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: AmendAcademy): Promise<Result<AdministeredAcademy>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const { now: at } = caller.value;
    const { commandId, urn } = command;
    const changed = await changeOne(deps, {
      kind: 'academies',
      key: urn,
      by: actor,
      commandId,
      types: ['changed'],
      decide: (academy) => {
        const known = knowsAreas(knownAreas(caller.value), academy.notApplicable, command.facts);
        return known.ok ? decide(academy, command, { commandId, by: actor, at }) : known;
      },
    });
    if (!changed.ok) return changed;
    const records = await countRecords(deps.store);
    return accepted(viewAdministered(caller.value, changed.value, records.get(urn) ?? 0));
  };
