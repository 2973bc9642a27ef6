import type { CategoryChange } from '../schema/categoryChange';
import { openForOf } from './keys';
import { formatDay } from './words';

type Decided = Extract<CategoryChange, { state: 'decided' }>;

const isDecided = (change: CategoryChange): change is Decided => change.state === 'decided';
const isOpen = (change: CategoryChange): boolean => openForOf(change) === change.urn;

const byDay = (a: Decided, b: Decided): number =>
  a.effectiveFrom.localeCompare(b.effectiveFrom) || a.decidedAt.localeCompare(b.decidedAt);

const breakBetween = (before: CategoryChange | undefined, change: CategoryChange): string | undefined => {
  const start = `Category changes: for the academy ${change.urn}, ${change.id} starts from ${change.from ?? 'no category'}`;
  if (change.from !== before?.to)
    return before === undefined
      ? `${start}, and no change leads there.`
      : `${start}, and ${before.id} before it leads to ${before.to}.`;
  if (before === undefined || !isOpen(change) || change.effectiveFrom > before.effectiveFrom) return undefined;
  return `Category changes: for the academy ${change.urn}, ${change.id} is under way for ${formatDay(change.effectiveFrom)}, and ${before.id} is decided from ${formatDay(before.effectiveFrom)} on.`;
};

/**
 * Where the changes of an academy do not follow from one another, each in a sentence: the decided ones by their days,
 * then what is under way. Each must start from the category that the one before it leads to.
 */
export const chainBreaks = (changes: readonly CategoryChange[]): readonly string[] =>
  [...new Set(changes.map(({ urn }) => urn))].flatMap((urn) => {
    const own = changes.filter((change) => change.urn === urn);
    const chain = own.filter(isDecided).sort(byDay);
    return [
      ...chain.flatMap((change, i) => breakBetween(chain[i - 1], change) ?? []),
      ...own.filter(isOpen).flatMap((change) => breakBetween(chain.at(-1), change) ?? []),
    ];
  });
