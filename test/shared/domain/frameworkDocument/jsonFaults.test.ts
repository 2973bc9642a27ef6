import fc from 'fast-check';
import { jsonFaults } from '../../../../shared/domain/frameworkDocument/jsonFaults';

const told = (text: string) => jsonFaults(text).map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('where a text is no JSON', () => {
  it.each([
    ['nothing', '', '1:1 The file is empty'],
    ['an end too early', '{\n  "a": 1', "2:9 The file ends, yet the '{' of line 1 is not closed"],
    ['a comma too many', '{\n  "a": 1,\n}', "3:1 A comma stands before this '}'"],
    ['a comma too many in a list', '[1,\n]', "2:1 A comma stands before this ']'"],
    ['a comma missing', '{\n  "a": 1\n  "b": 2\n}', "3:3 A comma (',') is missing before this."],
    ['a colon missing', '{"a" 1}', "1:6 A colon (':') is missing"],
    ['a value missing', '{"a": }', "1:7 A value is missing before this '}'."],
    ['a key missing', '{"a": 1, 2}', "1:10 A key in double quotation marks is missing before this '2'."],
    ['the wrong bracket', '{\n"a": [1}', "2:8 This '}' does not close the '[' of line 2"],
    ['single quotation marks', "{'a': 1}", "1:2 The sign ''' does not belong here"],
    ['typographic quotation marks', '{“a”: 1}', "1:2 The sign '“' does not belong here"],
    ['a comment', '// mine\n{}', '1:1 A comment'],
    ['a text that is not closed', '{"a": "b\n}', '1:7 This text is not closed on its line'],
    ['a bare word', '{"a": yes}', "1:7 'yes' does not belong here"],
    ['a number with a leading zero', '[01]', "1:2 '01' does not belong here"],
    ['more than one part', '{}\n{}', "2:1 The file has ended before this '{'"],
  ])('%s', (_, text, words) => {
    const faults = told(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });

  it('tells every key that a part has twice, with the first fault', () =>
    expect(told('{"a": 1,\n"a": 2, "b": {"a": 1, "a": 3}} x').map((fault) => fault.slice(0, 30).trim())).toEqual([
      "2:1 The key 'a' is already giv",
      "2:23 The key 'a' is already gi",
      "2:32 'x' does not belong here;",
    ]));
});

describe('held against JSON.parse', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const broken = (text: string) => jsonFaults(text).filter(({ message }) => !message.includes('already given'));

  it('finds a fault in every text that is no JSON, and in no other', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"a"',
        '"b"',
        '1',
        '-0.5e3',
        'true',
        'null',
        ' ',
        '\n',
        '"',
        '\\',
        'x',
        '01',
        '1.',
        '-',
      ],
    );
    const pieces = fc.array(piece, { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(pieces, (text) => {
        expect(broken(text).length === 0).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds none in JSON, however it is written', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, space) => {
        expect(broken(JSON.stringify(value, null, space))).toEqual([]);
      }),
    ));

  it('reads on however deep it is nested', () => expect(jsonFaults('['.repeat(100_000))).toHaveLength(1));
});
