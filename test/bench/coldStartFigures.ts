/** One start, in milliseconds: until the first request was answered, and the processor's time until then. */
export interface ColdStart {
  readonly wall: number;
  readonly processor: number;
}

/** Of several starts the one in the middle, each figure by itself: others use this machine too. */
export const middle = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

const lineOf = (name: string, starts: readonly ColdStart[]): string => {
  const [wall, processor] = [middle(starts.map((each) => each.wall)), middle(starts.map((each) => each.processor))];
  return `${name.padEnd(12)}${`${Math.round(wall)}`.padStart(8)} ms${`${Math.round(processor)}`.padStart(10)} ms`;
};

const ratio = (bundled: readonly number[], other: readonly number[]): string =>
  (middle(other) / middle(bundled)).toFixed(2);

const comparison = (name: string, bundled: readonly ColdStart[], other: readonly ColdStart[]): string => {
  const times = (figure: keyof ColdStart) =>
    ratio(
      bundled.map((each) => each[figure]),
      other.map((each) => each[figure]),
    );
  return `${name} takes ${times('wall')} times as long, and ${times('processor')} times the processor's time.`;
};

/** What the bench prints: the package, and others in comparison with it, by name. */
export const coldStartTable = (
  bundled: readonly ColdStart[],
  others: Readonly<Record<string, readonly ColdStart[]>>,
): string =>
  [
    `${''.padEnd(12)}${'wall'.padStart(11)}${'processor'.padStart(13)}`,
    lineOf('Bundled', bundled),
    ...Object.entries(others).map(([name, starts]) => lineOf(name, starts)),
    ...Object.entries(others).map(([name, starts]) => comparison(name, bundled, starts)),
  ].join('\n');
