import type { MarkTone } from '../../../shared/domain/marks';
import { contrastTones } from '../../../tabs/components/contrastTones';
import { darkTones } from '../../../tabs/components/darkTones';
import { lightTones, toneTokens, type ThemeName, type Tones } from '../../../tabs/components/tones';
import { contrast, distance, everyVision } from './colourVision';

const toneColours = { light: lightTones, dark: darkTones, contrast: contrastTones } satisfies Record<ThemeName, Tones>;
const themes = Object.keys(toneColours) as ThemeName[];
const tones = Object.keys(toneColours.light) as MarkTone[];
const everyPair = themes.flatMap((theme) => tones.map((tone): [ThemeName, MarkTone] => [theme, tone]));
/** What marks stand on: Fluent's background of cards in each theme. */
const surface = { light: '#ffffff', dark: '#292929', contrast: '#000000' } satisfies Record<ThemeName, string>;

describe('the measure itself', () => {
  it('knows the extremes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
  it('sees red and green fall together without red or green cones', () => {
    expect(distance('#b04040', '#5f7a2e', 'normal')).toBeGreaterThan(50);
    expect(distance('#b04040', '#5f7a2e', 'deuteranopia')).toBeLessThan(25);
  });
});

describe('tones', () => {
  it.each(everyPair)('%s %s: symbol and fill are at least 4.5:1', (theme, tone) => {
    const { foreground, background } = toneColours[theme][tone];
    expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(themes)('%s: the outline of what needs intervention stands out from the card by 3:1', (theme) => {
    expect(contrast(toneColours[theme].critical.outline, surface[theme])).toBeGreaterThanOrEqual(3);
  });

  it.each(themes)('%s: the dashed outline of what is not judged is at least 3:1', (theme) => {
    expect(contrast(toneColours[theme].notJudged.outline, surface[theme])).toBeGreaterThanOrEqual(3);
  });

  it.each(['light', 'dark'] as const)('%s: steady and good differ for every kind of colour vision', (theme) => {
    const { steady, good } = toneColours[theme];
    for (const vision of everyVision)
      expect(distance(steady.background, good.background, vision)).toBeGreaterThanOrEqual(12);
  });

  it.each(['light', 'dark'] as const)('%s: critical differs from good for every kind of colour vision', (theme) => {
    const { critical, good } = toneColours[theme];
    for (const vision of everyVision)
      expect(distance(critical.background, good.background, vision)).toBeGreaterThanOrEqual(12);
  });

  it('gives every tone in high contrast an outline of its own, but what does not apply', () => {
    const edges = tones.map((tone) => {
      const name = `tone${tone.charAt(0).toUpperCase()}${tone.slice(1)}Edge`;
      return [tone, toneTokens(contrastTones, true)[name] !== toneColours.contrast[tone].background];
    });
    expect(Object.fromEntries(edges)).toEqual({
      critical: true,
      caution: true,
      steady: true,
      good: true,
      exceptional: true,
      notJudged: true,
      notApplicable: false,
    });
  });

  it('names the same tokens in every theme', () => {
    const names = themes.map((theme) => Object.keys(toneTokens(toneColours[theme], theme === 'contrast')));
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
  });
});
