import type { Capability, Session } from '../../../shared/schema/views';
import type { Person } from '../../../shared/schema/people';
import { destinationsOf, landingOf } from '../../../tabs/app/destinations';
import { autumn, periods, settings } from '../../support/builders/calendar';
import { judgedBy, smallFramework } from '../../support/builders/framework';
import { alder, callers } from '../../support/builders/people';

const sessionOf = (person: Person, may: Capability[], seesAlder: boolean): Session => ({
  person,
  trustName: settings.trustName,
  today: '2026-11-20',
  years: settings.years,
  currentYear: autumn.year,
  periods: [...periods],
  currentPeriod: autumn,
  matrixPeriod: autumn,
  framework: smallFramework,
  may,
  academies: seesAlder ? [{ urn: alder.urn, name: alder.name, phase: alder.phase }] : [],
});

const sections = (session: Session): string[] => destinationsOf(session).map(({ section }) => section);

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
    expect(destinationsOf({ ...ceo, framework }).map(({ label }) => label)).toEqual([
      'My work',
      'Matrix',
      'Risk assessments',
      'Tiers',
    ]);
  });
  it('that judges nothing has no matrix and no records', () => {
    const { currentPeriod: _c, matrixPeriod: _m, ...session } = ceo;
    const none = { ...session, periods: [] };
    expect(sections(none)).toEqual(['work', 'categories']);
    expect(landingOf(none, { page: 'matrix', place: 'tab' })).toBe('/categories');
  });
});

describe('where the tab begins', () => {
  const board = sessionOf(callers.boardMember, ['seeMatrix'], false);
  it('is one’s own work in personal scope', () =>
    expect(landingOf(board, { page: 'work', place: 'tab' })).toBe('/work'));
  it('is the matrix in a chat or meeting', () => {
    expect(landingOf(board, { page: 'matrix', place: 'tab' })).toBe('/matrix/2026-27/autumn');
    expect(landingOf(board, { page: 'matrix', place: 'sidePanel' })).toBe('/matrix/2026-27/autumn');
  });
  it('is one’s own work there for who may not see the matrix', () =>
    expect(landingOf(sessionOf(callers.headTeacher, [], true), { page: 'matrix', place: 'tab' })).toBe('/work'));
});
