/** The two sides of a long text around the first place where they differ; short texts stay whole. */
export interface Excerpts {
  readonly written: string;
  readonly found: string;
}

const shown = 160;
const before = 40;

const cut = (text: string, from: number): string =>
  `${from > 0 ? '…' : ''}${text.slice(from, from + shown)}${from + shown < text.length ? '…' : ''}`;

/** Where two texts part: the length of what they have in common at their beginning. */
const partingOf = (a: string, b: string): number => {
  const until = Math.min(a.length, b.length);
  const at = Array.from({ length: until }).findIndex((_, i) => a[i] !== b[i]);
  return at === -1 ? until : at;
};

export const excerptsOf = (written: string, found: string): Excerpts => {
  if (written.length <= shown && found.length <= shown) return { written, found };
  const from = Math.max(0, partingOf(written, found) - before);
  return { written: cut(written, from), found: cut(found, from) };
};
