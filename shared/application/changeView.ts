import type { CategoryChange, CategoryChangeEvent } from '../schema/categoryChange';
import type { Person } from '../schema/people';
import type { CategoryChangeView, ChangeAction } from '../schema/changeViews';
import type { HistoryLine } from '../schema/views';
import { supportDifference } from '../domain/category';
import { currentStep, mayDecide, roundOfChange } from '../domain/categoryChange';
import { findCategory } from '../domain/framework';
import { holdsRouteRole, may } from '../domain/policy';
import { refused, accepted, type Result } from '../domain/result';
import { viewRoute } from '../domain/routeView';
import { formatDay } from '../domain/words';
import type { ChangeAccess } from './changeAccess';
import type { Store } from './ports/store';
import { whoIs } from './trust';

const said = (what: string, comment: string): string => (comment ? `${what}: ${comment}` : what);

const eventWords = (event: CategoryChangeEvent): string => {
  switch (event.type) {
    case 'proposed':
      return `proposed the change, effective from ${formatDay(event.effectiveFrom)}`;
    case 'discussed':
      return said(event.agrees ? 'agreed' : 'commented', event.comment);
    case 'approved':
      return said('approved', event.comment);
    case 'confirmed':
      return said(`confirmed for the Board, which met on ${formatDay(event.meetingDate)}`, event.comment);
    case 'returned':
      return said('returned it', event.comment);
    case 'rejected':
      return said('rejected it', event.comment);
    case 'resubmitted':
      return `proposed it again, effective from ${formatDay(event.effectiveFrom)}`;
    case 'withdrawn':
      return said('withdrew it', event.reason);
    case 'recorded':
      return event.note;
  }
};

const stepActions = {
  discuss: ['agree', 'comment'],
  approve: ['approve', 'return', 'reject'],
  confirm: ['confirm', 'return', 'reject'],
} satisfies Record<string, ChangeAction[]>;

const proposerActions = (change: CategoryChange, person: Person): ChangeAction[] => {
  if (change.proposedBy !== person.id) return [];
  if (change.state === 'returned') return ['resubmit', 'withdraw'];
  return change.state === 'atStep' ? ['withdraw'] : [];
};

/** What the reader may do with the change as it stands. */
export const changeActions = ({ caller, academy, change }: ChangeAccess): ChangeAction[] => {
  const { person } = caller;
  const step = currentStep(change);
  const mine = step !== undefined && holdsRouteRole(person, step.by, academy);
  const able = mine && (step.kind === 'discuss' || mayDecide(change, person.id));
  return [...(able ? stepActions[step.kind] : []), ...proposerActions(change, person)];
};

/**
 * Areas whose level is no longer the one that was frozen, in the term that was frozen. Nothing is compared with a
 * draft that the reader may not see, nor with a record that cannot be believed.
 */
const changedSince = async (
  store: Store,
  { caller, academy, framework, change }: ChangeAccess,
): Promise<CategoryChangeView['changedSince']> => {
  const frozen = change.evidence;
  if (!frozen) return [];
  const rows = await store.rows('reviews');
  const now = rows.find(
    ({ row }) => row.urn === change.urn && row.year === frozen.year && row.term === frozen.term,
  )?.row;
  if (!now || (now.state !== 'signedOff' && !may(caller.person, 'readDraftLevels', { academy }))) return [];
  return framework.areas
    .map(({ code }) => ({ area: code, then: frozen.levels[code], now: now.levels[code] }))
    .filter((entry) => entry.then !== entry.now);
};

const closedOf = ({ caller, change }: ChangeAccess): Pick<CategoryChangeView, 'closed' | 'returned'> => {
  const last = change.history[change.history.length - 1];
  if (change.state === 'returned')
    return { returned: { by: whoIs(caller, change.returnedBy), comment: change.comment } };
  if (!last || change.state === 'atStep') return {};
  const text = { decided: 'Decided', rejected: 'Rejected', withdrawn: 'Withdrawn' }[change.state];
  const comment = 'comment' in last ? last.comment : 'reason' in last ? last.reason : '';
  return { closed: { by: whoIs(caller, last.by), at: last.at, text, comment } };
};

const historyOf = ({ caller, change }: ChangeAccess): HistoryLine[] =>
  change.history.map((event) => ({ at: event.at, by: whoIs(caller, event.by), text: eventWords(event) }));

const identity = (change: CategoryChange) => {
  const { id, urn, state, rationale, effectiveFrom, proposedAt, evidence } = change;
  return { id, urn, state, rationale, effectiveFrom, proposedAt, ...(evidence && { evidence }) };
};

/** A category change as its reader may see and decide it. */
export const viewChange = async (store: Store, access: ChangeAccess): Promise<Result<CategoryChangeView>> => {
  const { caller, academy, framework, change } = access;
  const from = change.from && findCategory(framework, change.from);
  const to = findCategory(framework, change.to);
  if (!to) return refused({ code: 'category.unknown' });
  const holders = (step: { by: Parameters<typeof holdsRouteRole>[1] }) =>
    caller.people.filter((person) => holdsRouteRole(person, step.by, academy));
  return accepted({
    ...identity(change),
    academyName: academy.name,
    ...(change.state === 'atStep' && { step: change.step }),
    round: roundOfChange(change),
    ...(from && { from }),
    to,
    proposedBy: whoIs(caller, change.proposedBy),
    framework,
    changedSince: await changedSince(store, access),
    support: supportDifference(from, to),
    steps: viewRoute(change, { holders, whoIs: (id) => whoIs(caller, id) }),
    ...closedOf(access),
    history: historyOf(access),
    may: changeActions(access),
  });
};
