import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BadFramework, examineFramework, readFramework } from '../../../functions/administration/frameworkFile';
import { soundDocument } from '../../support/builders/frameworkDocument';

const folder = mkdtempSync(path.join(tmpdir(), 'framework-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string | Uint8Array): string => {
  const name = path.join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(name, content);
  return name;
};
const sound = JSON.stringify(soundDocument(), null, 2);
const told = (name: string) => examineFramework(name).mistakes.map(({ place, message }) => `${place}: ${message}`);

describe('a framework file in order', () => {
  it.each([
    ['as it is', sound],
    ['with a byte order mark', `\uFEFF${sound}`],
    ['with Windows line ends', sound.replaceAll('\n', '\r\n')],
    ['with a schema for the editor', sound.replace('{', '{ "$schema": "./framework.schema.json",')],
  ])('is read %s', (_, content) => {
    const name = file(content);
    expect(examineFramework(name)).toMatchObject({ framework: { code: 'small' }, mistakes: [] });
    expect(readFramework(name)).not.toHaveProperty('$schema');
  });
});

describe('a file that cannot be used', () => {
  const missing = path.join(folder, 'missing.json');
  const folderName = path.join(folder, 'inner');
  mkdirSync(folderName);

  it.each([
    ['is not there', missing, `${missing}: There is no such file; check the name and the folder.`],
    ['is a folder', folderName, `${folderName}: This is a folder; name the JSON file in it.`],
  ])('%s', (_, name, words) => expect(told(name)).toEqual([words]));

  it.each([
    ['is huge', ' '.repeat(2_000_001), /This file has 2\.0 MB and is no framework/],
    ['is empty', '', /^line 1, column 1: The file is empty/],
    ['is saved as UTF-16', Buffer.from(`\uFEFF${sound}`, 'utf16le'), /not saved as UTF-8; save it again/],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /not saved as UTF-8/],
    ['is no JSON', sound.replace('"version": 1,', '"version": 1'), /^line 4, column 3: A comma \(','\) is missing/],
    [
      'says a key twice',
      sound.replace('"version": 1,', '"version": 1, "version": 2,'),
      /^line 3, column 17: The key 'version' is already given in line 3/,
    ],
    ['is no framework', '[]', /^The whole file: A framework’s file holds one part in braces/],
  ])('%s', (_, content, words) => {
    const mistakes = told(file(content));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(words);
  });

  it('is told with every mistake, each with its place by path and by name', () => {
    const document = soundDocument();
    const areas = document.areas.map((area) => ({ ...area, group: 'nowhere' }));
    const name = file(JSON.stringify({ ...document, areas, versoin: 2 }));
    expect(told(name).map((words) => words.split(': ')[0])).toEqual([
      'versoin',
      'groups.0 (Money)',
      'groups.1 (School)',
      'areas.0.group (Payroll)',
      'areas.1.group (Attendance)',
    ]);
    expect(() => readFramework(name)).toThrow(BadFramework);
    expect(() => readFramework(name)).toThrow(/This framework cannot be used:\n {2}- versoin: The key 'versoin'/);
  });
});
