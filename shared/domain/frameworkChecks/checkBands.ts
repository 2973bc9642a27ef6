import type { Bounds } from './bandGaps';
import { bandGaps } from './bandGaps';
import { holds } from '../kpis';
import type { FrameworkMistake } from './mistake';

/** A band and how good what it leads to is: the more, the better. */
export interface RankedBand {
  readonly band: Bounds;
  readonly rank: number;
  /** What it leads to, for a sentence: "level 'assured'". */
  readonly leadsTo: string;
}

export interface BandRule {
  readonly path: string;
  /** Whose bands, as it begins a sentence: "The bands of the KPI 'rate'". */
  readonly whose: string;
  readonly bands: readonly RankedBand[];
  readonly better: 'higher' | 'lower' | undefined;
  readonly inTwoBands: 'moreCautious' | 'moreGenerous';
  readonly negative: boolean;
}

/** Every edge, and one value between each two: the bands cannot differ anywhere else. */
const tellingValues = (bands: readonly RankedBand[]): number[] => {
  const edges = [...new Set(bands.flatMap(({ band }) => [band.from ?? [], band.to ?? []].flat()))].sort(
    (a, b) => a - b,
  );
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined) return [0];
  const between = edges.flatMap((edge, i) => {
    const next = edges[i + 1];
    return next === undefined ? [edge] : [edge, (edge + next) / 2];
  });
  return [first - 1, ...between, last + 1];
};

/** The band that counts for a value: of several, the more cautious or the more generous one. */
const counting = ({ bands, inTwoBands }: BandRule, value: number): RankedBand | undefined => {
  const sign = inTwoBands === 'moreCautious' ? 1 : -1;
  return bands.filter(({ band }) => holds(band, value)).sort((a, b) => sign * (a.rank - b.rank))[0];
};

const againstBetter = (rule: BandRule, counted: readonly RankedBand[]): FrameworkMistake[] => {
  const { better, path, whose } = rule;
  if (!better) return [];
  const rising = better === 'higher' ? counted : [...counted].reverse();
  const at = rising.findIndex((band, i) => band.rank < (rising[i - 1]?.rank ?? -Infinity));
  const [before, after] = [rising[at - 1], rising[at]];
  if (!before || !after) return [];
  const message = `${whose}: ${better} is better, yet going ${better} from '${before.band.words}' to '${after.band.words}' leads from the ${before.leadsTo} to the ${after.leadsTo}; exchange them, or turn 'better' round.`;
  return [{ path, message }];
};

/** Bands that leave values out, that go against the direction, or that another band always outdoes. */
export const checkBands = (rule: BandRule): FrameworkMistake[] => {
  const { path, whose, bands, negative } = rule;
  const gaps = bandGaps(
    bands.map(({ band }) => band),
    negative,
  ).map((gap) => ({ path, message: `${whose}: ${gap}` }));
  const counted = tellingValues(bands).flatMap((value) => counting(rule, value) ?? []);
  const outdone = bands.flatMap((ranked, i) => {
    const empty = !tellingValues(bands).some((value) => holds(ranked.band, value));
    if (empty || counted.some((other) => other.rank === ranked.rank && other.leadsTo === ranked.leadsTo)) return [];
    const message = `${whose}: '${ranked.band.words}' never counts, since each of its values also falls in another band; let them not overlap so far.`;
    return [{ path: `${path}.${i}`, message }];
  });
  return [...gaps, ...againstBetter(rule, counted), ...outdone];
};
