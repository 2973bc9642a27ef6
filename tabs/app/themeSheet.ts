import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { contrastTones } from '../components/contrastTones';
import { darkTones } from '../components/darkTones';
import { lightTones, toneTokens, type ThemeName } from '../components/tones';

type Values = Readonly<Record<string, string | number>>;

const themes: Readonly<Record<ThemeName, Values>> = {
  light: { ...teamsLightTheme, ...toneTokens(lightTones) },
  dark: { ...teamsDarkTheme, ...toneTokens(darkTones) },
  contrast: { ...teamsHighContrastTheme, ...toneTokens(contrastTones, true) },
};

const declared = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `  --${name}: ${value};\n`)
    .join('');

/** What a theme says otherwise than the light one. */
const differing = (theme: Values): Values =>
  Object.fromEntries(Object.entries(theme).filter(([name, value]) => themes.light[name] !== value));

/** On screen only: paper is white, and what is printed has the light theme. */
const rule = (name: ThemeName): string =>
  `@media screen {\n:root[data-theme='${name}'] {\n  color-scheme: ${name === 'light' ? 'light' : 'dark'};\n${declared(differing(themes[name]))}}\n}\n`;

/** The names of all tokens that a style sheet may use. */
export const tokenNames = (): string[] => Object.keys(themes.light);

/**
 * Teams' three themes with our tones, as one style sheet that is made when the tab is built: no script has to be
 * fetched and run before the page has its colours, and another theme is one attribute of the page.
 */
export const themeSheet = (): string =>
  `@layer page {\n:root {\n${declared(themes.light)}}\n${rule('light')}${rule('dark')}${rule('contrast')}}\n`;
