import { makeStyles } from '@fluentui/react-components';
import type { Administration } from '../../../shared/schema/views';
import { useAdministration } from '../../api/readAdministration';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { academyPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { Deliveries } from './Deliveries';
import { DeliverySettings } from './DeliverySettings';
import { HandEdits } from './HandEdits';
import { People } from './People';
import { Entries, Section } from './Section';
import { TrustModels } from './TrustModels';

const useStyles = makeStyles({
  page: { maxWidth: '1000px' },
});

const Academies = ({ academies }: Pick<Administration, 'academies'>) => (
  <Section title="Academies" about="On an academy’s page you record its inspections and self-evaluations.">
    <Entries label="Academies">
      {academies.map(({ urn, name }) => (
        <li key={urn}>
          <PlaceLink to={academyPath(urn)}>{name}</PlaceLink>
        </li>
      ))}
    </Entries>
  </Section>
);

/** What the administrator looks after: the model, people, items edited by hand, cards that did not arrive. */
export const AdministrationPage = () => {
  const surfaces = useSurfaces();
  return (
    <div className={useStyles().page}>
      <PageHeading title="Administration" />
      <Loaded query={useAdministration()} waiting="Loading administration">
        {({ handEdits, people, academies, model, delivery }) => (
          <div className={surfaces.stack}>
            <HandEdits edits={handEdits} />
            <Deliveries />
            <TrustModels model={model} />
            <DeliverySettings settings={delivery} />
            <Academies academies={academies} />
            <People people={people} academies={academies} />
          </div>
        )}
      </Loaded>
    </div>
  );
};
