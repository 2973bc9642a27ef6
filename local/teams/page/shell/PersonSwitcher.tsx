import { Avatar, Dropdown, Option } from '@fluentui/react-components';
import type { PersonOnPage } from '../../shapes';

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
            <span className="quiet">
              {person.jobTitle} · {person.place}
            </span>
          </span>
        </span>
      ),
    }}
  >
    {people.map(({ id, name, jobTitle, place }) => (
      <Option key={id} value={id} text={name}>
        <span className="person-option">
          <span>{name}</span>
          <span className="quiet">
            {jobTitle} · {place}
          </span>
        </span>
      </Option>
    ))}
  </Dropdown>
);
