import { Avatar } from '@fluentui/react-components';
import type { PersonOnPage } from '../../shapes';

interface ParticipantsProps {
  readonly people: readonly PersonOnPage[];
  /** Beside a shared stage only the faces remain. */
  readonly small: boolean;
}

export const Participants = ({ people, small }: ParticipantsProps) => (
  <ul className={small ? 'participants participants-small' : 'participants'} aria-label="In this meeting">
    {people.map(({ id, name, jobTitle }) => (
      <li key={id}>
        <Avatar name={name} color="colorful" size={small ? 36 : 64} aria-hidden />
        <span className="participant-name">{name}</span>
        {!small && <span className="quiet">{jobTitle}</span>}
      </li>
    ))}
  </ul>
);
