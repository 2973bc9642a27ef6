import { Avatar, Dropdown, Option } from '@fluentui/react-components';
import type { PersonOnPage } from '../../shapes';
import { roleLine } from './roleLine';

interface PersonSwitcherProps {
  readonly people: readonly PersonOnPage[];
  readonly person: PersonOnPage;
  readonly onChoose: (id: string) => void;
}

/** Who is signed in. The list says job title and place, since names alone tell a newcomer nothing. */
export const PersonSwitcher = ({ people, person, onChoose }: PersonSwitcherProps) => (
  <Dropdown
    className="person-switcher"
    data-testid="person-switcher"
    aria-label="Person"
    value={person.name}
    selectedOptions={[person.id]}
    onOptionSelect={(_, { optionValue }) =>
      optionValue !== undefined && optionValue !== person.id && onChoose(optionValue)
    }
    positioning={{ align: 'end', position: 'below' }}
    listbox={{ className: 'person-list' }}
    button={{
      children: (
        <span className="person-chosen">
          <Avatar name={person.name} color="colorful" size={24} aria-hidden />
          <span className="person-words">
            <span>{person.name}</span>
            <span className="quiet">{roleLine(person)}</span>
          </span>
        </span>
      ),
    }}
  >
    {people.map((each) => (
      <Option key={each.id} value={each.id} text={each.name}>
        <span className="person-option">
          <span>{each.name}</span>
          <span className="quiet">{roleLine(each)}</span>
        </span>
      </Option>
    ))}
  </Dropdown>
);
