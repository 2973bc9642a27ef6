import type { TeamsTheme } from '../host/surface';

/** The text colours of Adaptive Cards on one background, as `[normal, subtle]`. */
export interface Inks {
  readonly background: string;
  readonly default: readonly [string, string];
  readonly accent: readonly [string, string];
  readonly good: readonly [string, string];
  readonly warning: readonly [string, string];
  readonly attention: readonly [string, string];
}

export const containerNames = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] as const;
export type ContainerName = (typeof containerNames)[number];
export type CardPalette = Readonly<Record<ContainerName, Inks>> & { readonly line: string };

const lightInks = {
  default: ['#242424', '#5c5c5c'],
  accent: ['#4547a0', '#4f52b2'],
  good: ['#0b5a0b', '#0e6a0e'],
  warning: ['#6b4a00', '#7a5500'],
  attention: ['#9c0d19', '#a80f1c'],
} as const;

/** On the tinted containers text is darker, so that every pair keeps 4.5:1. */
const lightTinted = {
  default: ['#1f1f1f', '#3a3a3a'],
  accent: ['#34367f', '#3a3c8c'],
  good: ['#08431f', '#0a4d24'],
  warning: ['#533900', '#5c4000'],
  attention: ['#7a0a14', '#850b16'],
} as const;

const darkInks = {
  default: ['#ffffff', '#c4c4c4'],
  accent: ['#b3b7fb', '#a5aaf9'],
  good: ['#8fe3ac', '#7fd89e'],
  warning: ['#ffd98a', '#f5cd78'],
  attention: ['#ffb5b9', '#ffa8ad'],
} as const;

const darkTinted = {
  default: ['#ffffff', '#e6e6e6'],
  accent: ['#d5d7fe', '#cccffd'],
  good: ['#c6f4d7', '#b5edca'],
  warning: ['#ffe9b8', '#ffe3a6'],
  attention: ['#ffd9db', '#ffcfd2'],
} as const;

/** High contrast has one background; only the hue of the text, the symbols and the words carry meaning. */
const contrastInks = {
  background: '#000000',
  default: ['#ffffff', '#ffffff'],
  accent: ['#1aebff', '#1aebff'],
  good: ['#3ff23f', '#3ff23f'],
  warning: ['#ffff01', '#ffff01'],
  attention: ['#ff8b8b', '#ff8b8b'],
} as const;

export const palettes: Readonly<Record<TeamsTheme, CardPalette>> = {
  default: {
    default: { background: '#ffffff', ...lightInks },
    emphasis: { background: '#f3f3f3', ...lightInks },
    good: { background: '#c9ead6', ...lightTinted },
    attention: { background: '#f9cdd0', ...lightTinted },
    warning: { background: '#ffe2a0', ...lightTinted },
    accent: { background: '#e5e7fb', ...lightTinted },
    line: '#e0e0e0',
  },
  dark: {
    default: { background: '#292929', ...darkInks },
    emphasis: { background: '#333333', ...darkInks },
    good: { background: '#0d4a31', ...darkTinted },
    attention: { background: '#6e1620', ...darkTinted },
    warning: { background: '#543c06', ...darkTinted },
    accent: { background: '#2f315f', ...darkTinted },
    line: '#525252',
  },
  contrast: {
    default: contrastInks,
    emphasis: contrastInks,
    good: { ...contrastInks, default: contrastInks.good },
    attention: { ...contrastInks, default: contrastInks.attention },
    warning: { ...contrastInks, default: contrastInks.warning },
    accent: { ...contrastInks, default: contrastInks.accent },
    line: '#ffffff',
  },
};
