import { comparePeriods } from '../../../shared/domain/periods';
import { periodLabel } from '../../../shared/domain/words';
import type { PeriodRef } from '../../../shared/schema/views';
import { isShared } from '../../app/destinations';
import { useSession } from '../../app/SessionProvider';
import { matrixPath } from '../../app/subPage';
import { useTeams } from '../../app/TeamsProvider';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';

/** In company everybody begins with the same period: for whoever may see a later one, a quiet way there. */
export const LaterPeriod = ({ shown }: { shown: PeriodRef }) => {
  const surfaces = useSurfaces();
  const { matrixPeriod } = useSession();
  const { context } = useTeams();
  if (!matrixPeriod || !isShared(context) || comparePeriods(matrixPeriod, shown) <= 0) return null;
  return (
    <p className={surfaces.quiet}>
      <PlaceLink to={matrixPath(matrixPeriod)}>{periodLabel(matrixPeriod)} so far</PlaceLink>: still being judged, and
      not for everybody here.
    </p>
  );
};
