import { Button, SearchBox } from '@fluentui/react-components';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { SearchOutcome, SearchResult } from '../../groupShapes';
import { searchInGroup } from '../api';

interface ExtensionProps {
  readonly person: string;
  readonly onChoose: (card: SearchResult['card']) => void;
}

const typingPause = 250;

/** Asks the app as one types, and once when it opens; an answer that was overtaken is not shown. */
const useSearch = (person: string, text: string): SearchOutcome | undefined => {
  const [outcome, setOutcome] = useState<SearchOutcome>();
  useEffect(() => {
    let wanted = true;
    const ask = async (): Promise<void> => {
      const found = await searchInGroup(person, text.trim());
      if (wanted) setOutcome(found);
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : typingPause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [person, text]);
  return outcome;
};

const Search = ({ person, onChoose }: ExtensionProps) => {
  const [text, setText] = useState('');
  const outcome = useSearch(person, text);
  return (
    <div className="extension">
      <SearchBox
        aria-label="Search Assured"
        placeholder="Search for an academy or a review"
        maxLength={200}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <div role="status">
        {outcome === undefined && <p className="quiet">Searching…</p>}
        {outcome?.kind === 'message' && <p className="quiet">{outcome.text}</p>}
      </div>
      {outcome?.kind === 'results' && (
        <ul aria-label="Results from Assured">
          {outcome.results.map((result) => (
            <li key={`${result.title}|${result.text}`}>
              <button type="button" onClick={() => onChoose(result.card)}>
                <span>{result.title}</span>
                <span className="quiet">{result.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The app's message extension beside the message box. */
export const Extension = ({ person, onChoose }: ExtensionProps) => {
  const [open, setOpen] = useState(false);
  const choose = (card: SearchResult['card']): void => {
    setOpen(false);
    onChoose(card);
  };
  return (
    <>
      {open && <Search person={person} onChoose={choose} />}
      <Button
        appearance="subtle"
        aria-expanded={open}
        icon={<ShieldCheckmark20Regular />}
        onClick={() => setOpen(!open)}
      >
        Assured
      </Button>
    </>
  );
};
