import type { CategoryChange, DescribedChange } from '../schema/categoryChange';
import type { Category } from '../schema/framework';
import type { CategoryChangeView } from '../schema/changeViews';
import type { HistoryLine } from '../schema/views';
import { supportDifference } from '../domain/category';
import { currentStep, roundOfChange } from '../domain/categoryChange';
import { changeEventWords } from '../domain/changeEventWords';
import { categoryInFull, describedIn, evidenceIn } from '../domain/describedChange';
import { holdsRouteRole } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import { viewRoute } from '../domain/routeView';
import { changeActions } from '../domain/takingSteps';
import type { ChangeAccess } from './changeAccess';
import { changedSince, seenOf } from './changedSince';
import type { Store } from './ports/store';
import { whoIs } from './trust';

const closedOf = ({ caller, change }: ChangeAccess): Pick<CategoryChangeView, 'closed' | 'returned'> => {
  const last = change.history[change.history.length - 1];
  if (change.state === 'returned')
    return { returned: { by: whoIs(caller, change.returnedBy), comment: change.comment } };
  if (!last || change.state === 'atStep') return {};
  const text = { decided: 'Decided', rejected: 'Rejected', withdrawn: 'Withdrawn' }[change.state];
  const comment = 'comment' in last ? last.comment : 'reason' in last ? last.reason : '';
  return { closed: { by: whoIs(caller, last.by), at: last.at, text, comment } };
};

const historyOf = ({ caller, change }: ChangeAccess, described: DescribedChange): HistoryLine[] =>
  change.history.map((event) => ({
    at: event.at,
    by: whoIs(caller, event.by),
    text: changeEventWords(change, described, event),
  }));

const identity = (change: CategoryChange) => {
  const { id, urn, state, rationale, effectiveFrom, proposedAt, suggested, overrideReason, outsideOpinion } = change;
  return {
    ...{ id, urn, state, rationale, effectiveFrom, proposedAt, routeName: change.route.name },
    ...(suggested && { suggested }),
    ...(overrideReason && { overrideReason }),
    ...(outsideOpinion && { outsideOpinion }),
  };
};

const categoriesOf = ({ from, to, proposed, categoryWord }: DescribedChange) => ({
  ...(from && { from }),
  to,
  ...(proposed && { insteadOf: proposed }),
  categoryWord,
  support: supportDifference(from?.support, to.support),
});

/** What else may be confirmed at this step: every category but the proposed one and the one the academy is in. */
const othersToConfirm = ({ framework, change }: ChangeAccess): Category[] =>
  framework && currentStep(change)?.mayChangeCategory
    ? framework.categories
        .filter(({ code }) => code !== change.to && code !== change.from)
        .map((category) => categoryInFull(framework, category))
    : [];

/** A category change as its reader may see and decide it, read from what was frozen with it. */
export const viewChange = async (store: Store, access: ChangeAccess): Promise<Result<CategoryChangeView>> => {
  const { caller, academy, framework, change } = access;
  const described = describedIn(change, framework);
  const evidence = evidenceIn(change, framework);
  const may = changeActions(change, caller.person, academy);
  const changed = await changedSince(store, access, evidence);
  return accepted({
    ...identity(change),
    ...categoriesOf(described),
    academyName: academy.name,
    ...(change.state === 'atStep' && { step: change.step }),
    round: roundOfChange(change),
    proposedBy: whoIs(caller, change.proposedBy),
    ...(evidence && { evidence }),
    changedSince: changed,
    seen: seenOf(changed),
    steps: viewRoute(change, {
      holders: (step) => caller.people.filter((person) => holdsRouteRole(person, step, academy)),
      whoIs: (id) => whoIs(caller, id),
      committees: described.committees,
    }),
    ...closedOf(access),
    history: historyOf(access, described),
    may,
    mayConfirm: may.includes('confirm') ? othersToConfirm(access) : [],
  });
};
