import type { Band } from '../schema/framework';

/** How far the bands read so far reach; `to` left out means without end. */
interface Reach {
  readonly to?: number;
  readonly included: boolean;
}

const isEmpty = ({ from, to, fromIncluded, toIncluded }: Band): boolean => {
  if (from === undefined || to === undefined) return false;
  return from > to || (from === to && !(fromIncluded && toIncluded));
};

/** A share or a rate is never negative, so 0 is as good as no bound. */
const leavesOutLowest = ({ from, fromIncluded }: Band): boolean => from !== undefined && !(from === 0 && fromIncluded);

const leavesGap = (reach: Reach, { from, fromIncluded }: Band): boolean => {
  if (reach.to === undefined || from === undefined) return false;
  return from > reach.to || (from === reach.to && !fromIncluded && !reach.included);
};

const further = (reach: Reach, { to, toIncluded }: Band): Reach => {
  if (reach.to === undefined || to === undefined) return { included: true };
  if (to === reach.to) return { to, included: reach.included || toIncluded };
  return to > reach.to ? { to, included: toIncluded } : reach;
};

const gapBefore = (reach: Reach, { from, words }: Band): string =>
  reach.to === from
    ? `the value ${from} falls in no band; include it in the one before or in '${words}'.`
    : `values between ${reach.to} and ${from} fall in no band; let the band '${words}' begin at ${reach.to}.`;

/**
 * The values that no band of a KPI holds, as sentences; shared edges and overlaps are allowed. Below, the bands may
 * begin at 0; above, they must be open, since a rate may exceed 100 %.
 */
export const bandGaps = (bands: readonly Band[]): string[] => {
  const gaps = bands
    .filter(isEmpty)
    .map(
      ({ words, from, to }) => `the band '${words}' from ${from} to ${to} holds no value; put its lower bound first.`,
    );
  const [lowest, ...rest] = bands
    .filter((band) => !isEmpty(band))
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || Number(b.fromIncluded) - Number(a.fromIncluded));
  if (!lowest) return gaps;
  if (leavesOutLowest(lowest))
    gaps.push(
      `values below ${lowest.from} fall in no band; leave out 'from' of the lowest band, or let it begin at 0.`,
    );
  let reach: Reach = { ...(lowest.to !== undefined && { to: lowest.to }), included: lowest.toIncluded };
  for (const band of rest) {
    if (leavesGap(reach, band)) gaps.push(gapBefore(reach, band));
    reach = further(reach, band);
  }
  if (reach.to !== undefined)
    gaps.push(`values above ${reach.to} fall in no band; leave out 'to' of the highest band.`);
  return gaps;
};
