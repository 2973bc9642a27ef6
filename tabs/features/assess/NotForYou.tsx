import { academyPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { useTeams } from '../../app/TeamsProvider';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';

const OnStage = () => (
  <p>
    Somebody is showing the whole trust’s matrix, which is more than your role includes. What is yours to see is in
    Assured itself: open it beside this meeting or from your apps.
  </p>
);

const OwnPlaces = () => {
  const surfaces = useSurfaces();
  const { academies } = useSession();
  return (
    <>
      <p>Your role in the trust does not include the matrix of all academies. What is yours to see and do is here:</p>
      <ul className={surfaces.bullets}>
        <li>
          <PlaceLink to="/work">My work</PlaceLink>
        </li>
        {academies.map(({ urn, name }) => (
          <li key={urn}>
            <PlaceLink to={academyPath(urn)}>{name}</PlaceLink>
          </li>
        ))}
      </ul>
    </>
  );
};

/** For somebody who looks where the matrix is, and may not see it, or not all of it. */
export const NotForYou = () => (
  <>
    <PageHeading title="Academy Risk Assessment Matrix" />
    {useTeams().context.place === 'meetingStage' ? <OnStage /> : <OwnPlaces />}
  </>
);
