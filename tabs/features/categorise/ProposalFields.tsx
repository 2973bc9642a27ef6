import type { Category } from '../../../shared/schema/framework';
import type { ProposalChoices } from '../../../shared/schema/changeViews';
import { useSession } from '../../app/SessionProvider';
import { DayField } from '../../components/DayField';
import { useSurfaces } from '../../components/surfaces';
import { TextField } from '../../components/TextField';
import { CategoryChoice } from './CategoryChoice';
import { OutsideOpinionFields } from './OutsideOpinionFields';
import { daysWords } from './proposalErrors';
import { RouteChoice } from './RouteChoice';
import type { ProposalForm } from './useProposalForm';

interface ProposalFieldsProps {
  readonly form: ProposalForm;
  readonly choices: ProposalChoices;
  readonly effectiveFrom: string;
  readonly onDay: (day: string) => void;
}

/** The same code under another name is a category of an earlier model. */
const isSame = (a: Category, b: Category | undefined): boolean => a.code === b?.code && a.name === b.name;

const DayOfChange = ({ form, effectiveFrom, onDay }: Omit<ProposalFieldsProps, 'choices'>) => {
  const surfaces = useSurfaces();
  const allowed = daysWords(effectiveFrom, form.terms);
  return (
    <div className={surfaces.tight}>
      <DayField label="Effective from" value={effectiveFrom} onChange={onDay} error={form.errors.effectiveFrom} />
      {allowed && <p className={surfaces.quiet}>This route allows {allowed}.</p>}
    </div>
  );
};

/** What a proposal says: to where, on which route, from when and why. */
export const ProposalFields = ({ form, choices, effectiveFrom, onDay }: ProposalFieldsProps) => {
  const { today } = useSession();
  const { errors } = form;
  return (
    <>
      <CategoryChoice
        categories={choices.categories.filter((category) => !isSame(category, choices.from))}
        chosen={form.to}
        error={errors.to}
        onChoose={form.setTo}
      />
      {form.differs && (
        <TextField
          label="Why not what is suggested"
          required
          maxLength={2000}
          value={form.overrideReason}
          onChange={form.setOverrideReason}
          hint="The framework’s rule suggests something else."
          error={errors.overrideReason}
        />
      )}
      <RouteChoice routes={choices.routes} chosen={form.route?.code} onChoose={form.setRouteCode} />
      <DayOfChange form={form} effectiveFrom={effectiveFrom} onDay={onDay} />
      <TextField
        label="Rationale"
        required
        rows={6}
        maxLength={4000}
        value={form.rationale}
        onChange={form.setRationale}
        hint="Everybody on the route reads this."
        error={errors.rationale}
      />
      <OutsideOpinionFields opinion={form.opinion} errors={errors} today={today} onChange={form.setOpinion} />
    </>
  );
};
