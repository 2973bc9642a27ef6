import type { PersonOnPage } from '../../shapes';
import type { TeamsTheme } from '../host/surface';
import { PersonSwitcher } from './PersonSwitcher';
import { ThemeSwitch } from './ThemeSwitch';

interface TopBarProps {
  readonly sample: string | undefined;
  readonly people: readonly PersonOnPage[];
  readonly person: PersonOnPage;
  readonly theme: TeamsTheme;
  readonly onPerson: (id: string) => void;
  readonly onTheme: (theme: TeamsTheme) => void;
}

export const TopBar = ({ sample, people, person, theme, onPerson, onTheme }: TopBarProps) => (
  <header className="top-bar">
    <h1>
      Local Teams
      {sample !== undefined && <span className="quiet"> · {sample}</span>}
    </h1>
    <PersonSwitcher people={people} person={person} onChoose={onPerson} />
    <ThemeSwitch theme={theme} onChoose={onTheme} />
  </header>
);
