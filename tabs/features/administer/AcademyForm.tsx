import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { AcademyFacts } from '../../../shared/schema/academyFacts';
import type { AdministeredAcademies, AdministeredAcademy } from '../../../shared/schema/administrationViews';
import { amendAcademy } from '../../api/amendAcademy';
import { rereadEverything } from '../../api/keeping';
import { academiesKey } from '../../api/readAcademies';
import { useCommand } from '../../api/useCommand';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { AcademyFields } from './AcademyFields';
import { academyDifferences, academyErrors, draftOfAcademy, factsOfDraft, type AcademyDraft } from './academyDraft';
import { BothVersions } from './BothVersions';
import { ErrorSummary, FormEnd } from './FormEnd';
import { resolving } from './resolving';
import { useBasedOn } from './useBasedOn';

interface AcademyFormProps {
  readonly academy: AdministeredAcademy;
  readonly areas: AdministeredAcademies['areas'];
  readonly onSaved: () => void;
}

/** The answer takes the place of what was read, so that the form does not fall back for a moment. */
const keep = (list: AdministeredAcademies | undefined, saved: AdministeredAcademy): AdministeredAcademies | undefined =>
  list && { ...list, academies: list.academies.map((each) => (each.urn === saved.urn ? saved : each)) };

const useAcademyForm = ({ academy, areas, onSaved }: AcademyFormProps) => {
  const client = useQueryClient();
  const form = useForm<AcademyDraft>({
    defaultValues: draftOfAcademy(academy.urn, academy.facts),
    resolver: resolving(academyErrors),
  });
  const { isDirty } = form.formState;
  const based = useBasedOn<AcademyFacts>(academy.facts, isDirty, (facts) =>
    form.reset(draftOfAcademy(academy.urn, facts)),
  );
  const command = useCommand(amendAcademy, (saved) => {
    client.setQueryData<AdministeredAcademies>(academiesKey, (list) => keep(list, saved));
    based.settle(saved.facts);
    onSaved();
    rereadEverything(client);
  });
  const save = form.handleSubmit(async (draft) => {
    if (based.stale) return;
    await command.act({ urn: academy.urn, basedOn: based.basedOn, facts: factsOfDraft(draft, areas) });
    // What somebody else saved is read at once, to be shown beside what is typed here.
    await client.invalidateQueries({ queryKey: academiesKey });
  });
  return { form, based, command, save };
};

/** What is said of an academy, to be changed; both versions where somebody else changed it meanwhile. */
export const AcademyForm = (props: AcademyFormProps) => {
  const { academy, areas } = props;
  const surfaces = useSurfaces();
  const { form, based, command, save } = useAcademyForm(props);
  const draft = form.watch();
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {based.stale && Object.keys(academyErrors(draft)).length === 0 && (
        <BothVersions
          differences={academyDifferences(academy.facts, factsOfDraft(draft, areas), areas)}
          changed={academy.history.at(-1)}
          onKeepMine={based.keepMine}
          onTakeTheirs={based.takeTheirs}
        />
      )}
      {command.problem && !based.stale && (
        <ProblemNotice problem={command.problem} title="The academy was not saved." />
      )}
      <AcademyFields control={form.control} areas={areas} isNew={false} phase={draft.phase} />
      <ErrorSummary errors={form.formState.errors} />
      <FormEnd save="Save" busy={command.busy} back="/administration/academies" />
    </form>
  );
};
