import { academyTables, periodsTold, type AcademyTablesInput } from '../../../shared/domain/academyTables';
import { AcademyTable } from '../../../shared/schema/academyViews';
import { Framework } from '../../../shared/schema/framework';
import type { Review } from '../../../shared/schema/review';
import { autumn, periods, summerBefore } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, lastYear, level, thisYear } from '../../support/builders/ids';
import { secondVersion } from '../../support/builders/models';
import { ada, alder, birch, bo, cora, dana, gus, hazel, staffingLead } from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { rowOf } from '../../support/builders/rows';

const tables = (reviews: readonly Review[], input: Partial<AcademyTablesInput> = {}): AcademyTable[] =>
  academyTables({
    academy: alder,
    reader: cora,
    today: '2026-11-20',
    frameworks: [smallFramework],
    frameworkIn: () => smallFramework,
    periods,
    rows: reviews.map(rowOf),
    ...input,
  });
const only = (made: readonly AcademyTable[]): AcademyTable => {
  const [table, ...others] = made;
  if (!table || others.length > 0) throw new Error(`There are ${made.length} tables.`);
  return table;
};
const spring = { year: lastYear, period: 'spring' } as const;
const columnsOf = ({ columns }: AcademyTable) => columns.map(({ year, period }) => `${period} ${year}`);

it('has a column for every period from the first record to today, oldest first, and is what the API promises', () => {
  const table = only(tables([signedOffReview({ period: spring })]));
  expect(columnsOf(table)).toEqual(['spring 2025/26', 'summer 2025/26', 'autumn 2026/27']);
  expect(table.columns.map(({ review }) => review)).toEqual(['signedOff', 'notOpened', 'notOpened']);
  expect(AcademyTable.parse(table)).toEqual(table);
});

it('is not there where nothing was ever opened', () => expect(tables([])).toEqual([]));

it('says what was judged, what changed and what was not judged', () => {
  const then = signedOffReview({ period: summerBefore, levels: { [area.attendance]: level.intervention } });
  const [before, now] = only(tables([signedOffReview(), then])).columns;
  expect(before?.cells[area.attendance]).toMatchObject({ state: 'judged', level: level.intervention, changed: false });
  expect(now?.cells[area.attendance]).toMatchObject({
    level: level.assured,
    previous: level.intervention,
    changed: true,
  });
  const gap = only(tables([signedOffReview({ period: spring }), signedOffReview()])).columns[1];
  expect(gap?.cells[area.attendance]).toEqual({ state: 'notJudged', previous: level.assured });
});

it('leaves out the periods in which the academy was not in the trust, unless something was recorded then', () => {
  const joined = { ...alder, joinedOn: '2026-09-01' };
  expect(columnsOf(only(tables([signedOffReview()], { academy: joined })))).toEqual(['autumn 2026/27']);
  const left = { ...alder, leftOn: '2026-02-01' };
  const both = [signedOffReview({ period: spring }), signedOffReview()];
  expect(columnsOf(only(tables(both, { academy: left })))).toEqual(['spring 2025/26', 'autumn 2026/27']);
});

describe('who reads it', () => {
  const draft = [judgedReview(), signedOffReview({ period: summerBefore })];
  it.each([
    ['the CEO', cora, 'judged'],
    ['the director', dana, 'judged'],
    ['the academy’s head', hazel, 'judged'],
    ['the Board', bo, 'notJudged'],
    ['a local governor', gus, 'notJudged'],
  ] as const)('%s sees what is signed off; of a draft only whoever makes it sees the levels', (_who, reader, state) => {
    const [settled, open] = only(tables(draft, { reader })).columns;
    expect(settled?.cells[area.attendance]?.state).toBe('judged');
    expect(open?.cells[area.attendance]?.state).toBe(state);
  });

  it('a function lead sees the areas of that function only', () => {
    const table = only(tables(draft, { reader: staffingLead }));
    expect(table.areas.map(({ code }) => code)).toEqual([area.vacancies, area.retention]);
    expect(table.groups.map(({ name }) => name)).toEqual(['Staffing']);
    expect(Object.keys(table.columns[0]?.cells ?? {})).toEqual([area.vacancies, area.retention]);
  });

  it('whoever reads no levels is told none: an administrator, another academy’s head', () => {
    expect(tables(draft, { reader: ada })).toEqual([]);
    expect(tables(draft, { reader: hazel, academy: birch })).toEqual([]);
  });
});

describe('over several models', () => {
  const frameworks = [smallFramework, secondVersion];
  const onSecond = (review: Review): Review => {
    const { vacancies: _gone, ...judgements } = review.judgements as Record<string, never>;
    return { ...review, framework: { code: secondVersion.code, version: 2 }, judgements };
  };
  const moved = () =>
    only(
      tables([signedOffReview({ period: summerBefore }), onSecond(signedOffReview())], {
        frameworks,
        frameworkIn: (year) => (year === thisYear ? secondVersion : smallFramework),
      }),
    );

  it('keeps an area that the new version has no more, in its place and by the words of then', () => {
    const table = moved();
    expect(table.areas.filter(({ former }) => former).map(({ name }) => name)).toEqual(['Vacancies']);
    const [before, now] = table.columns;
    expect(before?.cells[area.vacancies]).toMatchObject({ state: 'judged', as: { name: 'Assured' }, changed: false });
    expect(now?.cells[area.vacancies]?.state).toBe('notJudged');
    expect(AcademyTable.parse(table)).toEqual(table);
  });

  it('never converts a level of another scale: it stands as it was meant, and nothing counts as changed', () => {
    const [before, now] = moved().columns;
    expect(before?.cells[area.earlyYears]).toMatchObject({ as: { name: 'Strong standard' }, changed: false });
    expect(now?.cells[area.earlyYears]).not.toHaveProperty('previous');
  });

  it('does not name an area of the old version to somebody who may not see what was said of it', () => {
    const draft = judgedReview({ period: summerBefore });
    const made = tables([draft, onSecond(signedOffReview())], {
      frameworks,
      frameworkIn: () => secondVersion,
      reader: bo,
    });
    expect(JSON.stringify(made)).not.toContain('Vacancies');
  });

  it('has a table of its own for another model, the latest first', () => {
    const other: Framework = Framework.parse({ ...smallFramework, code: 'other', name: 'Another model' });
    const review: Review = { ...signedOffReview(), framework: { code: other.code, version: 1 } };
    const made = tables([signedOffReview({ period: summerBefore }), review], {
      frameworks: [smallFramework, other],
      frameworkIn: (year) => (year === thisYear ? other : smallFramework),
    });
    expect(made.map(({ frameworkName }) => frameworkName)).toEqual(['Another model', 'Small framework']);
    expect(made.map(columnsOf)).toEqual([['autumn 2026/27'], ['summer 2025/26']]);
  });
});

it('tells the latest periods only, where there are very many', () => {
  const many = Array.from({ length: periodsTold + 5 }, (_, i) => ({
    ...autumn,
    year: `${2000 + i}/${String((i + 1) % 100).padStart(2, '0')}` as typeof thisYear,
    startsOn: `${2000 + i}-09-01`,
    endsOn: `${2000 + i}-12-18`,
  }));
  const first = many[0] ?? autumn;
  const made = only(
    tables([signedOffReview({ period: first })], {
      periods: many,
      today: '2090-01-01',
      frameworkIn: () => smallFramework,
    }),
  );
  expect(made.columns).toHaveLength(periodsTold);
  expect(made.columns.at(-1)?.year).toBe(many.at(-1)?.year);
});
