import { changeCardFor } from '../../../shared/domain/cards/changeCard';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { Route, type RouteStep } from '../../../shared/schema/route';
import type { Person } from '../../../shared/schema/people';
import { proposerNeverApproves, smallFramework } from './framework';
import { alder, nameOf, people } from './people';

export const today = '2026-11-20';
/** Nothing has changed since the evidence was frozen. */
export const asSeen = { changedSince: [], seen: 'nothing' };
/** The card of a change of Alder's, as this person sees it. */
export const card = (change: CategoryChange, viewer: Person, slot?: string) =>
  changeCardFor({
    change,
    academy: alder,
    framework: smallFramework,
    viewer,
    people,
    nameOf,
    today,
    ...asSeen,
    ...(slot && { slot }),
  });
export const routeOf = (...steps: RouteStep[]): Route => Route.parse({ ...proposerNeverApproves, steps });
