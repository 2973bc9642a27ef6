import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components';
import type { FocusEvent } from 'react';
import { Controller } from 'react-hook-form';
import { markOn } from '../../../shared/domain/marks';
import { periodKindName } from '../../../shared/domain/words';
import { useSession } from '../../app/SessionProvider';
import { cellPath } from '../../app/subPage';
import { LevelMark } from '../../components/LevelMark';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { TextField } from '../../components/TextField';
import { emptyKpi, type AreaValues } from './areaDraft';
import { EvidenceFields } from './EvidenceFields';
import { KpiField } from './KpiField';
import { typedSuggestion } from './kpiEntry';
import { LevelChoice } from './LevelChoice';
import { OtherJudgement } from './OtherJudgement';
import { roomWords } from './roomWords';
import { SaveBar } from './SaveBar';
import { useAfterPress } from './useAfterPress';
import { useAreaForm, type AreaForm, type AreaFormInput } from './useAreaForm';

interface PartProps {
  readonly area: AreaForm;
  readonly input: AreaFormInput;
  readonly typed: AreaValues;
}

const useSuggestion = ({ review, entry }: AreaFormInput, typed: AreaValues) => {
  const { person } = useSession();
  return typedSuggestion(review.framework, entry.area, typed, person.id);
};

const Measures = ({ area: { form }, input, typed }: PartProps) => {
  const surfaces = useSurfaces();
  const { area, scale } = input.entry;
  const suggestion = useSuggestion(input, typed);
  if (area.kpis.length === 0 || !scale) return null;
  return (
    <section className={surfaces.stack}>
      <h3 className={surfaces.subtitle}>Measures</h3>
      {area.kpis.map((kpi) => (
        <KpiField
          key={kpi.code}
          kpi={kpi}
          scale={scale}
          typed={typed.kpis[kpi.code] ?? emptyKpi}
          control={form.control}
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

const previousOf = ({ review, entry }: AreaFormInput) => {
  const { previous } = entry.view;
  return previous && review.previousPeriod && { level: previous, period: review.previousPeriod };
};

const LevelField = ({ area: { form }, input, typed }: PartProps) => {
  const surfaces = useSurfaces();
  const { area, scale } = input.entry;
  const suggested = useSuggestion(input, typed)?.level;
  const previous = previousOf(input);
  if (!scale) return null;
  return (
    <section>
      <h3 className={surfaces.subtitle}>Level</h3>
      <Controller
        control={form.control}
        name="level"
        render={({ field, fieldState }) => (
          <LevelChoice
            {...{ area, scale, suggested }}
            chosen={field.value}
            firstOption={field.ref}
            error={fieldState.error?.message}
            previous={previous}
            onChoose={field.onChange}
          />
        )}
      />
      {previous && (
        <PlaceLink to={cellPath(previous.period, input.review.urn, area.code)}>
          Read last {periodKindName(previous.period.period)}’s judgement
        </PlaceLink>
      )}
    </section>
  );
};

const RationaleField = ({ area: { form }, input, typed }: PartProps) => {
  const needed = input.saving.needed(input.entry.area.code, typed);
  return (
    <Controller
      control={form.control}
      name="rationale"
      render={({ field, fieldState }) => (
        <TextField
          label="Rationale"
          value={field.value}
          inputRef={field.ref}
          onChange={field.onChange}
          maxLength={2000}
          required={needed !== undefined}
          hint={needed ?? 'Why this level: what you saw, and what happens next.'}
          error={fieldState.error?.message}
        />
      )}
    />
  );
};

/** From one level to the next with the arrow keys nothing is left yet. */
const staysInField = ({ target, relatedTarget }: FocusEvent): boolean => {
  const group = target.closest('[role=radiogroup]');
  return group !== null && relatedTarget instanceof Node && group.contains(relatedTarget);
};

/** One area to judge: measures, level with criteria, rationale, evidence; saved on its own, as it is typed. */
export const AreaEditor = (input: AreaFormInput) => {
  const surfaces = useSurfaces();
  const area = useAreaForm(input);
  const settle = useAfterPress(area.saver.settle);
  const room = roomWords(input.review);
  const parts = { area, input, typed: area.state.draft.typed };
  return (
    <form
      noValidate
      className={surfaces.stack}
      onBlur={(event) => {
        if (!staysInField(event)) settle();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        area.submit();
      }}
    >
      <Measures {...parts} />
      <LevelField {...parts} />
      <RationaleField {...parts} />
      <EvidenceFields control={area.form.control} />
      {room && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{room}</MessageBarBody>
        </MessageBar>
      )}
      {area.standing.kind === 'overtaken' ? (
        <OtherJudgement area={area} entry={input.entry} />
      ) : (
        <SaveBar area={area} />
      )}
    </form>
  );
};
