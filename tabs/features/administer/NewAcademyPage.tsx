import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Urn } from '../../../shared/schema/ids';
import type { AdministeredAcademies, AdministeredAcademy } from '../../../shared/schema/administrationViews';
import { addAcademy } from '../../api/addAcademy';
import { rereadEverything } from '../../api/keeping';
import { useAcademies } from '../../api/readAcademies';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { AcademyFields } from './AcademyFields';
import { academyErrors, emptyAcademy, factsOfDraft, type AcademyDraft } from './academyDraft';
import { AdministrationFrame } from './AdministrationFrame';
import { ErrorSummary, FormEnd } from './FormEnd';
import { resolving } from './resolving';

interface AddingProps {
  readonly areas: AdministeredAcademies['areas'];
  readonly onAdded: (academy: AdministeredAcademy) => void;
}

const Adding = ({ areas, onAdded }: AddingProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const form = useForm<AcademyDraft>({ defaultValues: emptyAcademy, resolver: resolving(academyErrors) });
  const phase = useWatch({ control: form.control, name: 'phase' });
  const command = useCommand(addAcademy, (added) => {
    onAdded(added);
    form.reset();
    rereadEverything(client);
  });
  const save = form.handleSubmit((draft) =>
    command.act({ urn: Urn.parse(draft.urn.trim()), facts: factsOfDraft(draft, areas) }),
  );
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {command.problem && <ProblemNotice problem={command.problem} title="The academy was not added." />}
      <AcademyFields control={form.control} areas={areas} isNew phase={phase} />
      <ErrorSummary errors={form.formState.errors} />
      <FormEnd save="Add the academy" busy={command.busy} back="/administration/academies" />
    </form>
  );
};

/** `/administration/academies/new`: an academy that joins the trust. */
export const NewAcademyPage = () => {
  const surfaces = useSurfaces();
  const [added, setAdded] = useState<AdministeredAcademy>();
  return (
    <AdministrationFrame
      title="Add an academy"
      about={<PlaceLink to="/administration/academies">All academies</PlaceLink>}
    >
      <Loaded query={useAcademies()} waiting="Loading">
        {({ areas }) => (
          <div className={surfaces.stack}>
            {added && (
              <DoneNotice key={added.urn} title={`${added.facts.name} is added.`}>
                Give somebody the role of its head teacher under{' '}
                <PlaceLink to="/administration/people">People and roles</PlaceLink>.
              </DoneNotice>
            )}
            <div className={surfaces.card}>
              <Adding areas={areas} onAdded={setAdded} />
            </div>
          </div>
        )}
      </Loaded>
    </AdministrationFrame>
  );
};
