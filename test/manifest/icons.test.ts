import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPng } from './png';

const icon = (name: string) => readPng(readFileSync(path.resolve('manifest', name)));

describe('the icons of the app', () => {
  it('are of the exact sizes', () => {
    expect(icon('color.png')).toMatchObject({ width: 192, height: 192 });
    expect(icon('outline.png')).toMatchObject({ width: 32, height: 32 });
  });

  it('have a full colour one without a hole', () => {
    const { pixels } = icon('color.png');
    expect(pixels.every(([, , , alpha = 255]) => alpha === 255)).toBe(true);
    // The ground, the white tick and the tones of the cells.
    expect(new Set(pixels.map(String)).size).toBeGreaterThan(5);
    expect(pixels[0]).toEqual([0x3d, 0x3e, 0x8c]);
  });

  it('have an outline of white on transparent', () => {
    const { pixels } = icon('outline.png');
    const drawn = pixels.filter(([, , , alpha]) => alpha !== 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(pixels.length);
    // Where a pixel is half covered, the browser may round a channel by one.
    expect(drawn.filter(([red = 0, green = 0, blue = 0]) => Math.min(red, green, blue) < 253)).toEqual([]);
    expect(drawn.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(100);
  });
});
