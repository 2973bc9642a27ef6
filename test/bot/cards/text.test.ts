import { clip, escapeMarkdown, literal } from '../../../bot/cards/text';

describe('clip', () => {
  test('leaves a text that fits as it is', () => {
    expect(clip('Alder Academy', 13)).toBe('Alder Academy');
    expect(clip('', 5)).toBe('');
  });

  test('cuts at the end of a word and shows it', () => {
    expect(clip('Attendance fell after the September intake', 25)).toBe('Attendance fell after…');
  });

  test('cuts inside a word only where the text is one long word', () => {
    expect(clip('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  test('never cuts a character in half', () => {
    const cut = clip('😀'.repeat(40), 20);
    expect(cut).toMatch(/^(😀)+…$/u);
  });

  test('takes fewer of heavy characters', () => {
    const bytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
    for (const heavy of ['校', '"', '\n', '😀', '{'])
      expect(bytes(clip(heavy.repeat(900), 100))).toBeLessThanOrEqual(160);
  });
});

describe('escapeMarkdown', () => {
  test.each([
    ['**bold** and _slanted_', '\\*\\*bold\\*\\* and \\_slanted\\_'],
    ['[click](https://e.example)', '\\[click\\]\u200b(https://e.example)'],
    ['- a list', '\\- a list'],
    ['  + a list', '  \\+ a list'],
    ['1. a list', '1\\. a list'],
    ['12) a list', '12\\) a list'],
    ['# a heading', '\\# a heading'],
    ['> a quote', '\\> a quote'],
    ['`code` ~~gone~~', '\\`code\\` \\~\\~gone\\~\\~'],
    ['<b>html</b>', '\\<b\\>html\\</b\\>'],
    ['&lt; is an entity', '\\&lt; is an entity'],
    ['back\\slash', 'back\\\\slash'],
    ['second line\n- a list', 'second line\n\\- a list'],
  ])('%j is shown as written', (written, escaped) => {
    expect(escapeMarkdown(written)).toBe(escaped);
  });

  test.each(['St. Elmo’s (Infant) Academy', 'Attendance & Behaviour', 'Term 2026-27 – part 1.', 'A#1, B+2 and C-3'])(
    '%j needs nothing',
    (name) => {
      expect(escapeMarkdown(name)).toBe(name);
    },
  );
});

test('literal takes the functions of the card language apart', () => {
  expect(literal('{{DATE(2026-11-22T09:40:00Z)}} {{{{')).not.toContain('{{');
  expect(literal('{one} {two}')).toBe('{one} {two}');
});
