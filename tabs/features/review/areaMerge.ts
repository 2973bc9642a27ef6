import type { AreaCopy, AreaDraft, AreaValues, TypedKpi } from './areaDraft';
import { emptyKpi, typedLinks } from './areaDraft';
import { typedNumber } from './kpiEntry';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const judgementIn = ({ level, rationale, evidence }: AreaValues) => ({
  level: level ?? null,
  rationale: rationale.trim(),
  evidence: typedLinks(evidence).map(({ title, url }) => ({ title: title.trim(), url: url.trim() })),
});
/** '48.20 %' and '48.2' are one value; without a value its day and source say nothing. */
const measureIn = ({ value, asAt, source }: TypedKpi) => {
  const number = typedNumber(value);
  return number === undefined ? null : [Number.isNaN(number) ? value.trim() : number, asAt, source.trim()];
};

export const sameJudgement = (a: AreaValues, b: AreaValues): boolean => same(judgementIn(a), judgementIn(b));
const kpiOf = ({ kpis }: AreaValues, code: string): TypedKpi => kpis[code] ?? emptyKpi;
const sameMeasure = (a: AreaValues, b: AreaValues, code: string): boolean =>
  same(measureIn(kpiOf(a, code)), measureIn(kpiOf(b, code)));

type Mine = Pick<AreaDraft, 'typed' | 'base'>;

export const judgementTouched = ({ typed, base }: Mine): boolean => !sameJudgement(typed, base);
/** The measures that were typed and differ from what was in sight. */
export const measuresTouched = ({ typed, base }: Mine): string[] =>
  Object.keys(typed.kpis).filter((code) => !sameMeasure(typed, base, code));
export const isUnsaved = (draft: Mine): boolean => judgementTouched(draft) || measuresTouched(draft).length > 0;

const withJudgement = <V extends AreaValues>(to: V, { level, rationale, evidence }: AreaValues): V => ({
  ...to,
  level,
  rationale,
  evidence,
});
const withMeasure = <V extends AreaValues>(to: V, from: AreaValues, code: string): V => ({
  ...to,
  kpis: { ...to.kpis, [code]: kpiOf(from, code) },
});

export interface Conflict {
  readonly judgement: boolean;
  readonly measures: readonly string[];
}

const judgedMeanwhile = ({ typed, base, attempt }: AreaDraft, saved: AreaCopy): boolean =>
  saved.basedOn !== null &&
  saved.basedOn !== base.basedOn &&
  saved.basedOn !== attempt?.commandId &&
  !sameJudgement(typed, base) &&
  !sameJudgement(typed, saved);

const measuredMeanwhile = ({ typed, base, attempt }: AreaDraft, saved: AreaCopy, code: string): boolean =>
  ![typed, base, ...(attempt ? [attempt.typed] : [])].some((mine) => sameMeasure(mine, saved, code)) &&
  !sameMeasure(typed, base, code);

/** Where somebody else changed what this person is changing too. A judgement that says the same is no conflict. */
export const conflictOf = (draft: AreaDraft, saved: AreaCopy): Conflict | undefined => {
  const judgement = judgedMeanwhile(draft, saved);
  const measures = Object.keys(draft.typed.kpis).filter((code) => measuredMeanwhile(draft, saved, code));
  return judgement || measures.length > 0 ? { judgement, measures } : undefined;
};

const hearJudgement = (draft: AreaDraft, saved: AreaCopy): AreaDraft => {
  const { typed, base, attempt } = draft;
  if (saved.basedOn === base.basedOn || judgedMeanwhile(draft, saved)) return draft;
  if (saved.basedOn !== null && saved.basedOn === attempt?.commandId)
    return { ...draft, base: { ...withJudgement(base, attempt.typed), basedOn: saved.basedOn } };
  const heard = { ...withJudgement(base, saved), basedOn: saved.basedOn };
  return { ...draft, base: heard, typed: sameJudgement(typed, base) ? withJudgement(typed, saved) : typed };
};

const hearMeasure = (draft: AreaDraft, saved: AreaCopy, code: string): AreaDraft => {
  const { typed, base } = draft;
  if (sameMeasure(base, saved, code) || measuredMeanwhile(draft, saved, code)) return draft;
  const mine = sameMeasure(typed, base, code) ? withMeasure(typed, saved, code) : typed;
  return { ...draft, typed: mine, base: withMeasure(base, saved, code) };
};

/**
 * The draft once it is known how the server has the area: what nobody typed here follows, what was typed here stays,
 * and what both changed is left for `conflictOf`.
 */
export const hear = (draft: AreaDraft, saved: AreaCopy): AreaDraft =>
  Object.keys(saved.kpis).reduce((heard, code) => hearMeasure(heard, saved, code), hearJudgement(draft, saved));

/** The form as the server has the area, with nothing typed. */
export const untouched = (saved: AreaCopy): AreaDraft => {
  const { basedOn: _, ...typed } = saved;
  return { typed, base: saved };
};

/** Theirs stand: what both changed is dropped here, whatever else was typed stays. */
export const keepTheirs = (draft: AreaDraft, saved: AreaCopy): AreaDraft => {
  const conflict = conflictOf(draft, saved);
  const judged = conflict?.judgement ? { ...draft, typed: withJudgement(draft.typed, saved) } : draft;
  const typed = (conflict?.measures ?? []).reduce((mine, code) => withMeasure(mine, saved, code), judged.typed);
  return { typed, base: saved };
};

/** Mine stand: from now on they are a change of theirs, made with theirs in sight. */
export const takeMine = ({ typed }: AreaDraft, saved: AreaCopy): AreaDraft => ({ typed, base: saved });

const longest = 2000;
const mostLinks = 5;

/** Both wordings in the form, theirs first; the level, and the measures, stay mine until somebody changes them. */
export const takeBoth = ({ typed }: AreaDraft, saved: AreaCopy): AreaDraft => {
  const texts = [saved.rationale, typed.rationale].map((text) => text.trim());
  const rationale = [...new Set(texts)].filter((text) => text !== '').join('\n\n');
  const mine = typedLinks(typed.evidence).filter(
    ({ url }) => !saved.evidence.some((their) => their.url === url.trim()),
  );
  return { typed: { ...typed, rationale, evidence: [...saved.evidence, ...mine] }, base: saved };
};

/** Whether both fit into one form. */
export const bothFit = (draft: AreaDraft, saved: AreaCopy): boolean => {
  const { rationale, evidence } = takeBoth(draft, saved).typed;
  return rationale.length <= longest && evidence.length <= mostLinks;
};
