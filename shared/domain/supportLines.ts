import type { Framework } from '../schema/framework';
import type { Year } from '../schema/ids';
import type { Entitlement } from '../schema/support';
import type { PlannedDate, PlannedWindow, SupportLine, SupportStretch } from '../schema/supportViews';
import { firstDayOf } from './periods';
import { figuresInForce, lineInForce, type Weak } from './support';
import { allowancesIn, supportDates, type SupportSpan } from './supportDates';
import { cadenceWords } from './supportWords';

/** A line whose windows do not yet say how they stand today. */
export type DatedLine = Omit<SupportLine, 'planned'> & { readonly planned: readonly PlannedDate[] };
export type SupportedStretch = Omit<SupportStretch, 'lines'> & { readonly lines: readonly DatedLine[] };

/** The names of the weak areas for which the figures in force are not the usual ones. */
const reasonsFor = (framework: Framework, entitlement: Entitlement, weak: Weak): string[] => {
  const line = lineInForce(entitlement, weak);
  if (!line) return [];
  return framework.areas
    .filter(({ code }) => weak.areas.includes(code))
    .filter(({ code, group }) => line.weakAreas.includes(code) || line.weakGroups.includes(group))
    .map(({ name }) => name);
};

/** One item of support as it is read: the figures in force, in words, and when they fall due. */
export const supportLine = (
  framework: Framework,
  entitlement: Entitlement,
  weak: Weak,
  span: SupportSpan,
): DatedLine => {
  const { code, strand, kind, text, ledBy, minutes, onRequest } = entitlement;
  const figures = { ...figuresInForce(entitlement, weak), onRequest };
  return {
    code,
    strand,
    kind,
    text,
    ...(ledBy && { ledBy }),
    ...(minutes !== undefined && { minutes }),
    cadence: cadenceWords(figures),
    because: reasonsFor(framework, entitlement, weak),
    planned: supportDates(figures, span),
    allowances: allowancesIn(figures, span),
  };
};

/** Windows as they stand on a day: the first one that is not over is `now` or `next`. */
export const standingWindows = (planned: readonly PlannedDate[], today: string): PlannedWindow[] => {
  const first = planned.findIndex(({ by }) => by >= today);
  return planned.map((window, at) => {
    if (first === -1 || at < first) return { ...window, standing: 'past' };
    if (at > first) return { ...window, standing: 'later' };
    return { ...window, standing: window.from <= today ? 'now' : 'next' };
  });
};

/**
 * The stretches of a year with every window as it stands today. The same support in two categories has one next date;
 * a year that has not begun has none.
 */
export const withStandings = (stretches: readonly SupportedStretch[], year: Year, today: string): SupportStretch[] => {
  const begun = firstDayOf(year) <= today;
  return stretches.map((stretch, at) => ({
    ...stretch,
    lines: stretch.lines.map((line) => {
      const before = stretches
        .slice(0, at)
        .flatMap(({ lines }) => lines.filter(({ code }) => code === line.code))
        .flatMap(({ planned }) => planned);
      const standing = standingWindows([...before, ...line.planned], today).slice(before.length);
      return { ...line, planned: begun ? standing : standing.map((one) => ({ ...one, standing: 'later' as const })) };
    }),
  }));
};
