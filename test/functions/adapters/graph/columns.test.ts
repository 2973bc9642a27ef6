import { areaColumnName, areaColumnsOf, isAreaColumn } from '../../../../functions/adapters/graph/areaColumns';
import { oneLine } from '../../../../functions/adapters/graph/columns';
import { fixedColumns, lists } from '../../../../functions/adapters/graph/lists';
import { kinds } from '../../../../functions/adapters/aggregates';
import type { Framework } from '../../../../shared/schema/framework';
import { framework } from '../../../contract/documents';

const legal = /^[A-Za-z][A-Za-z0-9]{0,31}$/;
const builtIn = ['id', 'created', 'modified', 'author', 'editor', 'attachments', 'contenttype', 'edit', 'title'];

const areas = (...named: readonly { code: string; name: string }[]): Framework =>
  framework({ areas: named.map((area) => ({ ...area, group: 'education', scale: 'rag' })) });

describe('the names of columns', () => {
  it.each(kinds)('of %s are legal and nobody else’s, inside and as people see them', (kind) => {
    const names = fixedColumns(kind).map(({ name }) => name);
    expect(names.filter((name) => !legal.test(name) || builtIn.includes(name.toLowerCase()))).toEqual([]);
    const shown = fixedColumns(kind).map(({ displayName }) => displayName.toLowerCase());
    expect(new Set(shown).size).toBe(shown.length);
    expect(names.filter(isAreaColumn)).toEqual([]);
  });

  it.each(kinds)('of %s ask for at most twenty indexes', (kind) => {
    expect(lists[kind].columns.filter(({ indexed, unique }) => indexed ?? unique).length).toBeLessThanOrEqual(20);
  });

  it('of areas are legal for the longest code, and tell codes apart', () => {
    expect(areaColumnName(`a${'b'.repeat(27)}`)).toMatch(legal);
    expect(areaColumnName('hrAndPayroll')).toBe('AreaHrAndPayroll');
    expect(isAreaColumn('AreaHrAndPayroll')).toBe(true);
    expect(isAreaColumn('Areas')).toBe(false);
  });

  it('of areas carry the name of the area that they are a part of', () => {
    const whole = framework({
      areas: [
        { code: 'achievement', name: 'Achievement', group: 'education', scale: 'rag' },
        { code: 'maths', name: 'Mathematics', group: 'education', scale: 'rag', within: 'achievement' },
      ],
    });
    expect(areaColumnsOf([whole]).map(({ displayName }) => displayName)).toEqual([
      'Achievement',
      'Achievement: Mathematics',
    ]);
  });

  it('of areas that two models call alike carry their model’s name', () => {
    const one = areas({ code: 'attendance', name: 'Attendance' }, { code: 'finance', name: 'Finance' });
    const other = { ...areas({ code: 'pupilAttendance', name: 'attendance' }), name: 'Another model' };
    expect(areaColumnsOf([one, other]).map(({ displayName }) => displayName)).toEqual([
      'Attendance (Invented framework)',
      'Finance',
      'attendance (Another model)',
    ]);
  });

  it('of an area in two versions stand once, as the later one calls it', () => {
    const later = areas({ code: 'attendance', name: 'Attendance and punctuality' });
    expect(areaColumnsOf([areas({ code: 'attendance', name: 'Attendance' }), later])).toMatchObject([
      { name: 'AreaAttendance', displayName: 'Attendance and punctuality' },
    ]);
  });
});

describe('one line', () => {
  it('of 300 characters is cut to the 255 that a column holds, and says so', () => {
    expect(oneLine('a'.repeat(300))).toBe(`${'a'.repeat(254)}…`);
    expect(oneLine('a'.repeat(255))).toBe('a'.repeat(255));
  });

  it('is never cut within a character', () => {
    expect(oneLine(`${'a'.repeat(253)}😀${'b'.repeat(50)}`)).toBe(`${'a'.repeat(253)}…`);
  });

  it('has no line breaks', () => expect(oneLine(' one\n\ttwo ')).toBe('one two'));
});
