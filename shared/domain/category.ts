import type { Category, SupportItem } from '../schema/framework';
import type { CategoryCode, Urn } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import type { SupportDifference } from '../schema/changeViews';

/** An academy's decided changes, the latest last: by effective date, then by the moment of decision. */
const decided = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryChangeRow[] =>
  changes
    .filter((change) => change.urn === urn && change.state === 'decided')
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? (a.decidedAt ?? '').localeCompare(b.decidedAt ?? '')
        : a.effectiveFrom.localeCompare(b.effectiveFrom),
    );

export interface Standing {
  /** The category on the day asked about. */
  readonly now?: { readonly code: CategoryCode; readonly since: string };
  /** A decided category whose effective date is still to come. */
  readonly next?: { readonly code: CategoryCode; readonly from: string };
}

/** The category of an academy on a day, derived from its decided changes: it is stored nowhere else. */
export const standingOn = (changes: readonly CategoryChangeRow[], urn: Urn, day: string): Standing => {
  const all = decided(changes, urn);
  const begun = all.filter((change) => change.effectiveFrom <= day);
  const now = begun[begun.length - 1];
  const next = all.find((change) => change.effectiveFrom > day);
  return {
    ...(now && { now: { code: now.to, since: now.effectiveFrom } }),
    ...(next && { next: { code: next.to, from: next.effectiveFrom } }),
  };
};

/** What the next change starts from: the last decided category, whether or not it has begun. */
export const latestDecided = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryChangeRow | undefined => {
  const all = decided(changes, urn);
  return all[all.length - 1];
};

export const openChangeOf = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryChangeRow | undefined =>
  changes.find((change) => change.urn === urn && (change.state === 'atStep' || change.state === 'returned'));

const sameItem = (a: SupportItem, b: SupportItem): boolean =>
  a.strand === b.strand && a.kind === b.kind && a.text === b.text;

/** What support begins and what ends when an academy moves from one category to another. */
export const supportDifference = (from: Category | undefined, to: Category): SupportDifference => ({
  added: to.support.filter((item) => !from?.support.some((old) => sameItem(old, item))),
  ended: (from?.support ?? []).filter((item) => !to.support.some((kept) => sameItem(kept, item))),
});
