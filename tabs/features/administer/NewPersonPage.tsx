import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import { addPerson } from '../../api/addPerson';
import { rereadEverything } from '../../api/keeping';
import { usePeople } from '../../api/readPeople';
import { useCommand } from '../../api/useCommand';
import type { PickedPerson } from '../../app/peoplePicker';
import { personPath } from '../../app/subPage';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { FindPerson } from './FindPerson';
import { ErrorSummary, FormEnd } from './FormEnd';
import { emptyRole, factsOfPersonDraft, personErrors, type PersonDraft } from './personDraft';
import { PersonFields } from './PersonFields';
import { resolving } from './resolving';

interface AddingProps {
  readonly picked: PickedPerson;
  readonly view: AdministeredPeople;
  readonly onAdded: (person: AdministeredPerson) => void;
  readonly onOther: () => void;
}

const Adding = ({ picked, view, onAdded, onOther }: AddingProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const form = useForm<PersonDraft>({
    defaultValues: { name: picked.name, email: picked.email, jobTitle: '', roles: [emptyRole] },
    resolver: resolving(personErrors),
  });
  const command = useCommand(addPerson, (added) => {
    onAdded(added);
    rereadEverything(client);
  });
  const save = form.handleSubmit((draft) => command.act({ person: picked.id, facts: factsOfPersonDraft(draft) }));
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {command.problem && <ProblemNotice problem={command.problem} title="The person was not added." />}
      <div className={surfaces.apart}>
        <p className={surfaces.text}>
          {picked.name ? <strong>{picked.name}</strong> : 'The person with this object id'}
          <br />
          <span className={surfaces.quiet}>Object id {picked.id}</span>
        </p>
        <Button onClick={onOther}>Choose somebody else</Button>
      </div>
      <PersonFields control={form.control} reaches={view} />
      <ErrorSummary errors={form.formState.errors} />
      <FormEnd save="Add the person" busy={command.busy} back="/administration/people" />
    </form>
  );
};

const AlreadyThere = ({ person, onOther }: { person: AdministeredPerson; onOther: () => void }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.stack} role="status">
      <p className={surfaces.text}>
        {person.facts.name} is set up in Assured already.{' '}
        <PlaceLink to={personPath(person.id)}>Change their roles</PlaceLink>
      </p>
      <div>
        <Button onClick={onOther}>Choose somebody else</Button>
      </div>
    </div>
  );
};

const Steps = ({ view, onAdded }: Pick<AddingProps, 'view' | 'onAdded'>) => {
  const [picked, setPicked] = useState<PickedPerson>();
  const other = (): void => setPicked(undefined);
  const there = picked && view.people.find(({ id }) => id === picked.id);
  if (!picked) return <FindPerson onFound={setPicked} />;
  if (there) return <AlreadyThere person={there} onOther={other} />;
  const added = (person: AdministeredPerson): void => {
    onAdded(person);
    other();
  };
  return <Adding key={picked.id} {...{ picked, view }} onAdded={added} onOther={other} />;
};

/** `/administration/people/new`: somebody who is to use Assured. */
export const NewPersonPage = () => {
  const surfaces = useSurfaces();
  const [added, setAdded] = useState<AdministeredPerson>();
  return (
    <AdministrationFrame title="Add a person" about={<PlaceLink to="/administration/people">All people</PlaceLink>}>
      <Loaded query={usePeople()} waiting="Loading">
        {(view) => (
          <div className={surfaces.stack}>
            {added && (
              <DoneNotice key={added.id} title={`${added.facts.name} is added.`}>
                They find their work in Assured at once.
              </DoneNotice>
            )}
            <div className={surfaces.card}>
              <Steps view={view} onAdded={setAdded} />
            </div>
          </div>
        )}
      </Loaded>
    </AdministrationFrame>
  );
};
