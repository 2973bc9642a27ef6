import type { CategoryChange, CategoryChangeEvent, FrozenRow } from '../../../shared/schema/categoryChange';
import { askedModel } from '../../../shared/domain/asked';
import { categoryIn, describeChange } from '../../../shared/domain/describedChange';
import type { Framework } from '../../../shared/schema/framework';
import { Route } from '../../../shared/schema/route';
import type { CategoryCode, ChangeId, PersonId } from '../../../shared/schema/ids';
import type { Academy } from '../../../shared/schema/people';
import { autumn } from './calendar';
import { discussApproveConfirm, smallFramework } from './framework';
import { area, category, changeId, commandId, level } from './ids';
import { alder, bo, cora, dana, hazel } from './people';

export interface ChangeParts {
  readonly id?: ChangeId;
  readonly academy?: Academy;
  readonly proposedBy?: PersonId;
  /** `null`: the first category the academy is given. */
  readonly from?: CategoryCode | null;
  readonly to?: CategoryCode;
  readonly effectiveFrom?: string;
  readonly route?: Route;
  /** The framework that the proposal describes its categories by. */
  readonly framework?: Framework;
}
type OfState<S extends CategoryChange['state']> = Extract<CategoryChange, { state: S }>;

const stamp = (name: string, by: PersonId, at: string) => ({ commandId: commandId(name), by, at });

const levels = { [area.vacancies]: level.assured, [area.attendance]: level.intervention };
const frozen: FrozenRow = {
  ...autumn,
  state: 'signedOff',
  levels,
  notApplicable: [],
  takenAt: '2026-11-10T09:00:00Z',
  model: askedModel(smallFramework, levels),
};

const usual = { academy: alder, proposedBy: dana.id, from: category.improve, to: category.repair };

/** What a proposal keeps of the framework; a category that it does not have is described by its code. */
const describedBy = ({ framework = smallFramework, from, to }: ChangeParts, route: Route) =>
  describeChange(framework, route, {
    from: from ? categoryIn(framework, from) : undefined,
    to: categoryIn(framework, to ?? usual.to),
  });

const proposal = (parts: ChangeParts) => {
  const { academy, proposedBy, from, to } = { ...usual, ...parts };
  const route = parts.route ?? Route.parse(discussApproveConfirm);
  const at = '2026-11-10T09:00:00Z';
  const rationale = 'Attendance fell after the intake in September.';
  const effectiveFrom = parts.effectiveFrom ?? '2026-12-01';
  return {
    id: parts.id ?? changeId(1),
    urn: academy.urn,
    framework: { code: (parts.framework ?? smallFramework).code, version: (parts.framework ?? smallFramework).version },
    ...(from && { from }),
    to,
    rationale,
    effectiveFrom,
    proposedBy,
    proposedAt: at,
    evidence: frozen,
    described: describedBy({ ...parts, from, to }, route),
    route,
    history: [
      { type: 'proposed', ...stamp('proposed', proposedBy, at), rationale, effectiveFrom },
    ] as CategoryChangeEvent[],
  };
};

const discussed: CategoryChangeEvent = {
  type: 'discussed',
  ...stamp('discussed', hazel.id, '2026-11-11T09:00:00Z'),
  step: 0,
  agrees: true,
  comment: 'I agree.',
};
const approved: CategoryChangeEvent = {
  type: 'approved',
  ...stamp('approved', cora.id, '2026-11-12T09:00:00Z'),
  step: 1,
  comment: '',
};
const confirmed: CategoryChangeEvent = {
  type: 'confirmed',
  ...stamp('confirmed', bo.id, '2026-11-18T18:00:00Z'),
  step: 2,
  meetingDate: '2026-11-17',
  comment: '',
};
const later = '2026-11-13T09:00:00Z';
const comment = 'Please say what was tried.';

/** With the head teacher. */
export const atDiscuss = (parts: ChangeParts = {}): OfState<'atStep'> => ({
  ...proposal(parts),
  state: 'atStep',
  step: 0,
});

