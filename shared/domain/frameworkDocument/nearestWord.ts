interface Words {
  readonly a: string;
  readonly b: string;
}

/** Two neighbours that stand the other way round in the other word count as one slip. */
const isSwapped = ({ a, b }: Words, i: number, j: number): boolean =>
  i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];

/** How many letters must be put in, taken out, exchanged or swapped with their neighbour to make one word the other. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = isSwapped({ a, b }, i, j) ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
};

const begins = (meant: string, candidate: string): boolean =>
  meant.length >= 4 && candidate.toLowerCase().startsWith(meant);

/** The word that somebody probably meant: begun, or at most a third of its letters away, capitals aside. */
export const nearestWord = (word: string, known: readonly string[]): string | undefined => {
  const meant = word.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, far: distance(meant, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)) || begins(meant, candidate))
    .sort((a, b) => a.far - b.far);
  return near[0]?.candidate;
};
