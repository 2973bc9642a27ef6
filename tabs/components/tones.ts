import type { MarkTone } from '../../shared/domain/marks';
import { paperTones, type ToneColours } from '../../shared/domain/paperTones';

export type ThemeName = 'light' | 'dark' | 'contrast';

/**
 * The tones of one theme. Every pair is at least 4.5:1, and steady differs from good for every kind of colour vision:
 * the tests compute both. In high contrast the outline and the symbol carry the meaning.
 */
export type Tones = Readonly<Record<MarkTone, ToneColours>>;

export const lightTones: Tones = paperTones;

/** What surrounds an ordinary mark: nothing to see, except where its fill says nothing or it is empty. */
const edgeOf = (tone: string, { background, outline }: ToneColours, outlined: boolean): string =>
  outlined || tone === 'notJudged' ? outline : background;

const tokensOf = (tone: string, colours: ToneColours, outlined: boolean): [string, string][] => {
  const name = `tone${tone.charAt(0).toUpperCase()}${tone.slice(1)}`;
  return [
    [`${name}Background`, colours.background],
    [`${name}Foreground`, colours.foreground],
    [`${name}Outline`, colours.outline],
    [`${name}Edge`, edgeOf(tone, colours, outlined)],
  ];
};

/** The tones as additions to a Fluent theme, so that they reach dialogs and tooltips too; `outlined` in high contrast. */
export const toneTokens = (tones: Tones, outlined = false): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tones).flatMap(([tone, colours]) => tokensOf(tone, colours, outlined))),
  toneStrongWidth: outlined ? '3px' : '2px',
});
