import type { Tone } from '../../shared/schema/framework';

export type ThemeName = 'light' | 'dark' | 'contrast';

/** A tone of a level, or one of the two ways of having none. */
export type MarkTone = Tone | 'notJudged' | 'notApplicable';

export interface ToneColours {
  readonly background: string;
  readonly foreground: string;
  /** The outline of a mark that needs intervention, and of 'not judged'. */
  readonly outline: string;
}

const inContrast: ToneColours = { background: '#000000', foreground: '#ffffff', outline: '#ffffff' };

/**
 * Every pair is at least 4.5:1, and steady differs from good for every kind of colour vision: the tests compute both.
 * In high contrast the outline and the symbol carry the meaning.
 */
export const toneColours = {
  light: {
    critical: { background: '#f3a0a8', foreground: '#6b0010', outline: '#6b0010' },
    caution: { background: '#ffe2a0', foreground: '#543700', outline: '#8a5a00' },
    steady: { background: '#a9c8f5', foreground: '#0b3a75', outline: '#0b3a75' },
    good: { background: '#c9ead6', foreground: '#0a4a30', outline: '#0a4a30' },
    exceptional: { background: '#8fd4af', foreground: '#05331f', outline: '#05331f' },
    notJudged: { background: '#ffffff', foreground: '#616161', outline: '#8a8a8a' },
    notApplicable: { background: '#ffffff', foreground: '#616161', outline: '#ffffff' },
  },
  dark: {
    critical: { background: '#6b1720', foreground: '#ffd9dc', outline: '#ffc4c8' },
    caution: { background: '#594108', foreground: '#ffe3a6', outline: '#e0b04a' },
    steady: { background: '#1e4f94', foreground: '#d3e5ff', outline: '#8fbcff' },
    good: { background: '#12583b', foreground: '#bdf2d4', outline: '#6fd3a0' },
    exceptional: { background: '#0f7a50', foreground: '#dcffec', outline: '#9af0c4' },
    notJudged: { background: '#292929', foreground: '#b8b8b8', outline: '#8a8a8a' },
    notApplicable: { background: '#292929', foreground: '#b8b8b8', outline: '#292929' },
  },
  contrast: {
    critical: inContrast,
    caution: inContrast,
    steady: inContrast,
    good: inContrast,
    exceptional: inContrast,
    notJudged: inContrast,
    notApplicable: { ...inContrast, outline: '#000000' },
  },
} satisfies Record<ThemeName, Record<MarkTone, ToneColours>>;

const markTones = Object.keys(toneColours.light).filter((tone): tone is MarkTone => tone in toneColours.light);

type Part = 'Background' | 'Foreground' | 'Outline' | 'Edge';

const token = (tone: MarkTone, part: Part): string => `tone${tone.charAt(0).toUpperCase()}${tone.slice(1)}${part}`;

/** What surrounds an ordinary mark: nothing to see, except where its fill says nothing or it is empty. */
const edgeOf = (theme: ThemeName, tone: MarkTone): string => {
  const { background, outline } = toneColours[theme][tone];
  return theme === 'contrast' || tone === 'notJudged' ? outline : background;
};

const tokensOf = (theme: ThemeName, tone: MarkTone): [string, string][] => {
  const { background, foreground, outline } = toneColours[theme][tone];
  return [
    [token(tone, 'Background'), background],
    [token(tone, 'Foreground'), foreground],
    [token(tone, 'Outline'), outline],
    [token(tone, 'Edge'), edgeOf(theme, tone)],
  ];
};

/** The tones as additions to a Fluent theme, so that they reach dialogs and tooltips too. */
export const toneTokens = (theme: ThemeName): Record<string, string> => ({
  ...Object.fromEntries(markTones.flatMap((tone) => tokensOf(theme, tone))),
  toneStrongWidth: theme === 'contrast' ? '3px' : '2px',
});

export const toneColour = (tone: MarkTone, part: Part): string => `var(--${token(tone, part)})`;
export const strongWidth = 'var(--toneStrongWidth)';
