import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { findLevel } from '../../../shared/domain/framework';
import { useSession } from '../../app/SessionProvider';
import { LevelMark } from '../../components/LevelMark';
import { markOn } from '../../components/marks';
import { useSurfaces } from '../../components/surfaces';
import { TextField } from '../../components/TextField';
import { overtaken } from './areaDraft';
import { areaErrors } from './areaErrors';
import { EvidenceFields } from './EvidenceFields';
import { KpiField } from './KpiField';
import { typedSuggestion } from './kpiEntry';
import { LevelChoice } from './LevelChoice';
import { OtherJudgement } from './OtherJudgement';
import { rationaleNeeded } from './rationaleRule';
import { roomWords } from './roomWords';
import { SaveBar } from './SaveBar';
import { useAreaForm, type AreaForm, type AreaFormInput } from './useAreaForm';

const Measures = ({ form, input }: { form: AreaForm; input: AreaFormInput }) => {
  const surfaces = useSurfaces();
  const { person } = useSession();
  const { review, entry } = input;
  const { area, scale } = entry;
  if (area.kpis.length === 0 || !scale) return null;
  const suggestion = typedSuggestion(review.framework, area, form.draft, person.id);
  return (
    <section className={surfaces.stack}>
      <h3 className={surfaces.subtitle}>Measures</h3>
      {area.kpis.map((kpi) => (
        <KpiField
          key={kpi.code}
          kpi={kpi}
          scale={scale}
          typed={form.draft.kpis[kpi.code] ?? { value: '', asAt: '', source: '' }}
          onChange={(typed) => {
            form.change({ kpis: { ...form.draft.kpis, [kpi.code]: typed } });
          }}
        />
      ))}
      {suggestion && (
        <p className={mergeClasses(surfaces.text, surfaces.row)}>
          The measures suggest <LevelMark mark={markOn(scale, suggestion.level)} /> You judge.
        </p>
      )}
    </section>
  );
};

const Conflict = ({ form, input }: { form: AreaForm; input: AreaFormInput }) => {
  const { person } = useSession();
  const { draft, saved } = form;
  const { level, rationale, evidence, basedOn } = saved;
  return (
    <OtherJudgement
      entry={input.entry}
      mine={draft}
      myId={person.id}
      busy={form.busy}
      onKeepTheirs={() => {
        form.change({ level, rationale, evidence, basedOn });
      }}
      onUseMine={() => void form.save({ ...draft, basedOn })}
    />
  );
};

/** What the typed measures suggest and the chosen level, and whether a rationale is needed for that. */
const useRationaleRule = (form: AreaForm, { review, entry }: AreaFormInput) => {
  const { person } = useSession();
  const suggested = typedSuggestion(review.framework, entry.area, form.draft, person.id)?.level;
  const needed = rationaleNeeded(findLevel(entry.scale, form.draft.level), findLevel(entry.scale, suggested));
  return { suggested, needed };
};

/** Checks before sending, and says what is wrong only once somebody has tried. */
const useSubmit = (form: AreaForm, needed: string | undefined) => {
  const [tried, setTried] = useState(false);
  const errors = areaErrors(form.draft, form.saved, needed);
  const lacking = needed !== undefined && form.draft.rationale.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (errors.length === 0) void form.save(form.draft);
  };
  return { tried, errors: tried ? errors : [], rationaleError: tried && lacking ? 'Say why.' : undefined, submit };
};

const previousOf = ({ review, entry }: AreaFormInput) => {
  const { previous } = entry.view;
  return previous && review.previousPeriod && { level: previous, period: review.previousPeriod };
};

/** One area to judge: measures, level with criteria, rationale, evidence; saved on its own. */
export const AreaEditor = (input: AreaFormInput) => {
  const surfaces = useSurfaces();
  const form = useAreaForm(input);
  const { area, scale } = input.entry;
  const { draft } = form;
  const { suggested, needed } = useRationaleRule(form, input);
  const { tried, errors, rationaleError, submit } = useSubmit(form, needed);
  const room = roomWords(input.review);
  return (
    <form
      noValidate
      className={surfaces.stack}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Measures form={form} input={input} />
      <section>
        <h3 className={surfaces.subtitle}>Level</h3>
        {scale && (
          <LevelChoice
            area={area}
            scale={scale}
            chosen={draft.level}
            suggested={suggested}
            previous={previousOf(input)}
            onChoose={(level) => {
              form.change({ level });
            }}
          />
        )}
      </section>
      <TextField
        label="Rationale"
        value={draft.rationale}
        onChange={(rationale) => {
          form.change({ rationale });
        }}
        maxLength={2000}
        required={needed !== undefined}
        hint={needed ?? 'Why this level: what you saw, and what happens next.'}
        error={rationaleError}
      />
      <EvidenceFields
        links={draft.evidence}
        checked={tried}
        onChange={(evidence) => {
          form.change({ evidence });
        }}
      />
      {room && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{room}</MessageBarBody>
        </MessageBar>
      )}
      {overtaken(draft, form.saved) ? <Conflict form={form} input={input} /> : <SaveBar form={form} errors={errors} />}
    </form>
  );
};
