import { formatDay } from '../../shared/domain/words';
import { whoWords } from '../../shared/domain/whoWords';
import { useSession } from '../app/SessionProvider';
import { usePrinting } from './printing';
import { useSurfaces } from './surfaces';

/** On paper only: where it is from, who printed it and on which day. */
export const PrintedLine = () => {
  const surfaces = useSurfaces();
  const { person, today, trustName } = useSession();
  if (!usePrinting()) return null;
  return (
    <p className={surfaces.quiet}>
      Source: Assured, from the SharePoint lists of {trustName}. Printed by {whoWords(person)}, {formatDay(today)}.
    </p>
  );
};
