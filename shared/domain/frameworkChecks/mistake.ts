import { listWords } from '../words';

/** What is wrong with a framework: the place in its document (`areas.3.kpis.0`), and a sentence that says how to mend it. */
export interface FrameworkMistake {
  readonly path: string;
  readonly message: string;
}

/** "'a', 'b' and 'c'", or 'none'. */
export const quoted = (codes: readonly string[]): string => listWords(codes.map((code) => `'${code}'`)) || 'none';

/** Codes and names are compared as SharePoint compares its column names: capitals count as small letters. */
export const sameWord = (a: string | number, b: string | number): boolean =>
  String(a).toLowerCase() === String(b).toLowerCase();

/** Things of one kind that must differ in `value`, each reported at its second place. */
export const repeated = (path: string, what: string, values: readonly (string | number)[]): FrameworkMistake[] =>
  values.flatMap((value, i) => {
    const first = values.findIndex((other) => sameWord(other, value));
    if (first === i) return [];
    return [
      { path: `${path}.${i}`, message: `${what} '${value}' is already used at ${path}.${first}; choose another.` },
    ];
  });

interface Reference {
  readonly path: string;
  /** Who refers and how, as it begins a sentence: "The area 'payroll' belongs to". */
  readonly says: string;
  /** What kind of thing: 'group'. */
  readonly kind: string;
  readonly to: string;
  readonly among: readonly { readonly code: string }[];
}

/** A reference that leads nowhere, with what there is. */
export const unknownReference = ({ path, says, kind, to, among }: Reference): FrameworkMistake[] => {
  if (among.some(({ code }) => code === to)) return [];
  const there = among.map(({ code }) => code);
  const many = kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  const known = there.length === 0 ? `there are no ${many} yet` : `the ${many} are ${quoted(there)}`;
  return [{ path, message: `${says} the ${kind} '${to}', which does not exist; ${known}.` }];
};
