import { ReviewRow } from '../../../shared/schema/rows';
import { judgedReview } from '../../support/builders/reviews';
import { rowOf } from '../../support/builders/rows';

const row = rowOf(judgedReview());

describe('the levels of a row', () => {
  it('are codes by codes', () => {
    expect(Object.keys(row.levels).length).toBeGreaterThan(0);
    expect(ReviewRow.parse(structuredClone(row))).toStrictEqual(row);
    expect(ReviewRow.parse({ ...row, levels: {} }).levels).toEqual({});
  });

  it.each<[what: string, levels: unknown]>([
    ['nothing', undefined],
    ['no object', 'assured'],
    ['a list', ['assured']],
    ['null', null],
    ['a level that is no code', { attendance: 'Not a code' }],
    ['a level that is no text', { attendance: 3 }],
    ['an area that is no code', { 'Area 1': 'assured' }],
    ['an area named as no area can be', JSON.parse('{"__proto__":"assured"}')],
  ])('are not %s', (_what, levels) => {
    expect(ReviewRow.safeParse({ ...row, levels }).success).toBe(false);
  });
});
