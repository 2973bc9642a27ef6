import { gridHeight } from '../../../../tabs/features/assess/gridHeight';

/** All of it, where it fits or nearly fits; otherwise what the window has left. */
it.each([
  ['fits', 500, 600, undefined],
  ['is a row too high: the page scrolls by it', 640, 600, undefined],
  ['is just short of too high', 720, 600, undefined],
  ['is too high', 721, 600, 600],
  ['has hardly any room', 900, 100, 460],
  ['is small in hardly any room', 460, 0, undefined],
])('a grid that %s', (_, natural, room, height) => expect(gridHeight(natural, room)).toBe(height));
