import fc from 'fast-check';
import { entitlementsOf, figuresInForce, lineInForce, weakIn } from '../../../shared/domain/support';
import { Category, type Framework } from '../../../shared/schema/framework';
import { CategoryCode } from '../../../shared/schema/ids';
import { ReviewRow } from '../../../shared/schema/rows';
import { area, group, urn } from '../../support/builders/ids';
import { smallFramework } from '../../support/builders/framework';
import { entitlement } from '../../support/builders/support';

const code = (name: string): CategoryCode => CategoryCode.parse(name);
const item = (name: string, times: number) => ({
  code: name,
  strand: 'Leadership',
  text: name,
  cadence: { times, per: 'year' },
});
const category = (name: string, includes: readonly string[], support: readonly object[]): Category =>
  Category.parse({ code: name, name, order: 1, tone: 'steady', symbol: '○', includes, support });
const withCategories = (...categories: Category[]): Framework => ({ ...smallFramework, categories });
const got = (framework: Framework, name: string) =>
  entitlementsOf(framework, code(name)).map((each) => [
    each.code,
    each.cadence && 'times' in each.cadence && each.cadence.times,
  ]);

const one = category('one', [], [item('visit', 1), item('audit', 1)]);
const two = category('two', ['one'], [item('visit', 2), item('coach', 2)]);
const three = category('three', ['one', 'two'], [item('board', 3)]);

describe('the support that a category brings', () => {
  it('is its own, then that of the categories it includes, with its own figures for what both have', () =>
    expect(got(withCategories(one, two), 'two')).toEqual([
      ['visit', 2],
      ['coach', 2],
      ['audit', 1],
    ]));

  it('goes all the way down, and the nearer category’s figures win', () =>
    expect(got(withCategories(one, two, three), 'three')).toEqual([
      ['board', 3],
      ['visit', 2],
      ['coach', 2],
      ['audit', 1],
    ]));

  it('does not depend on the order in which related categories are named or kept', () => {
    const other = { ...three, includes: [...three.includes].reverse() };
    expect(got(withCategories(other, two, one), 'three')).toEqual(got(withCategories(one, two, three), 'three'));
  });

  it('takes the first named one’s figures where neither included category includes the other', () => {
    const both = (...includes: string[]) => category('both', includes, []);
    const other = category('other', [], [item('visit', 9)]);
    expect(got(withCategories(both('one', 'other'), other, one), 'both')[0]).toEqual(['visit', 1]);
    expect(got(withCategories(both('other', 'one'), other, one), 'both')[0]).toEqual(['visit', 9]);
  });

  it('ends where categories include each other, and has each code once', () => {
    const loop = [
      category('a', ['b'], [item('visit', 1)]),
      category('b', ['a', 'b'], [item('visit', 2), item('x', 2)]),
    ];
    expect(got(withCategories(...loop), 'a')).toEqual([
      ['visit', 1],
      ['x', 2],
    ]);
    expect(got(withCategories(...loop), 'b')).toEqual([
      ['visit', 2],
      ['x', 2],
    ]);
  });

  it('is none for a category that the model does not have, nor from an included one that it does not have', () => {
    expect(got(withCategories(one), 'nowhere')).toEqual([]);
    expect(got(withCategories(category('a', ['gone'], [item('visit', 1)])), 'a')).toEqual([['visit', 1]]);
  });

  it('whatever the categories include: its own first, each code once, and all of theirs', () => {
    const names = ['a', 'b', 'c', 'd'];
    const some = fc.subarray(names);
    const items = fc.subarray(['p', 'q', 'r']).map((codes) => codes.map((each) => item(each, 1)));
    const trust = fc
      .tuple(...names.map((name) => fc.tuple(fc.constant(name), some, items)))
      .map((all) => all.map(([name, includes, support]) => category(name, includes, support)));
    fc.assert(
      fc.property(trust, (categories) => {
        const codes = entitlementsOf(withCategories(...categories), code('a')).map((each): string => each.code);
        const own = categories[0]?.support.map((each): string => each.code) ?? [];
        const reached = (name: string, met: readonly string[]): readonly string[] =>
          met.includes(name)
            ? met
            : (categories.find((each) => each.code === name)?.includes ?? []).reduce<readonly string[]>(
                (found, next) => reached(next, found),
                [...met, name],
              );
        const theirs = reached('a', []).flatMap((name) => categories.find((each) => each.code === name)?.support ?? []);
        expect(codes.slice(0, own.length)).toEqual(own);
        expect(new Set(codes).size).toBe(codes.length);
        expect([...codes].sort()).toEqual([...new Set(theirs.map((each): string => each.code))].sort());
      }),
    );
  });
});

