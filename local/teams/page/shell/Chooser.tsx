import { Avatar } from '@fluentui/react-components';
import type { PersonOnPage } from '../../shapes';
import { roleLine } from './roleLine';

interface ChooserProps {
  readonly people: readonly PersonOnPage[];
  readonly visitors: readonly PersonOnPage[];
  readonly onChoose: (id: string) => void;
}

const Choices = ({ people, onChoose }: Omit<ChooserProps, 'visitors'>) => (
  <ul className="chooser-people">
    {people.map((person) => (
      <li key={person.id}>
        <button type="button" onClick={() => onChoose(person.id)}>
          <Avatar name={person.name} color="colorful" size={40} aria-hidden />
          <span className="chooser-words">
            <span className="chooser-name">{person.name}</span>
            <span className="quiet">{person.visit ? person.jobTitle : roleLine(person)}</span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

/** The first thing a visitor sees: everybody of the invented trust, and who is in its meeting from outside. */
export const Chooser = ({ people, visitors, onChoose }: ChooserProps) => (
  <main className="chooser">
    <h1>Who would you like to be?</h1>
    <p>
      This is a Teams for one computer. Everybody here is invented. You can change person at any time at the top right,
      or open a second window and be two people at once.
    </p>
    <Choices people={people} onChoose={onChoose} />
    <h2>From outside, in the Board’s meeting</h2>
    <Choices people={visitors} onChoose={onChoose} />
  </main>
);
