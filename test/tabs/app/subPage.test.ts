import { areaPath, cellPath, pathFromSubPage, periodFromPath, supportPath } from '../../../tabs/app/subPage';
import { autumn } from '../../support/builders/calendar';
import { urn } from '../../support/builders/ids';

describe('sub-pages of deep links', () => {
  it.each([
    'work',
    'matrix/2026-27/autumn',
    'matrix/2026-27/autumn/100001/attendance',
    'reviews/2026-27/spring',
    'reviews/2026-27/autumn/100001',
    'reviews/2026-27/autumn/100001/attendance',
    'categories',
    'categories/c0000000-0000-4000-8000-000000000001',
    'categories/propose/100001',
    'academies/100001/support/2026-27',
    'administration',
  ])('%s is a place of the tab', (subPage) => {
    expect(pathFromSubPage(subPage)).toBe(`/${subPage}`);
  });

  it.each([
    undefined,
    '',
    'nowhere',
    'matrix/2026-28/autumn',
    'matrix/2026-27/winter',
    'matrix/2026-27/autumn/100001',
    'reviews/2026-27/autumn/1',
    'reviews/2026-27/autumn/100001/../../session',
    'https://evil.example/',
    '//evil.example/work',
    'javascript:alert(1)',
    'work?x=1',
    'categories/propose',
    'academies/100001/support',
    'academies/1/support/2026-27',
    'academies/100001/support/2026-28',
  ])('%s is none', (subPage) => {
    expect(pathFromSubPage(subPage)).toBeUndefined();
  });

  it('reads the term of an address', () => {
    expect(periodFromPath('2026-27', 'autumn')).toEqual(autumn);
    expect(periodFromPath('2026-27', undefined)).toBeUndefined();
    expect(periodFromPath(undefined, 'autumn')).toBeUndefined();
  });

  it('makes addresses that it can read', () => {
    expect(pathFromSubPage(cellPath(autumn, '100001', 'attendance'))).toBe('/matrix/2026-27/autumn/100001/attendance');
    expect(pathFromSubPage(areaPath(autumn, '100001', 'attendance'))).toBe('/reviews/2026-27/autumn/100001/attendance');
    expect(pathFromSubPage(supportPath(urn.alder, autumn.year))).toBe('/academies/100001/support/2026-27');
  });
});
