import { standingWindows, supportLine, withStandings, type DatedLine } from '../../../shared/domain/supportLines';
import { area, category, group, thisYear } from '../../support/builders/ids';
import { smallFramework } from '../../support/builders/framework';
import { entitlement, schoolYear } from '../../support/builders/support';

const window = (from: string, by: string) => ({ label: from, from, by });
const autumn = window('2026-09-02', '2026-12-18');
const spring = window('2027-01-04', '2027-03-25');
const summer = window('2027-04-12', '2027-07-21');
const all = [autumn, spring, summer];
const standings = (today: string) => standingWindows(all, today).map(({ standing }) => standing);

describe('how windows stand on a day', () => {
  it.each([
    ['before the first', '2026-09-01', ['next', 'later', 'later']],
    ['on the first day of one', '2026-09-02', ['now', 'later', 'later']],
    ['on the last day of one', '2026-12-18', ['now', 'later', 'later']],
    ['between two', '2026-12-19', ['past', 'next', 'later']],
    ['after the last', '2027-07-22', ['past', 'past', 'past']],
  ])('%s', (_, today, expected) => expect(standings(today)).toEqual(expected));
  it('is nothing where nothing is planned', () => expect(standingWindows([], '2026-10-01')).toEqual([]));
});

describe('one item of support', () => {
  const visit = entitlement({
    cadence: { times: 1, per: 'year' },
    minutes: 30,
    ledBy: 'The CEO',
    when: [
      { weakAreas: ['attendance'], cadence: { times: 1, per: 'term' }, days: { amount: 2, per: 'term' } },
      { weakGroups: ['staffing'], days: { amount: 1, per: 'year' } },
    ],
  });
  const span = { year: schoolYear, since: '2027-01-10' };

  it('is as usual where nothing is weak', () =>
    expect(supportLine(smallFramework, visit, { areas: [], groups: [] }, span)).toEqual({
      code: 'visit',
      strand: 'School improvement',
      kind: 'core',
      text: 'A visit',
      ledBy: 'The CEO',
      minutes: 30,
      cadence: 'once a year',
      because: [],
      planned: [{ label: '2026/27', from: '2027-01-11', by: '2027-07-21' }],
      allowances: [],
    }));
  it('names the weak area for which other figures are in force', () =>
    expect(
      supportLine(
        smallFramework,
        visit,
        { areas: [area.attendance, area.safeguarding, area.vacancies], groups: [group.school, group.staffing] },
        span,
      ),
    ).toMatchObject({
      cadence: 'once a term, 2 days a term',
      because: ['Attendance'],
      planned: [{ label: 'Spring term' }, { label: 'Summer term' }],
      allowances: [{ label: 'Spring term', words: '2 days' }, { label: 'Summer term' }],
    }));
  it('names the weak areas of a group', () =>
    expect(
      supportLine(smallFramework, visit, { areas: [area.retention, area.vacancies], groups: [group.staffing] }, span)
        .because,
    ).toEqual(['Vacancies', 'Retention']));
  it('plans nothing that is given when asked for', () =>
    expect(
      supportLine(smallFramework, { ...visit, onRequest: true, when: [] }, { areas: [], groups: [] }, span),
    ).toMatchObject({ cadence: 'when asked for', planned: [] }));
});

describe('the windows of a year in two categories', () => {
  const line = (code: string, planned: DatedLine['planned']): DatedLine => ({
    code: entitlement({ code }).code,
    strand: 'HR',
    kind: 'core',
    text: code,
    cadence: '',
    because: [],
    allowances: [],
    planned,
  });
  const stretch = (from: string, until: string, lines: DatedLine[]) => ({
    category: { code: category.repair, name: 'Repair', tone: 'caution' as const, symbol: '◆' },
    since: from,
    from,
    until,
    lines,
  });
  const year = [
    stretch('2026-09-01', '2027-01-03', [line('visit', [autumn]), line('audit', [])]),
    stretch('2027-01-04', '2027-08-31', [line('visit', [spring, summer]), line('coach', [spring])]),
  ];
  const marks = (today: string, of = thisYear) =>
    withStandings(year, of, today).map(({ lines }) =>
      lines.map(({ planned }) => planned.map(({ standing }) => standing)),
    );

  it('have one next date for the same support', () => {
    expect(marks('2026-10-01')).toEqual([
      [['now'], []],
      [['later', 'later'], ['next']],
    ]);
    expect(marks('2026-12-20')).toEqual([
      [['past'], []],
      [['next', 'later'], ['next']],
    ]);
    expect(marks('2027-08-01')).toEqual([
      [['past'], []],
      [['past', 'past'], ['past']],
    ]);
  });
  it('have none before the year begins', () =>
    expect(marks('2026-08-31')).toEqual([
      [['later'], []],
      [['later', 'later'], ['later']],
    ]));
});
