import type { Mark } from '../marks';

/** What stands above an export: what it shows, as at when, from where, and who took it. */
export interface SheetFact {
  readonly label: string;
  readonly words: string;
}

/** A level with its symbol and words; `quiet` stands back, because something else was looked for. */
export interface SheetCell {
  readonly mark: Mark;
  /** What it was in the period before, where that was something else. */
  readonly was: Mark | undefined;
  readonly quiet: boolean;
  readonly words: string;
}

export interface MatrixSheetRow {
  readonly academy: string;
  /** 'Primary · 210 pupils'. */
  readonly about: string;
  /** Category with its symbol, direction, what is decided and what is proposed. */
  readonly standing: readonly string[];
  /** One list of lines for each historic column. */
  readonly historic: readonly (readonly string[])[];
  /** One for each area, in the order of the headings. */
  readonly cells: readonly SheetCell[];
}

interface Sheet {
  readonly title: string;
  /** Without an ending, safe on every system. */
  readonly fileName: string;
  readonly facts: readonly SheetFact[];
  readonly legend: readonly Mark[];
  readonly notes: readonly string[];
}

/** The matrix as it is exported, whatever the format. */
export interface MatrixSheet extends Sheet {
  readonly kind: 'matrix';
  /** 'Academy', the word for a category, the historic columns. */
  readonly headings: readonly string[];
  readonly groups: readonly { readonly name: string; readonly areas: readonly string[] }[];
  readonly rows: readonly MatrixSheetRow[];
}

export interface SheetKpi {
  readonly name: string;
  readonly value: string;
  /** The band that the value falls in: '50 to 70'. */
  readonly band: string;
  readonly mark: Mark;
  /** '3 September 2026'. */
  readonly asAt: string;
  readonly source: string;
}

export interface ReviewSheetArea {
  readonly name: string;
  readonly mark: Mark;
  /** 'was Actions in place in summer'; empty where nothing is known. */
  readonly previous: string;
  /** What the measures suggest, and why; empty where they suggest nothing. */
  readonly suggestion: string;
  readonly rationale: string;
  readonly kpis: readonly SheetKpi[];
  /** Addresses are https. */
  readonly evidence: readonly { readonly title: string; readonly url: string }[];
  readonly judged: string;
}

/** One academy's review as it is exported, whatever the format. */
export interface ReviewSheet extends Sheet {
  readonly kind: 'review';
  readonly standing: { readonly state: string; readonly lines: readonly string[] };
  readonly groups: readonly { readonly name: string; readonly areas: readonly ReviewSheetArea[] }[];
  /** Oldest first. */
  readonly history: readonly { readonly at: string; readonly by: string; readonly words: string }[];
}
