import fc from 'fast-check';
import { fileNameOf } from '../../../../shared/domain/exports/taking';

describe('the name of a file', () => {
  it.each([
    [['Review', 'St Mary’s Academy', 'Autumn term 2026/27'], 'Review St Mary’s Academy Autumn term 2026-27'],
    [['..\\..\\x', 'a:b*c?"<>|'], 'x abc'],
    [['Ysgol Tŷ Gŵyl'], 'Ysgol Tŷ Gŵyl'],
    [['one\r\ntwo\u0000'], 'onetwo'],
    [['...'], 'Export'],
  ])('%j', (parts, name) => expect(fileNameOf(...parts)).toBe(name));

  it('is safe, whatever the parts say', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), (parts) => {
        const name = fileNameOf(...parts);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]{1,100}$/u);
        expect(name).not.toMatch(/^[ .]|[ .]$/);
      }),
    );
  });
});
