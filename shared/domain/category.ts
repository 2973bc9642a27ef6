import type { CategoryCode, Urn } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import type { SupportDifference } from '../schema/changeViews';
import type { Entitlement } from '../schema/support';

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

/** The decided change that an academy stands by on a day. */
export const latestOn = (
  changes: readonly CategoryChangeRow[],
  urn: Urn,
  day: string,
): CategoryChangeRow | undefined => {
  const begun = decided(changes, urn).filter((change) => change.effectiveFrom <= day);
  return begun[begun.length - 1];
};

/** What the next change starts from: the last decided category, whether or not it has begun. */
export const latestDecided = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryChangeRow | undefined => {
  const all = decided(changes, urn);
  return all[all.length - 1];
};

export const openChangeOf = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryChangeRow | undefined =>
  changes.find((change) => change.urn === urn && (change.state === 'atStep' || change.state === 'returned'));

const figures = ({ strand, kind, text, cadence, days, minutes, ledBy, onRequest, when }: Entitlement): string =>
  JSON.stringify([strand, kind, text, cadence, days, minutes, ledBy, onRequest, when]);

/**
 * What support begins, what ends and what goes on with other figures or words, when an academy moves from one category
 * to another. Both lists are complete (`entitlementsOf`); the code says which items are the same kind of support.
 */
export const supportDifference = (
  from: readonly Entitlement[] | undefined,
  to: readonly Entitlement[],
): SupportDifference => {
  const before = from ?? [];
  const same = (item: Entitlement) => (other: Entitlement) => other.code === item.code;
  return {
    added: to.filter((item) => !before.some(same(item))),
    ended: before.filter((item) => !to.some(same(item))),
    changed: to.flatMap((item) => {
      const old = before.find(same(item));
      return old && figures(old) !== figures(item) ? [{ from: old, to: item }] : [];
    }),
  };
};
