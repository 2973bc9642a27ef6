import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { toneTokens, type ThemeName } from '../components/tones';
import type { Teams } from './teams';

const themes = {
  light: { ...teamsLightTheme, ...toneTokens('light') },
  dark: { ...teamsDarkTheme, ...toneTokens('dark') },
  contrast: { ...teamsHighContrastTheme, ...toneTokens('contrast') },
} satisfies Record<ThemeName, object>;

const useStyles = makeStyles({
  // Fluent gives the provider's class to every tooltip and dialog as well: a height or a fill here would cover the page.
  root: { display: 'contents' },
  page: { minHeight: '100%', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
});

interface ThemeProviderProps {
  readonly teams?: Pick<Teams, 'onTheme' | 'context'>;
  readonly children: ReactNode;
}

const systemTheme = (): ThemeName => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Teams' own themes, followed while the tab is open; outside Teams the system's. */
export const ThemeProvider = ({ teams, children }: ThemeProviderProps) => {
  const styles = useStyles();
  const [name, setName] = useState<ThemeName>(() => teams?.context.theme ?? systemTheme());
  useEffect(() => {
    teams?.onTheme(setName);
  }, [teams]);
  useEffect(() => {
    document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark';
  }, [name]);
  return (
    <FluentProvider theme={themes[name]} className={styles.root}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
};