/** With the CEO. */
export const atApprove = (parts: ChangeParts = {}): OfState<'atStep'> => {
  const change = proposal(parts);
  return { ...change, state: 'atStep', step: 1, history: [...change.history, discussed] };
};

/** With the Board. */
export const atConfirm = (parts: ChangeParts = {}): OfState<'atStep'> => {
  const change = proposal(parts);
  return { ...change, state: 'atStep', step: 2, history: [...change.history, discussed, approved] };
};

/** Sent back to the proposer by the CEO. */
export const returnedChange = (parts: ChangeParts = {}): OfState<'returned'> => {
  const { state: _, step, history, ...change } = atApprove(parts);
  const event: CategoryChangeEvent = { type: 'returned', ...stamp('returned', cora.id, later), step, comment };
  return { ...change, state: 'returned', returnedBy: cora.id, comment, history: [...history, event] };
};

/** Proposed again after it was returned: in its second round, with the head teacher. */
export const resubmittedChange = (parts: ChangeParts = {}): OfState<'atStep'> => {
  const { state: _s, returnedBy: _r, comment: _c, history, ...change } = returnedChange(parts);
  const { rationale, effectiveFrom, proposedBy } = change;
  const event: CategoryChangeEvent = {
    type: 'resubmitted',
    ...stamp('resubmitted', proposedBy, '2026-11-14T09:00:00Z'),
    rationale,
    effectiveFrom,
  };
  return { ...change, state: 'atStep', step: 0, history: [...history, event] };
};

/** Agreed all the way, and confirmed by the Board. */
export const decidedChange = (parts: ChangeParts & { readonly decidedAt?: string } = {}): OfState<'decided'> => {
  const { state: _s, step: _t, history, ...change } = atConfirm(parts);
  const at = parts.decidedAt ?? confirmed.at;
  return { ...change, state: 'decided', decidedAt: at, history: [...history, { ...confirmed, at }] };
};

/** Ended by the CEO. */
export const rejectedChange = (parts: ChangeParts = {}): OfState<'rejected'> => {
  const { state: _, step, history, ...change } = atApprove(parts);
  const event: CategoryChangeEvent = { type: 'rejected', ...stamp('rejected', cora.id, later), step, comment };
  return { ...change, state: 'rejected', rejectedBy: cora.id, comment, history: [...history, event] };
};

/** Taken back by the proposer while it was with the CEO. */
export const withdrawnChange = (parts: ChangeParts = {}): OfState<'withdrawn'> => {
  const { state: _s, step: _t, history, ...change } = atApprove(parts);
  const reason = 'A better plan was agreed.';
  const event: CategoryChangeEvent = { type: 'withdrawn', ...stamp('withdrawn', change.proposedBy, later), reason };
  return { ...change, state: 'withdrawn', reason, history: [...history, event] };
};

/** A category that the academy had before the trust used the product. */
export const recordedChange = (parts: ChangeParts = {}): OfState<'decided'> => {
  const { evidence: _, ...change } = proposal({ from: null, ...parts });
  const at = '2026-09-01T08:00:00Z';
  const note = 'Taken over from the trust’s list.';
  return {
    ...change,
    state: 'decided',
    decidedAt: at,
    history: [{ type: 'recorded', ...stamp('recorded', change.proposedBy, at), note }],
  };
};

/** As a change was before changes kept copies: it is read by the version that it was proposed on. */
export const withoutCopies = <C extends CategoryChange>(change: C): C => {
  const { described: _, evidence, ...rest } = change;
  const { model: _m, ...row } = evidence ?? frozen;
  return { ...rest, evidence: row } as C;
};

/** Every place of the union, the steps of the route apart. */
export const changeAt = {
  atDiscuss,
  atApprove,
  atConfirm,
  returned: returnedChange,
  decided: decidedChange,
  rejected: rejectedChange,
  withdrawn: withdrawnChange,
} satisfies Record<string, (parts?: ChangeParts) => CategoryChange>;
export type ChangePlace = keyof typeof changeAt;
