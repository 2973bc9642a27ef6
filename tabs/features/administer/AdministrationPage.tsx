import { makeStyles, tokens } from '@fluentui/react-components';
import { count, formatInstant, listWords } from '../../../shared/domain/words';
import type { Administration } from '../../../shared/schema/views';
import { useAdministration } from '../../api/reading';
import { useSession } from '../../app/SessionProvider';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { academyPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { HandEdits } from './HandEdits';
import { roleWords } from './roleWords';
import { Entries, Section } from './Section';
import { TrustModels } from './TrustModels';

const useStyles = makeStyles({
  entry: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  page: { maxWidth: '1000px' },
});

const Undelivered = ({ cards }: { cards: Administration['undelivered'] }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <Section
      title="Cards that could not be delivered"
      about={
        cards.length === 0
          ? 'Every card reached its person.'
          : 'These people were not told in chat. They find their work in the tab; ask them to install Assured or to unblock it.'
      }
    >
      <Entries label="Cards not delivered">
        {cards.map(({ person, subject, reason, since }) => (
          <li key={`${person.id}|${subject}`} className={styles.entry}>
            <strong>{person.name}</strong>, {person.jobTitle}
            <br />
            {subject}: {reason}
            <div className={surfaces.quiet}>Since {formatInstant(since)}</div>
          </li>
        ))}
      </Entries>
    </Section>
  );
};

const People = ({ people }: { people: Administration['people'] }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { academies, framework } = useSession();
  return (
    <Section
      title="People"
      about={`${count(people.length, 'person', 'people')} may use Assured, each by the roles below.`}
    >
      <Entries label="People">
        {people.map((person) => (
          <li key={person.id} className={styles.entry}>
            <strong>{person.name}</strong>, {person.jobTitle}
            <br />
            {person.roles.length === 0
              ? 'No role yet: sees nothing.'
              : listWords(person.roles.map((role) => roleWords(role, academies, framework.groups)))}
            <div className={surfaces.quiet}>{person.email}</div>
          </li>
        ))}
      </Entries>
    </Section>
  );
};

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
        {({ handEdits, undelivered, people, academies, model }) => (
          <div className={surfaces.stack}>
            <HandEdits edits={handEdits} />
            <Undelivered cards={undelivered} />
            <TrustModels model={model} />
            <Academies academies={academies} />
            <People people={people} />
          </div>
        )}
      </Loaded>
    </div>
  );
};
