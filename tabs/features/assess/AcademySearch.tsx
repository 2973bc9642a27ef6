import { Field, Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { count } from '../../../shared/domain/words';
import { useSurfaces } from '../../components/surfaces';

interface AcademySearchProps {
  readonly sought: string;
  readonly found: number;
  readonly of: number;
  readonly onSeek: (sought: string) => void;
}

const foundWords = (sought: string, found: number, of: number): string =>
  found === 0
    ? `No academy here is called “${sought.trim()}”.`
    : `${found} of ${count(of, 'academy', 'academies')} called “${sought.trim()}”`;

/** Looks for an academy of the list by its name. */
export const AcademySearch = ({ sought, found, of, onSeek }: AcademySearchProps) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.tight}>
      <Field label="Find an academy">
        <Input
          type="search"
          contentBefore={<SearchRegular aria-hidden />}
          value={sought}
          onChange={(_event, { value }) => {
            onSeek(value);
          }}
        />
      </Field>
      <p role="status" className={surfaces.quiet}>
        {sought.trim() !== '' && foundWords(sought, found, of)}
      </p>
    </div>
  );
};
