import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ChangeId } from '../../../shared/schema/ids';
import type { CategoryChangeView, CategoryOverview } from '../../../shared/schema/changeViews';
import { proposeCategoryChange } from '../../api/categoryCommands';
import { keepChange } from '../../api/reading';
import { useCommand } from '../../api/useCommand';
import { useSession } from '../../app/SessionProvider';
import { CategoryMark } from '../../components/CategoryMark';
import { DayField } from '../../components/DayField';
import { useLeavingGuard } from '../../components/leavingGuard';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { TextField } from '../../components/TextField';
import { TermPicker } from '../../components/TermPicker';
import { CategoryChoice } from './CategoryChoice';
import { proposalErrors } from './proposalErrors';
import { ProposalEffects, ProposalEvidence, ProposalRoute } from './ProposalFacts';

type Academy = CategoryOverview['academies'][number];

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Sends a proposal. Its id is made once, so that sending it again cannot propose twice. */
const useProposing = (urn: Academy['urn']) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => ChangeId.parse(crypto.randomUUID()));
  const command = useCommand(
    (api, said: Omit<Parameters<typeof proposeCategoryChange>[2], 'urn'>, commandId) =>
      proposeCategoryChange(api, id, { ...said, urn }, commandId),
    (view: CategoryChangeView) => {
      keepChange(client, view);
      void navigate(`/categories/${view.id}`, { replace: true });
    },
  );
  useLeavingGuard(command.busy);
  return command;
};

/** A proposal: to which category, from when, why, on what evidence; beside it what it would change. */
export const ProposeForm = ({ academy }: { academy: Academy }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { framework, today, years, matrixTerm } = useSession();
  const [to, setTo] = useState<string>();
  const [effectiveFrom, setEffectiveFrom] = useState<string>(today);
  const [rationale, setRationale] = useState('');
  const [term, setTerm] = useState(matrixTerm);
  const [checked, setChecked] = useState(false);
  const propose = useProposing(academy.urn);
  const from = framework.categories.find(({ code }) => code === academy.category?.code);
  const chosen = framework.categories.find(({ code }) => code === to);
  const errors = proposalErrors({ to, effectiveFrom, rationale });
  const submit = (): void => {
    setChecked(true);
    if (!chosen || Object.keys(errors).length > 0) return;
    void propose.act({ to: chosen.code, effectiveFrom, rationale: rationale.trim(), evidence: term });
  };
  return (
    <form
      noValidate
      className={styles.both}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={mergeClasses(surfaces.card, surfaces.stack)}>
        <div className={surfaces.row}>
          Now: <CategoryMark category={from} />
        </div>
        <CategoryChoice
          categories={framework.categories.filter(({ code }) => code !== from?.code)}
          chosen={to}
          error={checked ? errors.to : undefined}
          onChoose={setTo}
        />
        <DayField
          label="Effective from"
          value={effectiveFrom}
          onChange={setEffectiveFrom}
          error={checked ? errors.effectiveFrom : undefined}
        />
        <TextField
          label="Rationale"
          required
          rows={6}
          maxLength={4000}
          value={rationale}
          onChange={setRationale}
          hint="Everybody on the route reads this."
          error={checked ? errors.rationale : undefined}
        />
        {propose.problem && <ProblemNotice problem={propose.problem} title="The change was not proposed." />}
        <div>
          <Button appearance="primary" type="submit" disabledFocusable={propose.busy}>
            {propose.busy ? 'Please wait…' : 'Propose the change'}
          </Button>
        </div>
      </div>
      <div className={surfaces.stack}>
        <section className={mergeClasses(surfaces.card, surfaces.tight)}>
          <h2 className={surfaces.title}>Evidence that goes with it</h2>
          <TermPicker years={years} today={today} shown={term} onPick={setTerm} />
          <ProposalEvidence urn={academy.urn} term={term} />
        </section>
        <ProposalEffects from={from} to={chosen} />
        <ProposalRoute />
      </div>
    </form>
  );
};
