import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components';
import { DarkTheme20Regular } from '@fluentui/react-icons';
import type { TeamsTheme } from '../host/surface';
import { themeNames } from '../themes';

interface ThemeSwitchProps {
  readonly theme: TeamsTheme;
  readonly onChoose: (theme: TeamsTheme) => void;
}

const themes: readonly TeamsTheme[] = ['default', 'dark', 'contrast'];

export const ThemeSwitch = ({ theme, onChoose }: ThemeSwitchProps) => {
  const choose: MenuProps['onCheckedValueChange'] = (_, { checkedItems }) => {
    const chosen = themes.find((name) => name === checkedItems[0]);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <Menu checkedValues={{ theme: [theme] }} onCheckedValueChange={choose}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<DarkTheme20Regular />}
          data-testid="theme-switch"
          aria-label={`Theme: ${themeNames[theme]}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themes.map((name) => (
            <MenuItemRadio key={name} name="theme" value={name}>
              {themeNames[name]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
