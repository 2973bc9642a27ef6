import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { TeamsTheme } from './host/surface';

export const fluentThemes: Readonly<Record<TeamsTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const themeNames: Readonly<Record<TeamsTheme, string>> = {
  default: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** Meetings are dark; who needs high contrast keeps it (facts §3.3). */
export const meetingTheme = (theme: TeamsTheme): TeamsTheme => (theme === 'contrast' ? 'contrast' : 'dark');