describe('the figures in force', () => {
  const usual = { times: 1, per: 'term' } as const;
  const visit = entitlement({
    cadence: usual,
    days: { amount: 2, per: 'term' },
    when: [
      { weakAreas: ['attendance'], cadence: { everyWeeks: 2 } },
      { weakGroups: ['school'], cadence: { everyWeeks: 4 }, days: { amount: 12, per: 'year' } },
    ],
  });
  const weak = (areas: (typeof area)[keyof typeof area][], groups: (typeof group)[keyof typeof group][] = []) => ({
    areas,
    groups,
  });

  it('are the usual ones where nothing fits', () =>
    expect(figuresInForce(visit, weak([area.vacancies], [group.staffing]))).toEqual({
      cadence: usual,
      days: visit.days,
    }));
  it('are those of the first line that fits; what it leaves out stays', () =>
    expect(figuresInForce(visit, weak([area.attendance], [group.school]))).toEqual({
      cadence: { everyWeeks: 2 },
      days: visit.days,
    }));
  it('follow a group too, days and all', () =>
    expect(figuresInForce(visit, weak([area.safeguarding], [group.school]))).toEqual({
      cadence: { everyWeeks: 4 },
      days: { amount: 12, per: 'year', upTo: false },
    }));
  it('leave out what the model leaves out', () => expect(figuresInForce(entitlement(), weak([]))).toEqual({}));
  it('never come from a line that names nothing weak', () =>
    expect(
      lineInForce(
        entitlement({ when: [{ cadence: { everyWeeks: 1 } }] }),
        weak([...Object.values(area)], [...Object.values(group)]),
      ),
    ).toBeUndefined());
  it('do not depend on the order in which weak areas are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.values(area)), fc.shuffledSubarray(Object.values(group)), (a, g) =>
        expect(figuresInForce(visit, weak(a, g))).toEqual(
          figuresInForce(visit, weak([...a].reverse(), [...g].reverse())),
        ),
      ),
    );
  });
});

describe('what is weak', () => {
  const record = (period: string, levels: object, parts: object = {}): ReviewRow =>
    ReviewRow.parse({
      urn: urn.alder,
      year: '2026/27',
      period,
      framework: { code: 'small', version: 1 },
      state: 'signedOff',
      notApplicable: [],
      levels,
      ...parts,
    });
  const weak = (...records: ReviewRow[]) => weakIn(smallFramework, [smallFramework], records);

  it('is every area at a level that needs intervention, and its group', () =>
    expect(weak(record('autumn', { vacancies: 'intervention', attendance: 'actions', earlyYears: 'urgent' }))).toEqual({
      areas: [area.vacancies, area.earlyYears],
      groups: [group.staffing, group.school],
    }));
  it('goes by the latest judgement of each area', () => {
    const autumn = record('autumn', { attendance: 'intervention', vacancies: 'intervention' });
    const spring = record('spring', { attendance: 'assured' });
    expect(weak(spring, autumn).areas).toEqual([area.vacancies]);
    expect(weak(autumn, spring).areas).toEqual([area.vacancies]);
  });
  it('knows this year’s from last year’s', () => {
    const summer = record('summer', { attendance: 'intervention' }, { year: '2025/26' });
    expect(weak(summer).areas).toEqual([area.attendance]);
    expect(weak(summer, record('autumn', { attendance: 'assured' })).areas).toEqual([]);
  });
  it('is not what no longer applies', () =>
    expect(
      weak(
        record('autumn', { attendance: 'intervention' }),
        record('spring', {}, { notApplicable: [area.attendance] }),
      ),
    ).toEqual({ areas: [], groups: [] }));
  it('is not what another model said', () =>
    expect(
      weak(record('autumn', { attendance: 'intervention' }, { framework: { code: 'other', version: 1 } })),
    ).toEqual({ areas: [], groups: [] }));
  it('reads a level as the version that it was judged on meant it', () => {
    const rag = smallFramework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((each) => ({ ...each, needsIntervention: each.code === 'actions' })),
    }));
    const former: Framework = { ...smallFramework, version: 2, scales: rag };
    const judged = record('autumn', { attendance: 'actions' }, { framework: { code: 'small', version: 2 } });
    expect(weakIn(smallFramework, [smallFramework, former], [judged]).areas).toEqual([area.attendance]);
  });
  it('is nothing without a record', () => expect(weak()).toEqual({ areas: [], groups: [] }));
});
