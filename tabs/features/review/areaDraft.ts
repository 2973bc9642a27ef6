import * as z from 'zod/mini';
import type { Area } from '../../../shared/schema/framework';
import { CommandId, LevelCode } from '../../../shared/schema/ids';
import { EvidenceLink } from '../../../shared/schema/review';
import type { ReviewArea } from '../../../shared/schema/reviewViews';

const TypedKpi = z.object({ value: z.string(), asAt: z.string(), source: z.string() });
export type TypedKpi = z.infer<typeof TypedKpi>;

/** What somebody has typed for one area and not saved, as they typed it. */
export const AreaDraft = z.object({
  level: z.optional(LevelCode),
  rationale: z.string(),
  evidence: z.array(z.object({ title: z.string(), url: z.string() })),
  kpis: z.record(z.string(), TypedKpi),
  /** The judgement they had in sight when they began. */
  basedOn: z.nullable(CommandId),
});
export type AreaDraft = z.infer<typeof AreaDraft>;
export type TypedLink = AreaDraft['evidence'][number];

/** The area as the server has it, in the shape of the form. */
export const savedDraft = (area: Area, view: ReviewArea, today: string): AreaDraft => ({
  level: view.judgement?.level,
  rationale: view.judgement?.rationale ?? '',
  evidence: view.judgement?.evidence ?? [],
  kpis: Object.fromEntries(
    area.kpis.map((kpi): [string, TypedKpi] => {
      const saved = view.kpis.find((reading) => reading.kpi === kpi.code);
      return [
        kpi.code,
        saved
          ? { value: String(saved.value), asAt: saved.asAt, source: saved.source }
          : { value: '', asAt: today, source: '' },
      ];
    }),
  ),
  basedOn: view.judgement?.id ?? null,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const judgementPart = ({ level, rationale, evidence }: AreaDraft) => ({
  level,
  rationale: rationale.trim(),
  evidence: typedLinks(evidence).map(({ title, url }) => ({ title: title.trim(), url: url.trim() })),
});
/** A value that is empty both times is not a change, whatever its date says. */
const kpiPart = ({ kpis }: AreaDraft) =>
  Object.entries(kpis)
    .filter(([, typed]) => typed.value.trim() !== '')
    .map(([code, { value, asAt, source }]) => [code, value.trim(), asAt, source.trim()]);

/** Links in which something was typed; an empty line is none. */
export const typedLinks = (links: readonly TypedLink[]): TypedLink[] =>
  links.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '');

export const judgementChanged = (draft: AreaDraft, saved: AreaDraft): boolean =>
  !same(judgementPart(draft), judgementPart(saved));
export const kpisChanged = (draft: AreaDraft, saved: AreaDraft): boolean => !same(kpiPart(draft), kpiPart(saved));
export const unsaved = (draft: AreaDraft, saved: AreaDraft): boolean =>
  judgementChanged(draft, saved) || kpisChanged(draft, saved);

/**
 * Whether somebody judged the area after this draft was begun. A judgement that says the same is no conflict: it may
 * be our own, whose answer was lost.
 */
export const overtaken = (draft: AreaDraft, saved: AreaDraft): boolean =>
  saved.basedOn !== null && saved.basedOn !== draft.basedOn && judgementChanged(draft, saved);

export const linkProblem = (link: TypedLink): string | undefined => {
  if (EvidenceLink.safeParse({ title: link.title, url: link.url.trim() }).success) return undefined;
  if (link.title.trim() === '') return 'Say what this link shows.';
  return 'A link begins with https:// and leads to one page or file.';
};
