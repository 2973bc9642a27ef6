import type { ThemeName } from '../components/tones';

/** Draws the page in one of Teams' themes: `themeSheet.ts` says what that means. */
export const showTheme = (name: ThemeName): void => {
  document.documentElement.dataset['theme'] = name;
};

/** The theme of the system, for where Teams says nothing. */
export const systemTheme = (): ThemeName => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
