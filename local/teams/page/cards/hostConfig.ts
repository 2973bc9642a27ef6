import type { TeamsTheme } from '../host/surface';
import { containerNames, palettes, type Inks } from './palettes';

const ink = ([normal, subtle]: readonly [string, string]) => ({ default: normal, subtle });

const containerStyle = (inks: Inks) => ({
  backgroundColor: inks.background,
  foregroundColors: {
    default: ink(inks.default),
    // `dark` and `light` are fixed colours elsewhere; on a themed background they must stay readable.
    dark: ink(inks.default),
    light: ink([inks.default[1], inks.default[1]]),
    accent: ink(inks.accent),
    good: ink(inks.good),
    warning: ink(inks.warning),
    attention: ink(inks.attention),
  },
});

const fontFamily = "'Segoe UI', 'Segoe UI Web (West European)', system-ui, -apple-system, sans-serif";

/** Measures of Teams' own cards. */
const measures = {
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 30 },
  fontTypes: {
    default: {
      fontFamily,
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
};

const behaviour = {
  supportsInteractivity: true,
  adaptiveCard: { allowCustomStyle: true },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', size: 'small' },
  },
  textBlock: { headingLevel: 3 },
  textStyles: {
    heading: { size: 'large', weight: 'bolder' },
    columnHeader: { weight: 'bolder', size: 'small', isSubtle: true },
  },
  table: { cellSpacing: 8 },
};

/** The renderer's settings for a theme, for `new HostConfig(…)`. */
export const hostConfigFor = (theme: TeamsTheme) => {
  const palette = palettes[theme];
  return {
    ...measures,
    ...behaviour,
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles: Object.fromEntries(containerNames.map((name) => [name, containerStyle(palette[name])])),
  };
};
