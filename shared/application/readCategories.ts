import type { Framework } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow } from '../schema/rows';
import type { CategoryOverview } from '../schema/changeViews';
import { hasLeft } from '../domain/calendar';
import { latestOn, openChangeOf } from '../domain/category';
import { categoryIn } from '../domain/describedChange';
import { may, mayPropose } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkOf, presentYear, readCaller, type Caller } from './trust';

type Line = CategoryOverview['academies'][number];

/** Categories are named by the version that the change was proposed on, whatever the trust's model is now. */
const changeLine = (caller: Caller, row: CategoryChangeRow): Line['changes'][number] => {
  const { id, from, to, state, effectiveFrom, proposedAt } = row;
  const version = frameworkOf(caller, row.framework);
  return {
    id,
    ...(from && { from, fromName: categoryIn(version, from).name }),
    to,
    toName: categoryIn(version, to).name,
    state,
    effectiveFrom,
    proposedAt,
  };
};

const standing = (caller: Caller, changes: readonly CategoryChangeRow[], academy: Academy): Pick<Line, 'category'> => {
  const latest = latestOn(changes, academy.urn, caller.today);
  if (!latest) return {};
  const { code, name, symbol } = categoryIn(frameworkOf(caller, latest.framework), latest.to);
  return { category: { code: latest.to, since: latest.effectiveFrom, as: { code, name, symbol } } };
};

const academyLine = (
  caller: Caller,
  framework: Framework,
  changes: readonly CategoryChangeRow[],
  academy: Academy,
): Line => {
  const own = changes.filter((change) => change.urn === academy.urn);
  const routes = framework.routes.filter((route) => mayPropose(caller.person, route, academy));
  const closed = openChangeOf(changes, academy.urn) !== undefined || hasLeft(academy, caller.today);
  const proposeOn = closed ? [] : routes.map(({ code }) => code);
  return {
    urn: academy.urn,
    name: academy.name,
    ...(academy.leftOn && hasLeft(academy, caller.today) && { leftOn: academy.leftOn }),
    ...standing(caller, changes, academy),
    changes: own.sort((a, b) => b.proposedAt.localeCompare(a.proposedAt)).map((row) => changeLine(caller, row)),
    maySeeSupport: may(caller.person, 'readSupport', { academy }),
    mayPropose: proposeOn.length > 0,
    proposeOn,
  };
};

/**
 * Every academy whose category changes the reader may see: where it stands, its changes, newest first, and on which of
 * this year's routes the reader may propose. One that has left is proposed nothing for; what it was stays to be read.
 * Refusals: `calendar.unknown-term` where the trust has no framework.
 */
export const readCategories =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<CategoryOverview>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const present = presentYear(caller);
    if (!present) return refused({ code: 'calendar.unknown-term' });
    const { framework, year } = present;
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    const academies = caller.academies
      .filter((academy) => may(caller.person, 'readCategoryChange', { academy }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map((academy) => academyLine(caller, framework, changes, academy));
    const named = academies.flatMap(({ proposeOn }) => proposeOn);
    return accepted({
      asAt: caller.now,
      year,
      categoryWord: framework.categoryWord,
      routes: framework.routes.filter(({ code }) => named.includes(code)),
      academies,
    });
  };
