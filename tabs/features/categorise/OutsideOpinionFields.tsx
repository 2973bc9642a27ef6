import { Checkbox, Field, Input } from '@fluentui/react-components';
import { DayField } from '../../components/DayField';
import { TextField } from '../../components/TextField';
import { useSurfaces } from '../../components/surfaces';
import type { ProposalErrors, TypedOpinion } from './proposalErrors';

interface OutsideOpinionFieldsProps {
  /** Absent where there is none. */
  readonly opinion: TypedOpinion | undefined;
  readonly errors: ProposalErrors;
  readonly today: string;
  readonly onChange: (opinion: TypedOpinion | undefined) => void;
}

/** Somebody else's opinion, as the local authority's: stored beside the proposal, never counted. */
export const OutsideOpinionFields = ({ opinion, errors, today, onChange }: OutsideOpinionFieldsProps) => {
  const surfaces = useSurfaces();
  return (
    <>
      <Checkbox
        label="An outside opinion goes with it, as the local authority’s"
        checked={opinion !== undefined}
        onChange={(_event, { checked }) => {
          onChange(checked === true ? { from: '', givenOn: today, opinion: '' } : undefined);
        }}
      />
      {opinion && (
        <div className={surfaces.stack}>
          <Field label="Whose opinion" required {...(errors.opinionFrom && { validationMessage: errors.opinionFrom })}>
            <Input
              value={opinion.from}
              maxLength={120}
              onChange={(_event, { value: from }) => {
                onChange({ ...opinion, from });
              }}
            />
          </Field>
          <DayField
            label="Given on"
            value={opinion.givenOn}
            max={today}
            onChange={(givenOn) => {
              onChange({ ...opinion, givenOn });
            }}
            error={errors.opinionGivenOn}
          />
          <TextField
            label="What they say"
            required
            maxLength={1000}
            value={opinion.opinion}
            onChange={(said) => {
              onChange({ ...opinion, opinion: said });
            }}
            error={errors.opinion}
          />
        </div>
      )}
    </>
  );
};
