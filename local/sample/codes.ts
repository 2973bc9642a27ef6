/** The frameworks that have a sample trust, by their packs' codes; the first is the one that starts unasked. */
export const sampleCodes = [
  'combinedAssurance',
  'growingAsOne',
  'leadGrowReinventStabilise',
  'earnedAutonomy',
  'riskMatrix',
] as const;
export type SampleCode = (typeof sampleCodes)[number];

export const defaultSample: SampleCode = 'combinedAssurance';

const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');

/** The code that somebody means: in any case, with or without hyphens (`risk-matrix`). */
export const findSampleCode = (name: string): SampleCode | undefined =>
  sampleCodes.find((code) => plain(code) === plain(name));
