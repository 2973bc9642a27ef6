import {
  academyPath,
  areaPath,
  cellPath,
  handEditFromPath,
  handEditPath,
  modelFromPath,
  modelPath,
  pathFromSubPage,
  periodFromPath,
  supportPath,
} from '../../../tabs/app/subPage';
import { autumn } from '../../support/builders/calendar';
import { toSecond } from '../../support/builders/models';
import { urn } from '../../support/builders/ids';

describe('sub-pages of deep links', () => {
  it.each([
    'work',
    'matrix/2026-27/autumn',
    'matrix/2026-27/autumn/100001/attendance',
    'stage/2026-27/autumn',
    'reviews/2026-27/spring',
    'reviews/2026-27/autumn/100001',
    'reviews/2026-27/autumn/100001/attendance',
    'categories',
    'categories/c0000000-0000-4000-8000-000000000001',
    'categories/propose/100001',
    'academies/100001',
    'academies/100001/support/2026-27',
    'administration',
    'administration/academies',
    'administration/academies/new',
    'administration/academies/100001',
    'administration/people',
    'administration/people/new',
    'administration/people/00000000-0000-4000-8000-000000000001',
    'administration/calendar',
    'administration/calendar/2027-28',
    'administration/opening',
    'administration/opening/2026-27/autumn',
    'administration/models',
    'administration/messages',
    'administration/hand-edits',
    'administration/models/2026-27/small/2',
    'administration/hand-edits/categoryChanges/17',
  ])('%s is a place of the tab', (subPage) => {
    expect(pathFromSubPage(subPage)).toBe(`/${subPage}`);
  });

  it.each([
    undefined,
    '',
    'nowhere',
    'matrix/2026-28/autumn',
    'matrix/2026-27/winter',
    'stage/2026-27',
    'matrix/2026-27/autumn/100001',
    'reviews/2026-27/autumn/1',
    'reviews/2026-27/autumn/100001/../../session',
    'https://evil.example/',
    '//evil.example/work',
    'javascript:alert(1)',
    'work?x=1',
    'categories/propose',
    'academies',
    'academies/100001/support',
    'academies/1/support/2026-27',
    'academies/100001/support/2026-28',
    'administration/academies/1',
    'administration/people/somebody',
    'administration/calendar/2027-29',
    'administration/opening/2026-27',
    'administration/models/2026-27/small/0',
    'administration/models/2026-27/Small/1',
    'administration/models/latest/small/1',
    'administration/hand-edits/Reviews/17',
    'administration/hand-edits/reviews/0',
    'administration/hand-edits/reviews/one',
  ])('%s is none', (subPage) => {
    expect(pathFromSubPage(subPage)).toBeUndefined();
  });

  it('reads the term of an address', () => {
    expect(periodFromPath('2026-27', 'autumn')).toEqual(autumn);
    expect(periodFromPath('2026-27', undefined)).toBeUndefined();
    expect(periodFromPath(undefined, 'autumn')).toBeUndefined();
  });

  it('reads the version that an address names', () => {
    expect(modelFromPath('2026-27', 'small', '2')).toEqual(toSecond);
    expect(modelFromPath('2026-27', 'small', 'two')).toBeUndefined();
    expect(modelFromPath('2026-28', 'small', '2')).toBeUndefined();
    expect(modelFromPath(undefined, undefined, undefined)).toBeUndefined();
  });

  it('reads the item that an address names', () => {
    expect(handEditFromPath('reviews', '17')).toEqual({ list: 'reviews', item: '17' });
    expect(handEditFromPath('reviews', '0x1')).toBeUndefined();
    expect(handEditFromPath(undefined, undefined)).toBeUndefined();
  });

  it('makes addresses that it can read', () => {
    expect(pathFromSubPage(handEditPath({ list: 'people', item: '3' }))).toBe('/administration/hand-edits/people/3');
    expect(pathFromSubPage(academyPath(urn.alder))).toBe('/academies/100001');
    expect(pathFromSubPage(modelPath(toSecond.year, toSecond.framework))).toBe(
      '/administration/models/2026-27/small/2',
    );
    expect(pathFromSubPage(cellPath(autumn, '100001', 'attendance'))).toBe('/matrix/2026-27/autumn/100001/attendance');
    expect(pathFromSubPage(areaPath(autumn, '100001', 'attendance'))).toBe('/reviews/2026-27/autumn/100001/attendance');
    expect(pathFromSubPage(supportPath(urn.alder, autumn.year))).toBe('/academies/100001/support/2026-27');
  });
});
