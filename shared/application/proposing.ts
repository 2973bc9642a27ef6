import type { Framework } from '../schema/framework';
import type { PersonId, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Route } from '../schema/route';
import { yearOfDay } from '../domain/occasion';
import { may, mayPropose } from '../domain/policy';
import { goneBy } from '../domain/proposal';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { findAcademy, frameworkOf, presentYear, readCaller, type Caller, type Trust } from './trust';

/** Somebody who may propose for an academy, and what applies to a proposal of theirs. */
export interface Proposer {
  readonly caller: Caller;
  readonly academy: Academy;
  readonly framework: Framework;
  /** The routes that name one of this person's roles: never empty. */
  readonly routes: readonly Route[];
}

/**
 * The framework of a proposal: that of the academic year in which it takes effect, so that a change from 1 September is
 * made in next year's categories. Where the calendar has no such year yet, this year's.
 */
export const frameworkOnDay = (trust: Trust, day: string): Framework | undefined => {
  const year = yearOfDay(trust.settings.years, day);
  return (year && frameworkOf(trust, year.framework)) ?? presentYear(trust)?.framework;
};

/**
 * Nothing new is proposed for an academy that has left. Refusals: `notFound` to whoever may not see the academy's
 * changes, `notAllowed`, `category.academy-left`, `calendar.unknown-term`.
 */
export const accessProposing = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: PersonId,
  { urn, effectiveFrom }: { readonly urn: Urn; readonly effectiveFrom: string },
): Promise<Result<Proposer>> => {
  const found = await readCaller(deps, actor);
  if (!found.ok) return found;
  const caller = found.value;
  const academy = findAcademy(caller, urn);
  if (!academy || !may(caller.person, 'readCategoryChange', { academy })) return refused({ code: 'notFound' });
  if (!may(caller.person, 'proposeCategory', { academy })) return refused({ code: 'notAllowed' });
  const gone = goneBy(academy, caller.today);
  if (gone) return refused(gone);
  const framework = frameworkOnDay(caller, effectiveFrom);
  if (!framework) return refused({ code: 'calendar.unknown-term' });
  const routes = framework.routes.filter((route) => mayPropose(caller.person, route, academy));
  return routes.length > 0 ? accepted({ caller, academy, framework, routes }) : refused({ code: 'notAllowed' });
};
