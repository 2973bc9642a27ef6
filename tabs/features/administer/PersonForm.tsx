import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { heldByNobody } from '../../../shared/domain/personFacts';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import type { PersonFacts } from '../../../shared/schema/people';
import { amendPerson } from '../../api/amendPerson';
import { rereadEverything } from '../../api/keeping';
import { peopleKey } from '../../api/readPeople';
import { useCommand } from '../../api/useCommand';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { BothVersions } from './BothVersions';
import { ErrorSummary, FormEnd } from './FormEnd';
import {
  draftOfPerson,
  factsOfPersonDraft,
  personDifferences,
  personErrors,
  rolesIn,
  rolesInWords,
  type PersonDraft,
} from './personDraft';
import { PersonFields } from './PersonFields';
import { resolving } from './resolving';
import { useBasedOn } from './useBasedOn';

interface PersonFormProps {
  readonly person: AdministeredPerson;
  readonly view: AdministeredPeople;
  readonly onSaved: () => void;
}

const keep = (list: AdministeredPeople | undefined, saved: AdministeredPerson): AdministeredPeople | undefined =>
  list && { ...list, people: list.people.map((each) => (each.id === saved.id ? saved : each)) };

const usePersonForm = ({ person, onSaved }: PersonFormProps) => {
  const client = useQueryClient();
  const form = useForm<PersonDraft>({ defaultValues: draftOfPerson(person.facts), resolver: resolving(personErrors) });
  const { isDirty } = form.formState;
  const based = useBasedOn<PersonFacts>(person.facts, isDirty, (facts) => form.reset(draftOfPerson(facts)));
  const command = useCommand(amendPerson, (saved) => {
    client.setQueryData<AdministeredPeople>(peopleKey, (list) => keep(list, saved));
    based.settle(saved.facts);
    onSaved();
    rereadEverything(client);
  });
  const save = form.handleSubmit(async (draft) => {
    if (based.stale) return;
    await command.act({ person: person.id, basedOn: based.basedOn, facts: factsOfPersonDraft(draft) });
    // What somebody else saved is read at once, to be shown beside what is typed here.
    await client.invalidateQueries({ queryKey: peopleKey });
  });
  return { form, based, command, save };
};

/** Which roles nobody would hold any more: what waits for them would wait for nobody. */
const LeftWithout = ({ person, view, draft }: Omit<PersonFormProps, 'onSaved'> & { draft: PersonDraft }) => {
  const surfaces = useSurfaces();
  const everybody = view.people.map(({ id, facts }) => ({ id, roles: facts.roles }));
  const lost = heldByNobody(everybody, person.id, person.facts.roles, rolesIn(draft.roles));
  if (lost.length === 0) return null;
  return (
    <p className={surfaces.text} role="status">
      Once this is saved nobody is {rolesInWords(lost, view)}. What waits there waits until somebody is; to pass it on,
      use ‘Hand over’ instead.
    </p>
  );
};

/** What is said of a person, to be changed; both versions where somebody else changed it meanwhile. */
export const PersonForm = (props: PersonFormProps) => {
  const { person, view } = props;
  const surfaces = useSurfaces();
  const { form, based, command, save } = usePersonForm(props);
  const draft = form.watch();
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {based.stale && (
        <BothVersions
          differences={personDifferences(person.facts, factsOfPersonDraft(draft), view)}
          changed={person.history.at(-1)}
          onKeepMine={based.keepMine}
          onTakeTheirs={based.takeTheirs}
        />
      )}
      {command.problem && !based.stale && <ProblemNotice problem={command.problem} title="Nothing was saved." />}
      <PersonFields control={form.control} reaches={view} />
      <LeftWithout person={person} view={view} draft={draft} />
      <ErrorSummary errors={form.formState.errors} />
      <FormEnd save="Save" busy={command.busy} back="/administration/people" />
    </form>
  );
};
