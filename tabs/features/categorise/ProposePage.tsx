import { useState } from 'react';
import { useParams } from 'wouter';
import { formatDay, plural } from '../../../shared/domain/words';
import type { CategoryWord } from '../../../shared/schema/framework';
import { Urn } from '../../../shared/schema/ids';
import type { CategoryOverview } from '../../../shared/schema/changeViews';
import { useCategories } from '../../api/readCategories';
import { NotHere } from '../../app/NotHere';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { ProposeForm } from './ProposeForm';

type Academy = CategoryOverview['academies'][number];

const notOpenWords = ({ name, leftOn }: Academy): string =>
  leftOn
    ? `The last day of ${name} in the trust was ${formatDay(leftOn)}. Nothing new is proposed for it.`
    : 'Your role in the trust does not include proposing a change for this academy.';

const Propose = ({ academy, word }: { academy: Academy; word: CategoryWord }) => {
  const surfaces = useSurfaces();
  // Decided when the page opens: once the proposal is sent, the academy has an open change and the page is leaving.
  const [mayPropose] = useState(academy.mayPropose);
  const open = academy.changes.find(({ state }) => state === 'atStep' || state === 'returned');
  return (
    <>
      <PageHeading
        title={`Propose a change for ${academy.name}`}
        actions={<PlaceLink to="/categories">All {plural(word)}</PlaceLink>}
      />
      {mayPropose ? (
        <ProposeForm academy={academy} />
      ) : (
        <p className={surfaces.card}>
          {open ? (
            <>
              A change is already open for this academy, and only one can be.{' '}
              <PlaceLink to={`/categories/${open.id}`}>See that change</PlaceLink>
            </>
          ) : (
            notOpenWords(academy)
          )}
        </p>
      )}
    </>
  );
};

const ProposeFor = ({ urn }: { urn: Urn }) => (
  <Loaded query={useCategories()} waiting="Loading the academy">
    {({ academies, categoryWord }) => {
      const academy = academies.find((a) => a.urn === urn);
      return academy ? <Propose academy={academy} word={categoryWord} /> : <NotHere />;
    }}
  </Loaded>
);

/** `/categories/propose/100001`. */
export const ProposePage = () => {
  const urn = Urn.safeParse(useParams()['urn']);
  return urn.success ? <ProposeFor urn={urn.data} /> : <NotHere />;
};
