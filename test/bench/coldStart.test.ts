import { coldStartTable, middle } from './coldStartFigures';

describe('the figures of a cold start', () => {
  it('are those in the middle', () => expect(middle([9, 1, 5])).toBe(5));

  it('are compared by ratios, each figure by itself', () => {
    const bundled = [1000, 900, 5000].map((wall) => ({ wall, processor: 400 }));
    const unbundled = [2000, 2500, 100].map((wall) => ({ wall, processor: wall / 5 }));
    const lines = coldStartTable(bundled, { Unbundled: unbundled }).split('\n');
    expect(lines[1]?.split(/ +/)).toEqual(['Bundled', '1000', 'ms', '400', 'ms']);
    expect(lines[3]).toBe("Unbundled takes 2.00 times as long, and 1.00 times the processor's time.");
  });
});
