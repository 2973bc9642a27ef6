import type { Band } from '../../schema/framework';

/** The bounds of a band, whatever it leads to: a level of a scale, or a category. */
export type Bounds = Pick<Band, 'from' | 'fromIncluded' | 'to' | 'toIncluded' | 'words'>;

/** How far the bands read so far reach; `to` left out means without end. */
interface Reach {
  readonly to?: number;
  readonly included: boolean;
}

const isEmpty = ({ from, to, fromIncluded, toIncluded }: Bounds): boolean => {
  if (from === undefined || to === undefined) return false;
  return from > to || (from === to && !(fromIncluded && toIncluded));
};

/** A share or a rate is never negative, so 0 is as good as no bound; money may be. */
const leavesOutLowest = ({ from, fromIncluded }: Bounds, negative: boolean): boolean =>
  from !== undefined && (negative || !(from === 0 && fromIncluded));

const leavesGap = (reach: Reach, { from, fromIncluded }: Bounds): boolean => {
  if (reach.to === undefined || from === undefined) return false;
  return from > reach.to || (from === reach.to && !fromIncluded && !reach.included);
};

const further = (reach: Reach, { to, toIncluded }: Bounds): Reach => {
  if (reach.to === undefined || to === undefined) return { included: true };
  if (to === reach.to) return { to, included: reach.included || toIncluded };
  return to > reach.to ? { to, included: toIncluded } : reach;
};

const gapBefore = (reach: Reach, { from, words }: Bounds): string =>
  reach.to === from
    ? `the value ${from} falls in no band; include it in the one before or in '${words}'.`
    : `values between ${reach.to} and ${from} fall in no band; let the band '${words}' begin at ${reach.to}.`;

const gapBelow = ({ from }: Bounds, negative: boolean): string =>
  negative
    ? `values below ${from} fall in no band; leave out 'from' of the lowest band.`
    : `values below ${from} fall in no band; leave out 'from' of the lowest band, or let it begin at 0.`;

/**
 * The values that no band of a KPI holds, as sentences; shared edges and overlaps are allowed. Below, the bands may
 * begin at 0, unless `negative` values can be measured; above, they must be open, since a rate may exceed 100 %.
 */
export const bandGaps = (bands: readonly Bounds[], negative = false): string[] => {
  const gaps = bands
    .filter(isEmpty)
    .map(
      ({ words, from, to }) => `the band '${words}' from ${from} to ${to} holds no value; put its lower bound first.`,
    );
  const [lowest, ...rest] = bands
    .filter((band) => !isEmpty(band))
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || Number(b.fromIncluded) - Number(a.fromIncluded));
  if (!lowest) return gaps;
  if (leavesOutLowest(lowest, negative)) gaps.push(gapBelow(lowest, negative));
  let reach: Reach = { ...(lowest.to !== undefined && { to: lowest.to }), included: lowest.toIncluded };
  for (const band of rest) {
    if (leavesGap(reach, band)) gaps.push(gapBefore(reach, band));
    reach = further(reach, band);
  }
  if (reach.to !== undefined)
    gaps.push(`values above ${reach.to} fall in no band; leave out 'to' of the highest band.`);
  return gaps;
};
