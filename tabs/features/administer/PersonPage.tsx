import { useState } from 'react';
import { useParams } from 'wouter';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import { usePeople } from '../../api/readPeople';
import { NotHere } from '../../app/NotHere';
import { DoneNotice } from '../../components/DoneNotice';
import { HistoryLines } from '../../components/HistoryLines';
import { Loaded } from '../../components/Loaded';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { PersonForm } from './PersonForm';
import { Section } from './Section';

const One = ({ person, view }: { person: AdministeredPerson; view: AdministeredPeople }) => {
  const surfaces = useSurfaces();
  const [saves, setSaves] = useState(0);
  return (
    <div className={surfaces.stack}>
      {saves > 0 && <DoneNotice key={saves} title={`${person.facts.name} is saved.`} />}
      <div className={surfaces.card}>
        <PersonForm person={person} view={view} onSaved={() => setSaves((n) => n + 1)} />
      </div>
      {person.history.length > 0 && (
        <Section title="Who changed this" about="The latest changes made in Assured, newest first.">
          <HistoryLines lines={person.history} />
        </Section>
      )}
    </div>
  );
};

/** `/administration/people/<object id>`: one person's roles and details. */
export const PersonPage = () => {
  const { person: id } = useParams();
  const query = usePeople();
  const person = query.data?.people.find((each) => each.id === id);
  if (query.data && !person) return <NotHere />;
  return (
    <AdministrationFrame title={person?.facts.name ?? 'Person'}>
      <Loaded query={query} waiting="Loading the person">
        {(view) => person && <One person={person} view={view} />}
      </Loaded>
    </AdministrationFrame>
  );
};
