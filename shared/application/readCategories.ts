import type { PersonId } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import type { CategoryOverview } from '../schema/changeViews';
import { termOn } from '../domain/calendar';
import { openChangeOf, standingOn } from '../domain/category';
import { may, mayPropose } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkIn, readCaller } from './trust';

const lineOf = ({ id, from, to, state, effectiveFrom, proposedAt }: CategoryChangeRow) => ({
  id,
  ...(from && { from }),
  to,
  state,
  effectiveFrom,
  proposedAt,
});

/** Every academy whose category changes the reader may see: where it stands, and its changes, newest first. */
export const readCategories =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<CategoryOverview>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const { person, academies, today, now, settings } = found.value;
    const term = termOn(settings.years, today);
    const route = term && frameworkIn(found.value, term.year)?.categoryRoute;
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    const lines = academies
      .filter((academy) => may(person, 'readCategoryChange', { academy }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map((academy) => {
        const own = changes.filter((change) => change.urn === academy.urn);
        const standing = standingOn(changes, academy.urn, today).now;
        return {
          urn: academy.urn,
          name: academy.name,
          ...(standing && { category: standing }),
          changes: own.sort((a, b) => b.proposedAt.localeCompare(a.proposedAt)).map(lineOf),
          mayPropose: route !== undefined && mayPropose(person, route, academy) && !openChangeOf(changes, academy.urn),
        };
      });
    return accepted({ asAt: now, academies: lines });
  };
