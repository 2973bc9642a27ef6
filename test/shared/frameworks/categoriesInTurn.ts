import { entitlementsOf } from '../../../shared/domain/support';
import type { Framework } from '../../../shared/schema/framework';
import { categoryIn, supportFigures } from './figures';

/** The tests of packs in which each category brings the support of the one before, in one strand. */

/** Items of support by their codes, with the cadences of the source. */
export const itHasItems = (framework: Framework, expected: readonly [string, readonly [string, string][]][]): void =>
  it.each(expected)('%s has its own items, with the cadences of the source', (code, items) =>
    expect(supportFigures(framework, code)).toEqual(items),
  );

export const itBringsInAll = (framework: Framework, expected: readonly [string, readonly string[], number][]): void =>
  it.each(expected)('%s brings the support of %j as well: %i items', (code, includes, count) => {
    const category = categoryIn(framework, code);
    expect(category.includes).toEqual(includes);
    expect(entitlementsOf(framework, category.code)).toHaveLength(count);
  });

export const itIsOneStrand = (framework: Framework): void =>
  it('is one strand, as the source has no others', () => {
    const support = framework.categories.flatMap((category) => category.support);
    expect(new Set(support.map(({ strand, kind }) => `${strand}, ${kind}`))).toEqual(
      new Set(['School improvement, core']),
    );
  });

/** A word of the source's line: each item says what its code and figures stand for. */
export const itSays = (framework: Framework, expected: readonly [string, RegExp][]): void =>
  it.each(expected)('%s says %s', (code, words) => {
    const item = framework.categories.flatMap(({ support }) => support).find((each) => each.code === code);
    expect(item?.text).toMatch(words);
  });
