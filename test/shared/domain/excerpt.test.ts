import fc from 'fast-check';
import { excerptsOf } from '../../../shared/domain/excerpt';

describe('two long texts', () => {
  it('are shown around the place where they part', () => {
    const [head, tail] = ['a'.repeat(500), 'z'.repeat(500)];
    const { written, found } = excerptsOf(`${head}one${tail}`, `${head}two${tail}`);
    expect(written).toBe(`…${'a'.repeat(40)}one${'z'.repeat(117)}…`);
    expect(found).toBe(`…${'a'.repeat(40)}two${'z'.repeat(117)}…`);
  });

  it('of which one is the beginning of the other, too', () => {
    const { written, found } = excerptsOf('a'.repeat(300), `${'a'.repeat(300)}b`);
    expect([written, found]).toEqual([`…${'a'.repeat(40)}`, `…${'a'.repeat(40)}b`]);
  });
});

it('short texts stay whole', () => {
  expect(excerptsOf('Amber', 'Green')).toEqual({ written: 'Amber', found: 'Green' });
  expect(excerptsOf('', 'Green')).toEqual({ written: '', found: 'Green' });
});

it('what differs is seen to differ, and nothing grows long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), fc.string({ maxLength: 900 }), (a, b) => {
      const { written, found } = excerptsOf(a, b);
      expect(written === found).toBe(a === b);
      expect(Math.max(written.length, found.length)).toBeLessThanOrEqual(162);
    }),
  );
});
