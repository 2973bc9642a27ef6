import type { Capability, Session } from '../../../shared/schema/views';
import type { Person } from '../../../shared/schema/people';
import { destinationsOf, isShared, landingOf } from '../../../tabs/app/destinations';
import { autumn, periods, settings } from '../../support/builders/calendar';
import { judgedBy, smallFramework } from '../../support/builders/framework';
import { alder, callers } from '../../support/builders/people';

const spring = { year: autumn.year, period: 'spring' } as const;

const sessionOf = (person: Person, may: Capability[], seesAlder: boolean): Session => ({
  person,
  trustName: settings.trustName,
  today: '2026-11-20',
  years: settings.years,
  currentYear: autumn.year,
  periods: [...periods],
  currentPeriod: autumn,
  matrixPeriod: spring,
  meetingPeriod: autumn,
  framework: smallFramework,
  may,
  academies: seesAlder ? [{ urn: alder.urn, name: alder.name, phase: alder.phase }] : [],
});

const alone = { page: 'work', place: 'tab' } as const;
const sections = (session: Session): string[] => destinationsOf(session, alone).map(({ section }) => section);

describe('the tabs that a person is shown', () => {
  it.each<[string, Session, string[]]>([
    ['CEO', sessionOf(callers.ceo, ['seeMatrix'], true), ['work', 'matrix', 'reviews', 'categories']],
    ['head teacher', sessionOf(callers.headTeacher, [], true), ['work', 'reviews', 'categories']],
    ['function lead', sessionOf(callers.functionLead, ['seeMatrix'], true), ['work', 'matrix', 'reviews']],
    ['board member', sessionOf(callers.boardMember, ['seeMatrix'], false), ['work', 'matrix', 'categories']],
    ['administrator', sessionOf(callers.administrator, ['administer'], false), ['work', 'administration']],
    ['nobody', sessionOf(callers.noRole, [], false), ['work']],
  ])('%s', (_, session, expected) => {
    expect(sections(session)).toEqual(expected);
  });
});

describe('a trust with another model', () => {
  const ceo = sessionOf(callers.ceo, ['seeMatrix'], true);
  it('is shown its records and categories by its own words', () => {
    const framework = { ...judgedBy({ record: 'risk assessment' }), categoryWord: 'tier' as const };
    expect(destinationsOf({ ...ceo, framework }, alone).map(({ label }) => label)).toEqual([
      'My work',
      'Matrix',
      'Risk assessments',
      'Tiers',
    ]);
  });
  it('that judges nothing has no matrix and no records', () => {
    const { currentPeriod: _c, matrixPeriod: _m, meetingPeriod: _n, ...session } = ceo;
    const none = { ...session, periods: [] };
    expect(sections(none)).toEqual(['work', 'categories']);
    expect(landingOf(none, { page: 'matrix', place: 'tab' })).toBe('/categories');
  });
});

describe('where the tab begins', () => {
  const board = sessionOf(callers.boardMember, ['seeMatrix'], false);
  const head = sessionOf(callers.headTeacher, [], true);
  const company = [
    { page: 'matrix', place: 'tab' },
    { page: 'matrix', place: 'sidePanel' },
    { page: 'work', place: 'meetingStage' },
  ] as const;
  it('is one’s own work in personal scope', () => {
    expect(landingOf(board, alone)).toBe('/work');
    expect(isShared(alone)).toBe(false);
  });
  it.each(company)('is the matrix of the meeting for everybody in %p', (where) => {
    for (const session of [board, head]) expect(landingOf(session, where)).toBe('/matrix/2026-27/autumn');
    expect(isShared(where)).toBe(true);
  });
  it('keeps to that period in the tabs above, while one’s own tab opens the latest that one may see', () => {
    const matrix = (where: (typeof company)[number] | typeof alone) =>
      destinationsOf(board, where).find(({ section }) => section === 'matrix')?.path;
    expect(matrix(company[1])).toBe('/matrix/2026-27/autumn');
    expect(matrix(alone)).toBe('/matrix/2026-27/spring');
  });
  it('is one’s own work for who sees no categories of a trust that judges nothing', () => {
    const { meetingPeriod: _m, ...session } = sessionOf(callers.administrator, ['administer'], false);
    expect(landingOf(session, company[0])).toBe('/work');
  });
});
