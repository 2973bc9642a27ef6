import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { PersonOnPage } from '../../shapes';
import type { PickedPerson, PickerRequest } from '../host/actions';

interface PeoplePicker {
  readonly element: ReactNode;
  /** Resolves when it has closed; to nothing where nobody was chosen. */
  open(request: PickerRequest): Promise<readonly PickedPerson[] | undefined>;
}

interface Asked {
  readonly request: PickerRequest;
  readonly end: (picked: readonly PickedPerson[] | undefined) => void;
}

const pickedFrom = ({ id, name, email }: PersonOnPage): PickedPerson => ({ objectId: id, displayName: name, email });

const matches = (person: PersonOnPage, text: string): boolean =>
  `${person.name} ${person.email} ${person.jobTitle}`.toLowerCase().includes(text.trim().toLowerCase());

interface FoundProps {
  readonly people: readonly PersonOnPage[];
  readonly chosen: readonly string[];
  readonly toggle: (id: string) => void;
}

const Found = ({ people, chosen, toggle }: FoundProps) => (
  <ul aria-label="People found">
    {people.map(({ id, name, jobTitle }) => (
      <li key={id}>
        <Checkbox label={`${name}, ${jobTitle}`} checked={chosen.includes(id)} onChange={() => toggle(id)} />
      </li>
    ))}
  </ul>
);

const Picking = ({ directory, asked }: { directory: readonly PersonOnPage[]; asked: Asked }) => {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { single, title = single ? 'Select a person' : 'Select people' } = asked.request;
  const toggle = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : single ? [id] : [...before, id]));
  const found = directory.filter((person) => matches(person, text));
  const picked = directory.filter(({ id }) => chosen.includes(id)).map(pickedFrom);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && asked.end(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="people-picker">
            <Input
              aria-label="Search for people"
              placeholder="Type a name"
              value={text}
              onChange={(_, { value }) => setText(value)}
            />
            <Found people={found} chosen={chosen} toggle={toggle} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={picked.length === 0} onClick={() => asked.end(picked)}>
              Done
            </Button>
            <Button onClick={() => asked.end(undefined)}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** Teams' people picker over the local directory: the app learns of whom somebody chose, and of nobody else. */
export const usePeoplePicker = (directory: readonly PersonOnPage[]): PeoplePicker => {
  const [asked, setAsked] = useState<Asked>();
  const open: PeoplePicker['open'] = (request) =>
    new Promise((resolve) => {
      const end: Asked['end'] = (picked) => {
        setAsked(undefined);
        resolve(picked);
      };
      setAsked({ request, end });
    });
  return { open, element: asked && <Picking directory={directory} asked={asked} /> };
};
