import fc from 'fast-check';
import { SuggestedCategory } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import { checkFramework } from '../../../shared/domain/checkFramework';
import { inPlay } from '../../../shared/domain/inPlay';
import { suggestCategory, type RowFacts } from '../../../shared/domain/suggestCategory';
import { oneBetter, suggesting } from '../../support/builders/suggestions';

describe('for every rule that passes the check', () => {
  const valid = suggesting.filter(({ framework }) => checkFramework(framework).length === 0);
  type Drawn = typeof valid extends fc.Arbitrary<infer D> ? D : never;
  const orderOf = (framework: Framework, code: string | undefined) =>
    framework.categories.find((each) => each.code === code)?.order;
  const facts = ({ levels, notApplicable, value }: Drawn): RowFacts => ({
    levels,
    notApplicable,
    kpis: { measure: { value } } as RowFacts['kpis'],
  });
  const suggest = (drawn: Drawn) => suggestCategory(inPlay(drawn.framework), facts(drawn));

  it('each kind of rule is met', () => {
    const met = new Set(fc.sample(valid, 400).map(({ framework }) => framework.categorySuggestion.rule));
    expect([...met].sort()).toEqual(['counts', 'kpiBand', 'table', 'worstOf']);
  });

  it('the order of the areas makes no difference', () =>
    fc.assert(
      fc.property(valid, (drawn) => {
        const { areas } = drawn.framework;
        const turned = { ...drawn, framework: { ...drawn.framework, areas: [...areas].reverse() } };
        expect(suggest(turned)?.category).toBe(suggest(drawn)?.category);
      }),
      { numRuns: 200 },
    ));

  it('a better level never suggests more support', () =>
    fc.assert(
      fc.property(valid, fc.nat({ max: 4 }), (drawn, n) => {
        const code = drawn.framework.areas[n % drawn.framework.areas.length]?.code;
        const better = code && oneBetter(drawn.framework, code, drawn.levels[code]);
        fc.pre(code !== undefined && better !== undefined);
        const raised = { ...drawn, levels: { ...drawn.levels, ...(code && { [code]: better }) } };
        const [before, after] = [suggest(drawn), suggest(raised)].map((each) =>
          orderOf(drawn.framework, each?.category),
        );
        if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
        expect(after === undefined).toBe(before === undefined);
      }),
      { numRuns: 300 },
    ));

  it('what does not apply makes no difference', () =>
    fc.assert(
      fc.property(valid, fc.constantFrom('level1', 'level2', 'level3', undefined), (drawn, other) => {
        const changed = Object.fromEntries(drawn.notApplicable.map((code) => [code, other]));
        const levels = { ...drawn.levels, ...changed } as Drawn['levels'];
        expect(suggest({ ...drawn, levels })).toEqual(suggest(drawn));
      }),
      { numRuns: 200 },
    ));

  it('there is a category whenever all that applies is judged, and always a reason', () =>
    fc.assert(
      fc.property(valid, (drawn) => {
        const whole = { ...drawn, notApplicable: [] };
        expect(SuggestedCategory.parse(suggest(whole)).category).toBeDefined();
        const code = drawn.framework.areas[0]?.code;
        const lacking = { ...whole, levels: { ...drawn.levels, ...(code && { [code]: undefined }) } };
        expect(SuggestedCategory.parse(suggest(lacking)).why).toMatch(/\.$/);
      }),
      { numRuns: 200 },
    ));
});
