import * as z from 'zod/mini';
import type { Area } from '../../../shared/schema/framework';
import { CommandId, LevelCode } from '../../../shared/schema/ids';
import { EvidenceLink } from '../../../shared/schema/review';
import type { ReviewArea } from '../../../shared/schema/reviewViews';

const TypedKpi = z.object({ value: z.string(), asAt: z.string(), source: z.string() });
export type TypedKpi = z.infer<typeof TypedKpi>;

/** The form of one area, as somebody typed it. */
export const AreaValues = z.object({
  level: z.optional(LevelCode),
  rationale: z.string(),
  evidence: z.array(z.object({ title: z.string(), url: z.string() })),
  kpis: z.record(z.string(), TypedKpi),
});
export type AreaValues = z.infer<typeof AreaValues>;
export type TypedLink = AreaValues['evidence'][number];

/** The area as the server has it, in the shape of the form. `basedOn` names its judgement. */
export const AreaCopy = z.extend(AreaValues, { basedOn: z.nullable(CommandId) });
export type AreaCopy = z.infer<typeof AreaCopy>;

/** One sending: its id and its words stay until it is known what became of it, so that it can be sent again as it was. */
const Attempt = z.object({
  commandId: CommandId,
  step: z.enum(['measures', 'judgement']),
  typed: AreaValues,
  base: AreaCopy,
});
export type Attempt = z.infer<typeof Attempt>;

/** What somebody typed for one area, what they had in sight when they began, and what of it is on its way. */
export const AreaDraft = z.object({ typed: AreaValues, base: AreaCopy, attempt: z.optional(Attempt) });
export type AreaDraft = z.infer<typeof AreaDraft>;

/** The area as the server has it. A measure without a value is as at today to begin with. */
export const copyOf = (area: Area, view: ReviewArea, today: string): AreaCopy => ({
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

export const emptyKpi: TypedKpi = { value: '', asAt: '', source: '' };

/** Links in which something was typed; an empty line is none. */
export const typedLinks = (links: readonly TypedLink[]): TypedLink[] =>
  links.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '');

export const linkProblem = (link: TypedLink): string | undefined => {
  if (EvidenceLink.safeParse({ title: link.title, url: link.url.trim() }).success) return undefined;
  if (link.title.trim() === '') return 'Say what this link shows.';
  return 'A link begins with https:// and leads to one page or file.';
};
