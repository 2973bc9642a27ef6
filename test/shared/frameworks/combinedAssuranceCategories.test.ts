import { supportDifference } from '../../../shared/domain/category';
import pack from '../../../shared/frameworks/combinedAssurance.json';
import { Framework, type Category } from '../../../shared/schema/framework';

/** The categories, held against the source's table (seed 004). */
const framework = Framework.parse(pack);

const categoryOf = (code: string): Category => {
  const category = framework.categories.find((c) => c.code === code);
  if (!category) throw new Error(`No category ${code}`);
  return category;
};

describe('the categories', () => {
  /** Items of the source's table: strand, kind, how many. */
  const counts: Record<string, Record<string, number>> = {
    stabilise: {
      'School improvement core': 4,
      'School improvement enhanced': 3,
      'School improvement bespoke': 4,
      'HR core': 7,
      'HR bespoke': 2,
      'Finance core': 10,
    },
    repair: { 'School improvement core': 9, 'HR core': 7, 'Finance core': 9 },
    improve: { 'School improvement core': 7, 'HR core': 6, 'Finance core': 4 },
    sustain: { 'School improvement core': 7, 'HR core': 6, 'Finance core': 4 },
  };
  const features: Record<string, [number, number]> = {
    stabilise: [2, 4],
    repair: [3, 5],
    improve: [3, 4],
    sustain: [2, 4],
  };
  const textsOf = (code: string, strand?: string) =>
    categoryOf(code)
      .support.filter((item) => strand === undefined || item.strand === strand)
      .map(({ text }) => text);

  it('are the four of the source, from most support to least', () => {
    expect(framework.categories.map(({ name, order, tone }) => [name, order, tone])).toEqual([
      ['Stabilise', 1, 'critical'],
      ['Repair', 2, 'caution'],
      ['Improve', 3, 'good'],
      ['Sustain', 4, 'exceptional'],
    ]);
  });

  it.each(Object.keys(counts))('%s has every item of support and every feature', (code) => {
    const found: Record<string, number> = {};
    for (const { strand, kind } of categoryOf(code).support)
      found[`${strand} ${kind}`] = (found[`${strand} ${kind}`] ?? 0) + 1;
    expect(found).toEqual(counts[code]);
    expect([categoryOf(code).summary.length, categoryOf(code).features.length]).toEqual(features[code]);
  });

  it.each([
    [
      'stabilise',
      'School improvement',
      [/^2 days of focused SIP support a term/, /^2 further days/, /1:1 meeting with the CEO every half term/],
    ],
    ['repair', 'School improvement', [/equivalent of 12 days/, /Governance review every year/]],
    ['improve', 'School improvement', [/equivalent of 6 days/, /Governance review every 2 years/]],
    ['sustain', 'School improvement', [/equivalent of 6 days/, /Governance review every 4 years/]],
    ['stabilise', 'HR', [/Weekly 30-minute/, /up to 10 days/]],
    ['repair', 'HR', [/Weekly 30-minute/, /up to 10 days/]],
    ['improve', 'HR', [/Weekly 30-minute/, /up to 5 days/]],
    ['sustain', 'HR', [/Weekly 30-minute/, /up to 5 days/]],
    ['stabilise', 'Finance', [/Weekly 30-minute/, /Monthly call/]],
    ['repair', 'Finance', [/Weekly 30-minute/, /Monthly call/]],
  ])('%s, %s: days and cadences', (code, strand, patterns) => {
    for (const pattern of patterns) expect(textsOf(code, strand).filter((text) => pattern.test(text))).toHaveLength(1);
    const figures = textsOf(code, strand).flatMap((text) => text.match(/\d+ (further )?(days|years)/g) ?? []);
    expect(figures).toHaveLength(patterns.filter((pattern) => /days|years/.test(pattern.source)).length);
  });

  it('gives no weekly finance catch-up to the two that need least', () => {
    for (const code of ['improve', 'sustain']) expect(textsOf(code, 'Finance').join()).not.toMatch(/Weekly/);
  });

  /** What is the same in the source is worded the same here, so that a difference shows only what changes. */
  it.each([
    ['stabilise', 'repair', 8, 13],
    ['repair', 'improve', 7, 15],
    ['improve', 'sustain', 3, 3],
  ])('from %s to %s, %i items begin and %i end', (from, to, added, ended) => {
    const difference = supportDifference(categoryOf(from), categoryOf(to));
    expect([difference.added.length, difference.ended.length]).toEqual([added, ended]);
  });

  it('keeps what every category has', () => {
    const everywhere = textsOf('stabilise').filter((text) =>
      ['repair', 'improve', 'sustain'].every((c) => textsOf(c).includes(text)),
    );
    // The termly review; weekly HR, SCR and HR input; half-termly budget, budget changes, monthly call, telephone.
    expect(everywhere).toHaveLength(8);
  });
});
