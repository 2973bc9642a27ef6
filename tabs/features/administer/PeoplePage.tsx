import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { count } from '../../../shared/domain/words';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import { usePeople } from '../../api/readPeople';
import { personPath } from '../../app/subPage';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PlaceButton } from '../../components/PlaceButton';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { HandOverDialog } from './HandOverDialog';
import { rolesInWords } from './personDraft';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

interface EntryProps {
  readonly person: AdministeredPerson;
  readonly view: AdministeredPeople;
  readonly onHandOver: () => void;
}

const Entry = ({ person: { id, facts }, view, onHandOver }: EntryProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <div className={styles.who}>
        <PlaceLink to={personPath(id)}>{facts.name}</PlaceLink>, {facts.jobTitle}
        {facts.roles.length > 0 && <div>{rolesInWords(facts.roles, view)}</div>}
        <div className={surfaces.quiet}>{facts.email}</div>
      </div>
      {facts.roles.length > 0 && (
        <Button aria-label={`Hand over from ${facts.name}`} onClick={onHandOver}>
          Hand over…
        </Button>
      )}
    </li>
  );
};

const All = ({ view }: { view: AdministeredPeople }) => {
  const surfaces = useSurfaces();
  const [leaving, setLeaving] = useState<AdministeredPerson>();
  const [done, setDone] = useState<string>();
  const entry = (person: AdministeredPerson) => (
    <Entry key={person.id} {...{ person, view }} onHandOver={() => setLeaving(person)} />
  );
  const withRole = view.people.filter(({ facts }) => facts.roles.length > 0);
  const without = view.people.filter(({ facts }) => facts.roles.length === 0);
  return (
    <div className={surfaces.stack}>
      {done !== undefined && <DoneNotice key={done} title={done} />}
      <Section title="With a role" about={count(withRole.length, 'person', 'people')}>
        <Entries label="People">{withRole.map(entry)}</Entries>
      </Section>
      {without.length > 0 && (
        <Section
          title="Without a role"
          about="They see nothing and are sent nothing. What they decided before still names them."
        >
          <Entries label="People without a role">{without.map(entry)}</Entries>
        </Section>
      )}
      {leaving && (
        <HandOverDialog
          from={leaving}
          view={view}
          onDone={(words) => {
            setLeaving(undefined);
            setDone(words);
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </div>
  );
};

/** `/administration/people`: who may use Assured, each with their roles. */
export const PeoplePage = () => (
  <AdministrationFrame
    title="People and roles"
    actions={<PlaceButton to="/administration/people/new">Add a person</PlaceButton>}
  >
    <Loaded query={usePeople()} waiting="Loading the people">
      {(view) => <All view={view} />}
    </Loaded>
  </AdministrationFrame>
);
