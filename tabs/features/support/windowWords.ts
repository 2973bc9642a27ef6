import type { PlannedWindow, SupportLine } from '../../../shared/schema/supportViews';

const standings = { past: 'Over', now: 'Due now', next: 'Next', later: '' } satisfies Record<
  PlannedWindow['standing'],
  string
>;
export const standingWord = ({ standing }: PlannedWindow): string => standings[standing];

const kinds = { core: 'Core', enhanced: 'Enhanced', bespoke: 'Bespoke' } satisfies Record<SupportLine['kind'], string>;

export interface Strand {
  readonly name: string;
  readonly kinds: readonly { readonly name: string; readonly lines: readonly SupportLine[] }[];
}

/** Support as it is read: by strand in the model's order, in each strand core before enhanced before bespoke. */
export const strandsOf = (lines: readonly SupportLine[]): Strand[] =>
  [...new Set(lines.map(({ strand }) => strand))].map((name) => ({
    name,
    kinds: (['core', 'enhanced', 'bespoke'] as const)
      .map((kind) => ({
        name: kinds[kind],
        lines: lines.filter((line) => line.strand === name && line.kind === kind),
      }))
      .filter((group) => group.lines.length > 0),
  }));

/** The one window to look at now; none where all are over or the year has not begun. */
export const currentWindow = (planned: readonly PlannedWindow[]): PlannedWindow | undefined =>
  planned.find(({ standing }) => standing === 'now' || standing === 'next');
