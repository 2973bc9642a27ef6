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

const ratio = (bundled: readonly number[], unbundled: readonly number[]): string =>
  (middle(unbundled) / middle(bundled)).toFixed(2);

/** What the bench prints. */
export const coldStartTable = (bundled: readonly ColdStart[], unbundled: readonly ColdStart[]): string =>
  [
    `${''.padEnd(12)}${'wall'.padStart(11)}${'processor'.padStart(13)}`,
    lineOf('bundled', bundled),
    lineOf('unbundled', unbundled),
    `Unbundled takes ${ratio(
      bundled.map(({ wall }) => wall),
      unbundled.map(({ wall }) => wall),
    )} times as long, and ${ratio(
      bundled.map(({ processor }) => processor),
      unbundled.map(({ processor }) => processor),
    )} times the processor's time.`,
  ].join('\n');
