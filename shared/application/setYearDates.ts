import type { SetYearDates } from '../schema/administrationCommands';
import type { AdministeredCalendar } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Setting } from '../schema/settings';
import { refused, type Result } from '../domain/result';
import { setYearDates as decide } from '../domain/yearDates';
import { readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import { kindIn, readRecorded, viewCalendar } from './readCalendar';
import { changeOne } from './writing';

/**
 * The dates of an academic year, or a year more: one write of the settings, by an administrator who had the present
 * dates in sight. Due dates, planned support and quiet days follow by themselves, as they are worked out from these.
 * Refusals: `notAllowed`, and those of the domain's rule.
 */
export const setYearDates =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: SetYearDates): Promise<Result<AdministeredCalendar>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const { commandId, year, basedOn, dates } = command;
    const recorded = await readRecorded(deps.store);
    const setting = { year, basedOn, dates, recorded, kindIn: kindIn(caller.value) };
    const changed = await changeOne(deps, {
      kind: 'settings',
      key: 'trust',
      by: actor,
      commandId,
      types: ['setYearDates'],
      area: year,
      decide: (present): Result<Setting> =>
        'framework' in present
          ? refused({ code: 'notFound' })
          : decide(present, setting, { commandId, by: actor, at: caller.value.now }),
    });
    if (!changed.ok) return changed;
    const settings = changed.value;
    return 'framework' in settings ? refused({ code: 'notFound' }) : viewCalendar(deps.store, caller.value, settings);
  };
