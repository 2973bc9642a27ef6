import type { MarkTone } from './marks';

export interface ToneColours {
  readonly background: string;
  readonly foreground: string;
  /** The outline of a mark that needs intervention, and of 'not judged'. */
  readonly outline: string;
}

/**
 * The tones on a white ground: the light theme, and everything that is printed or exported. Every pair is at least
 * 4.5:1, and steady differs from good for every kind of colour vision: the tests compute both.
 */
export const paperTones = {
  critical: { background: '#f3a0a8', foreground: '#6b0010', outline: '#6b0010' },
  caution: { background: '#ffe2a0', foreground: '#543700', outline: '#8a5a00' },
  steady: { background: '#a9c8f5', foreground: '#0b3a75', outline: '#0b3a75' },
  good: { background: '#c9ead6', foreground: '#0a4a30', outline: '#0a4a30' },
  exceptional: { background: '#8fd4af', foreground: '#05331f', outline: '#05331f' },
  notJudged: { background: '#ffffff', foreground: '#616161', outline: '#8a8a8a' },
  notApplicable: { background: '#ffffff', foreground: '#616161', outline: '#ffffff' },
} as const satisfies Record<MarkTone, ToneColours>;
