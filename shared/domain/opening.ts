import type { OpeningState } from '../schema/administrationViews';
import type { Academy } from '../schema/people';
import { hasLeft, inTrustOn, joinedBy } from './calendar';

/** How an academy stands towards a period whose records are to be opened: it is judged if it is in the trust at its end. */
export const openingState = (
  academy: Pick<Academy, 'joinedOn' | 'leftOn'>,
  { endsOn, hasRecord }: { readonly endsOn: string; readonly hasRecord: boolean },
): OpeningState => {
  if (hasRecord) return 'open';
  if (inTrustOn(academy, endsOn)) return 'toOpen';
  return hasLeft(academy, endsOn) && joinedBy(academy, endsOn) ? 'left' : 'joinsLater';
};
