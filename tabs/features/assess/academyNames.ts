/** As people type it: without capitals and accents, and however many spaces. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '').trim();

/** The rows in whose names a word begins with each word that is looked for; all of them where nothing is. */
export const named = <Row extends { readonly name: string }>(rows: readonly Row[], sought: string): readonly Row[] => {
  const wanted = plain(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter(({ name }) => {
    const words = plain(name).split(/[\s\-–/]+/);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
};
