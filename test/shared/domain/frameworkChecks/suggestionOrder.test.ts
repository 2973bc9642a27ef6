import fc from 'fast-check';
import { checkFramework } from '../../../../shared/domain/checkFramework';
import { inPlay } from '../../../../shared/domain/inPlay';
import { suggestCategory } from '../../../../shared/domain/suggestCategory';
import { Framework } from '../../../../shared/schema/framework';
import { soundDocument } from '../../../support/builders/frameworkDocument';
import { levels, categories, cells, table } from './suggestionTable';

/** What is found is right: held against the suggestion itself, for every row of levels. */
describe('a better level never suggests more support', () => {
  const order = (category: string | undefined) => categories.indexOf(category ?? '');
  const pairs = levels.flatMap((x) => levels.map((y) => [x, y] as const));
  const worth = (level: string, turned: boolean) => (turned ? -1 : 1) * levels.indexOf(level);

  const rises = (document: object, turned: boolean): boolean => {
    const framework = inPlay(Framework.parse(document));
    const suggested = ([payroll, attendance]: readonly [string, string]) => {
      const row = { levels: { payroll, attendance }, notApplicable: [], kpis: {} } as Parameters<
        typeof suggestCategory
      >[1];
      return order(suggestCategory(framework, row)?.category);
    };
    return pairs.every((a) =>
      pairs.every((b) => {
        const noWorse = worth(a[0], turned) <= worth(b[0], turned) && worth(a[1], false) <= worth(b[1], false);
        return !noWorse || suggested(a) <= suggested(b);
      }),
    );
  };
  const against = (document: object): boolean =>
    checkFramework(Framework.parse(document)).some(({ message }) => message.includes('more support'));
  const documentWith = (rule: object, turned: boolean) => {
    const { areas, ...rest } = soundDocument();
    return {
      ...rest,
      areas: areas.map((area, i) => (i === 0 ? { ...area, highIsBad: turned } : area)),
      categorySuggestion: rule,
    };
  };
  const category = fc.constantFrom(...categories);

  it('in a table', () =>
    fc.assert(
      fc.property(fc.array(category, { minLength: 9, maxLength: 9 }), fc.boolean(), (list, turned) => {
        const rows = [0, 3, 6].map((at) => list.slice(at, at + 3));
        const document = documentWith(table(cells(rows)), turned);
        expect(against(document)).toBe(!rises(document, turned));
      }),
    ));

  it('by the worst judgement', () =>
    fc.assert(
      fc.property(fc.tuple(category, category, category), fc.boolean(), (list, turned) => {
        const lines = list.map((each, i) => ({ scale: 'rag', level: levels[i], category: each }));
        const document = documentWith({ rule: 'worstOf', levels: lines }, turned);
        if (!against(document)) expect(rises(document, turned)).toBe(true);
        if (!turned) expect(against(document)).toBe(!rises(document, turned));
      }),
    ));

  it('by counting', () => {
    const condition = fc.record({
      atLeast: fc.integer({ min: 1, max: 2 }),
      orWorse: fc.constantFrom('low', 'mid').map((level) => [{ scale: 'rag', level }]),
      areas: fc.constantFrom([], ['payroll'], ['attendance']),
    });
    const line = fc.record({ category, when: fc.array(condition, { minLength: 1, maxLength: 2 }) });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        category,
        fc.boolean(),
        (lines, otherwise, turned) => {
          const document = documentWith({ rule: 'counts', lines, otherwise }, turned);
          if (!against(document)) expect(rises(document, turned)).toBe(true);
        },
      ),
    );
  });
});
