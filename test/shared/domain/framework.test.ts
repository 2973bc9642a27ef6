import {
  areasByGroup,
  findArea,
  findCategory,
  findGroup,
  levelOf,
  notApplicableTo,
  sameFramework,
  scaleOf,
} from '../../../shared/domain/framework';
import { keyOfChange, keyOfReview, openForOf } from '../../../shared/domain/keys';
import { AreaCode } from '../../../shared/schema/ids';
import { autumn } from '../../support/builders/calendar';
import { changeAt, type ChangePlace } from '../../support/builders/changes';
import { reordered, smallFramework } from '../../support/builders/framework';
import { area, category, changeId, group, level, urn } from '../../support/builders/ids';
import { alder, birch, cedar } from '../../support/builders/people';

const found = (code: AreaCode) => {
  const each = findArea(smallFramework, code);
  if (!each) throw new Error(`There is no area ${code}.`);
  return each;
};

describe('finding in a framework', () => {
  it('finds by code, and nothing where there is none', () => {
    expect(found(area.attendance).name).toBe('Attendance');
    expect(findArea(smallFramework, AreaCode.parse('nowhere'))).toBeUndefined();
    expect(findGroup(smallFramework, group.staffing)?.staffMatters).toBe(true);
    expect(findCategory(smallFramework, category.repair)?.order).toBe(2);
  });

  it('reads a level on the area’s own scale only', () => {
    expect(levelOf(smallFramework, found(area.earlyYears), level.strong)?.order).toBe(4);
    expect(levelOf(smallFramework, found(area.attendance), level.strong)).toBeUndefined();
    expect(levelOf(smallFramework, found(area.attendance), undefined)).toBeUndefined();
    expect(scaleOf(smallFramework, found(area.earlyYears))?.code).toBe('five');
  });

  it('tells two versions of one framework apart', () => {
    const { code, version } = smallFramework;
    expect(sameFramework(smallFramework, { code, version })).toBe(true);
    expect(sameFramework(smallFramework, { code, version: 2 })).toBe(false);
  });

  it('reads the areas by function, every one once, whatever their order', () => {
    expect(areasByGroup(smallFramework).map((each) => [each.group.code, each.areas.length])).toEqual([
      [group.staffing, 2],
      [group.school, 3],
    ]);
    const turned = areasByGroup(reordered(smallFramework)).flatMap((each) => each.areas.map(({ code }) => code));
    expect(turned.sort()).toEqual(Object.values(area).sort());
  });
});

describe('what does not apply', () => {
  it.each([
    ['to a primary', alder, []],
    ['to a secondary, by its phase', birch, [area.earlyYears]],
    ['to one academy, by the trust’s word', cedar, [area.retention]],
    [
      'by both, each once',
      { ...birch, notApplicable: [area.earlyYears, area.retention] },
      [area.retention, area.earlyYears],
    ],
  ])('%s', (_, academy, expected) => expect(notApplicableTo(smallFramework, academy)).toEqual(expected));
});

describe('the keys of the lists', () => {
  it('of a review and a change', () => {
    expect(keyOfReview({ urn: urn.alder, ...autumn })).toBe('100001|2026/27|autumn');
    expect(keyOfChange({ id: changeId(1) })).toBe(changeId(1));
  });

  /** `design.md`, 'Data': SharePoint itself refuses a second open change. */
  it.each(Object.keys(changeAt) as ChangePlace[])(
    'a change that is %s is open for its academy or for itself alone',
    (place) => {
      const change = changeAt[place]();
      const open = ['atDiscuss', 'atApprove', 'atConfirm', 'returned'].includes(place);
      expect(openForOf(change)).toBe(open ? urn.alder : change.id);
    },
  );
});
