import fc from 'fast-check';
import { standingOn } from '../../../shared/domain/category';
import { addDays } from '../../../shared/domain/day';
import { categoryRuns, nextRun, stretchesIn } from '../../../shared/domain/supportStretches';
import { CategoryChangeRow } from '../../../shared/schema/rows';
import { category, changeId, lastYear, thisYear, urn } from '../../support/builders/ids';

const decided = (n: number, to: string, effectiveFrom: string, parts: object = {}): CategoryChangeRow =>
  CategoryChangeRow.parse({
    id: changeId(n),
    urn: urn.alder,
    state: 'decided',
    to,
    effectiveFrom,
    decidedAt: `2026-01-${String(n).padStart(2, '0')}T10:00:00Z`,
    proposedAt: '2026-01-01T10:00:00Z',
    framework: { code: 'small', version: 1 },
    ...parts,
  });
const runs = (...changes: CategoryChangeRow[]) =>
  categoryRuns(changes, urn.alder).map(({ code, since, until }) => [code, since, until]);

const repair = decided(1, 'repair', '2025-09-01');
const improve = decided(2, 'improve', '2027-01-04');

describe('the categories of an academy', () => {
  it('follow each other without a gap', () =>
    expect(runs(improve, repair)).toEqual([
      ['repair', '2025-09-01', '2027-01-03'],
      ['improve', '2027-01-04', undefined],
    ]));
  it('go on where the same one is decided anew, on the model of the latest decision', () => {
    const again = decided(3, 'repair', '2026-09-01', { framework: { code: 'small', version: 2 } });
    expect(categoryRuns([repair, again, improve], urn.alder)).toEqual([
      { code: 'repair', framework: { code: 'small', version: 2 }, since: '2025-09-01', until: '2027-01-03' },
      { code: 'improve', framework: { code: 'small', version: 1 }, since: '2027-01-04' },
    ]);
  });
  it('begin anew under another model, though the code is the same', () =>
    expect(runs(repair, decided(3, 'repair', '2026-09-01', { framework: { code: 'other', version: 1 } }))).toEqual([
      ['repair', '2025-09-01', '2026-08-31'],
      ['repair', '2026-09-01', undefined],
    ]));
  it('are, of two from one day, the one decided last', () =>
    expect(runs(decided(5, 'sustain', '2025-09-01'), repair)).toEqual([['sustain', '2025-09-01', undefined]]));
  it('are the academy’s own, and decided', () =>
    expect(
      runs(
        decided(1, 'repair', '2025-09-01', { urn: urn.birch }),
        decided(2, 'repair', '2025-09-01', { state: 'atStep' }),
      ),
    ).toEqual([]));

  it('say on every day what the standing says', () => {
    const changes = fc
      .array(fc.tuple(fc.constantFrom('repair', 'improve', 'sustain'), fc.integer({ min: 0, max: 40 })), {
        maxLength: 8,
      })
      .map((all) => all.map(([to, day], at) => decided(at + 1, to, addDays('2026-09-01', day * 10))));
    fc.assert(
      fc.property(changes, fc.integer({ min: -5, max: 420 }), (rows, n) => {
        const day = addDays('2026-09-01', n);
        const found = categoryRuns(rows, urn.alder).filter(
          ({ since, until }) => since <= day && (until === undefined || day <= until),
        );
        expect(found.length).toBeLessThanOrEqual(1);
        expect(found[0]?.code).toBe(standingOn(rows, urn.alder, day).now?.code);
      }),
    );
  });
});

describe('the parts of a year', () => {
  const parts = (...changes: CategoryChangeRow[]) =>
    stretchesIn(categoryRuns(changes, urn.alder), thisYear).map(({ code, since, from, to }) => [code, since, from, to]);
  it('are cut to it, and remember since when', () =>
    expect(parts(repair, improve)).toEqual([
      ['repair', '2025-09-01', '2026-09-01', '2027-01-03'],
      ['improve', '2027-01-04', '2027-01-04', '2027-08-31'],
    ]));
  it('begin where the first category begins', () =>
    expect(parts(improve)).toEqual([['improve', '2027-01-04', '2027-01-04', '2027-08-31']]));
  it('leave out what ended before it and what begins after it', () => {
    expect(parts(repair, decided(3, 'sustain', '2026-09-01'), decided(4, 'improve', '2027-09-01'))).toEqual([
      ['sustain', '2026-09-01', '2026-09-01', '2027-08-31'],
    ]);
    expect(stretchesIn(categoryRuns([repair], urn.alder), lastYear)).toHaveLength(1);
    expect(stretchesIn(categoryRuns([improve], urn.alder), lastYear)).toEqual([]);
  });
  it('are none without a category', () => expect(parts()).toEqual([]));
});

describe('what comes next', () => {
  const all = categoryRuns([repair, improve], urn.alder);
  it('is the first that begins after the day', () => {
    expect(nextRun(all, '2025-08-31')?.code).toBe(category.repair);
    expect(nextRun(all, '2027-01-03')?.code).toBe(category.improve);
    expect(nextRun(all, '2027-01-04')).toBeUndefined();
  });
});
