import { PageHeading } from '../components/PageHeading';
import { PlaceLink } from '../components/PlaceLink';

/** An address that leads nowhere, or to something that this person may not see. */
export const NotHere = () => (
  <>
    <PageHeading title="There is nothing here" />
    <p>The link may be old, or it leads to something that is not yours to see.</p>
    <p>
      <PlaceLink to="/work">Go to my work</PlaceLink>
    </p>
  </>
);
