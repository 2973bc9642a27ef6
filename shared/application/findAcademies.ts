import type { PersonId } from '../schema/ids';
import type { FoundAcademies } from '../schema/standingViews';
import { may } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { categoryWordIn, readRows, standingOf } from './standing';
import { readCaller } from './trust';

/**
 * The academies whose page this person may read, each with how it stands, from memory. Names that somebody writes or
 * searches for are looked up among these and nowhere else. Refusals: `caller.unknown`.
 */
export const findAcademies =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<FoundAcademies>> => {
    const [found, rows] = await Promise.all([readCaller(deps, actor), readRows(deps.store)]);
    if (!found.ok) return found;
    const caller = found.value;
    const academies = caller.academies
      .filter((academy) => may(caller.person, 'readAcademy', { academy }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map((academy) => standingOf(caller, rows, academy));
    return accepted({ asAt: caller.now, categoryWord: categoryWordIn(caller), academies });
  };
