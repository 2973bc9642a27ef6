import type { CommandId } from '../../../shared/schema/ids';
import type { ApiProblem } from '../../api/problem';
import { linkProblem, typedLinks, type AreaCopy, type AreaDraft, type AreaValues, type Attempt } from './areaDraft';
import { conflictOf, hear, isUnsaved, judgementTouched, measuresTouched, untouched } from './areaMerge';
import { kpiProblem } from './kpiEntry';

/** How the saving of one area stands. Pure: `areaSaver.ts` keeps the time and does the sending. */
export interface AreaSaving {
  readonly draft: AreaDraft;
  /** The area as the server had it when it last answered. */
  readonly saved: AreaCopy;
  /** Whether this person may still change the area: not once the review was sent. */
  readonly open: boolean;
  readonly underway: boolean;
  /** Why the last sending did not succeed. */
  readonly problem?: ApiProblem;
  /** The server said no to just this text: it is not sent again by itself. */
  readonly refused: boolean;
  /** When the server last answered that it saved. */
  readonly savedAt?: Date;
  /** Whether this device really keeps what is typed. */
  readonly kept: boolean;
  /** Counts every change that did not come from the keyboard: the form is filled anew. */
  readonly filled: number;
}

/** Why a judgement needs a rationale, if it does. */
export type NeededRule = (typed: AreaValues) => string | undefined;

const withoutProblem = ({ problem: _, ...rest }: AreaSaving): AreaSaving => rest;
const withoutAttempt = ({ typed, base }: AreaDraft): AreaDraft => ({ typed, base });

const refilled = (before: AreaSaving, draft: AreaDraft): AreaSaving =>
  before.draft.typed === draft.typed ? { ...before, draft } : { ...before, draft, filled: before.filled + 1 };

export const beginSaving = (saved: AreaCopy, open: boolean, kept?: AreaDraft): AreaSaving => {
  const draft = kept ? hear(kept, saved) : untouched(saved);
  return { draft, saved, open, underway: false, refused: false, kept: true, filled: 0 };
};

export const typedInto = (saving: AreaSaving, typed: AreaValues): AreaSaving => ({
  ...(saving.refused ? withoutProblem(saving) : saving),
  draft: { ...saving.draft, typed },
  refused: false,
});

/** The server's present state became known, by reading or by an answer. */
export const heard = (saving: AreaSaving, saved: AreaCopy, open: boolean): AreaSaving =>
  refilled({ ...saving, saved, open }, hear(saving.draft, saved));

/** What was chosen between two versions takes the place of the draft; nothing of it is on its way. */
export const resolved = (saving: AreaSaving, draft: AreaDraft): AreaSaving => ({
  ...refilled(withoutProblem(saving), withoutAttempt(draft)),
  refused: false,
});

const judgementComplete = ({ typed }: AreaDraft, needed: NeededRule): boolean =>
  typed.level !== undefined &&
  (typed.rationale.trim() !== '' || needed(typed) === undefined) &&
  !typedLinks(typed.evidence).some(linkProblem);

/** What can be sent next: measures first, because they decide whether a judgement needs its reason. */
export const nextStep = (
  { draft, saved, open, refused }: AreaSaving,
  needed: NeededRule,
): Attempt['step'] | undefined => {
  if (!open || refused || conflictOf(draft, saved)) return undefined;
  const measures = measuresTouched(draft);
  const correct = !measures.some((code) => draft.typed.kpis[code] && kpiProblem(draft.typed.kpis[code]));
  if (measures.length > 0 && correct) return 'measures';
  return judgementTouched(draft) && judgementComplete(draft, needed) ? 'judgement' : undefined;
};

export const sending = (saving: AreaSaving, attempt: Attempt): AreaSaving => ({
  ...saving,
  draft: { ...saving.draft, attempt },
  underway: true,
});

export const attemptOf = ({ draft }: AreaSaving, step: Attempt['step'], commandId: CommandId): Attempt => ({
  commandId,
  step,
  typed: draft.typed,
  base: draft.base,
});

/** What was sent is now what the server has; whatever was typed since is a change of that. */
const settledBase = ({ base }: AreaDraft, { step, typed, commandId, base: before }: Attempt): AreaCopy => {
  if (step === 'judgement')
    return { ...base, level: typed.level, rationale: typed.rationale, evidence: typed.evidence, basedOn: commandId };
  const touched = measuresTouched({ typed, base: before });
  return {
    ...base,
    kpis: {
      ...base.kpis,
      ...Object.fromEntries(touched.map((code) => [code, typed.kpis[code] ?? { value: '', asAt: '', source: '' }])),
    },
  };
};

export const answered = (saving: AreaSaving, at: Date): AreaSaving => {
  const { draft } = saving;
  if (!draft.attempt) return { ...saving, underway: false };
  return {
    ...withoutProblem(saving),
    draft: { typed: draft.typed, base: settledBase(draft, draft.attempt) },
    underway: false,
    refused: false,
    savedAt: at,
  };
};

/** Where nobody knows whether it arrived, the attempt stays; where the server said no, it is over. */
export const failed = (saving: AreaSaving, problem: ApiProblem): AreaSaving => {
  if (problem.outcomeUnknown || problem.needsSignIn) return { ...saving, underway: false, problem };
  const unchanged = saving.draft.attempt?.typed === saving.draft.typed;
  return { ...saving, draft: withoutAttempt(saving.draft), underway: false, problem, refused: unchanged };
};

export type Standing =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'lacking'; readonly what: 'level' | 'reason' | 'link' | 'measure' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

const lackingIn = (
  { typed, base }: AreaDraft,
  needed: NeededRule,
): Extract<Standing, { kind: 'lacking' }>['what'] | undefined => {
  if (judgementTouched({ typed, base })) {
    if (!typed.level) return 'level';
    if (typed.rationale.trim() === '' && needed(typed)) return 'reason';
    if (typedLinks(typed.evidence).some(linkProblem)) return 'link';
  }
  return Object.values(typed.kpis).some(kpiProblem) ? 'measure' : undefined;
};

const unsentStanding = ({ draft, problem }: AreaSaving, needed: NeededRule, online: boolean): Standing => {
  if (!online) return { kind: 'offline' };
  if (problem) return { kind: 'failed', problem };
  const what = lackingIn(draft, needed);
  return what ? { kind: 'lacking', what } : { kind: 'waiting' };
};

/** Where what was typed stands, for the line that says so. */
export const standingOf = (saving: AreaSaving, needed: NeededRule, online: boolean): Standing => {
  const { draft, saved, savedAt } = saving;
  if (saving.underway) return { kind: 'saving' };
  if (conflictOf(draft, saved)) return { kind: 'overtaken' };
  if (isUnsaved(draft) || draft.attempt) return unsentStanding(saving, needed, online);
  return savedAt ? { kind: 'saved', at: savedAt } : { kind: 'untouched' };
};
