import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Day } from '../../../shared/schema/ids';
import type { CategoryOverview, ProposalChoices } from '../../../shared/schema/changeViews';
import { useProposalChoices } from '../../api/readProposalChoices';
import { useSession } from '../../app/SessionProvider';
import { CategoryMark } from '../../components/CategoryMark';
import { Loaded } from '../../components/Loaded';
import { PeriodPicker } from '../../components/PeriodPicker';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { ProposalEffects, ProposalEvidence, ProposalRoute } from './ProposalFacts';
import { ProposalFields } from './ProposalFields';
import { SuggestedNote } from './SuggestedNote';
import { useProposalForm, type ProposalForm } from './useProposalForm';

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

const Evidence = ({ urn, form }: { urn: Academy['urn']; form: ProposalForm }) => {
  const surfaces = useSurfaces();
  const { periods, today } = useSession();
  const { period } = form;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>Evidence that goes with it</h2>
      {period ? (
        <>
          <PeriodPicker periods={periods} today={today} shown={period} onPick={form.setPeriod} />
          <SuggestedNote query={form.suggestion} />
          <ProposalEvidence urn={urn} period={period} />
        </>
      ) : (
        <p className={surfaces.text}>No period has begun yet whose row could go with it.</p>
      )}
    </section>
  );
};

interface FilledInProps {
  readonly academy: Academy;
  readonly choices: ProposalChoices;
  readonly effectiveFrom: string;
  readonly onDay: (day: string) => void;
}

const FilledIn = ({ academy, choices, effectiveFrom, onDay }: FilledInProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const form = useProposalForm(academy.urn, effectiveFrom, choices);
  const { command } = form;
  return (
    <form
      noValidate
      className={styles.both}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div className={mergeClasses(surfaces.card, surfaces.stack)}>
        <div className={surfaces.row}>
          Now: {choices.from ? <CategoryMark category={choices.from} /> : `no ${choices.categoryWord} yet`}
        </div>
        <ProposalFields form={form} choices={choices} effectiveFrom={effectiveFrom} onDay={onDay} />
        {command.problem && <ProblemNotice problem={command.problem} title="The change was not proposed." />}
        <div>
          <Button appearance="primary" type="submit" disabledFocusable={command.busy}>
            {command.busy ? 'Please wait…' : 'Propose the change'}
          </Button>
        </div>
      </div>
      <div className={surfaces.stack}>
        {choices.needsEvidence && <Evidence urn={academy.urn} form={form} />}
        <ProposalEffects from={choices.from} to={form.chosen} />
        <ProposalRoute route={form.route} />
      </div>
    </form>
  );
};

/** A proposal: to which category, from when, why, on what evidence; beside it what it would change. */
export const ProposeForm = ({ academy }: { academy: Academy }) => {
  const { today } = useSession();
  const [effectiveFrom, setEffectiveFrom] = useState<string>(today);
  // What is typed of a day is not yet one: the choices stay those of the last whole day.
  const [asked, setAsked] = useState<string>(today);
  const onDay = (day: string): void => {
    setEffectiveFrom(day);
    if (Day.safeParse(day).success) setAsked(day);
  };
  return (
    <Loaded
      query={useProposalChoices({ urn: academy.urn, effectiveFrom: asked })}
      waiting="Loading what may be proposed"
    >
      {(choices) => <FilledIn academy={academy} choices={choices} effectiveFrom={effectiveFrom} onDay={onDay} />}
    </Loaded>
  );
};
