import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { count, formatInstant } from '../../../shared/domain/words';
import type { Delivery, DeliveryProblem } from '../../../shared/schema/deliveryViews';
import { rereadEverything } from '../../api/keeping';
import { useDelivery } from '../../api/readDelivery';
import { resendCard } from '../../api/resendCard';
import { resendFailed } from '../../api/resendFailed';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

const Entry = ({ children, action }: { children: ReactNode; action?: ReactNode }) => {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <div className={styles.words}>{children}</div>
      {action}
    </li>
  );
};

interface Part {
  readonly title: string;
  readonly about: string;
  readonly children: readonly ReactNode[];
}

/** One kind of trouble; nothing at all where there is none. */
const Part = ({ title, about, children }: Part) => {
  const surfaces = useSurfaces();
  if (children.length === 0) return null;
  return (
    <div className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>{title}</h3>
      <p className={surfaces.quiet}>{about}</p>
      <Entries label={title}>{children}</Entries>
    </div>
  );
};

/** Trying again, with what became of it where the eye is. */
const useResending = () => {
  const client = useQueryClient();
  const [done, setDone] = useState<string>();
  const told = (words: string): void => {
    setDone(words);
    rereadEverything(client);
  };
  const card = useCommand(resendCard, () => told('It will be sent again.'));
  const failed = useCommand(resendFailed, () => told('It will be tried again.'));
  return { card, failed, done, busy: card.busy || failed.busy, problem: card.problem ?? failed.problem };
};
type Resending = ReturnType<typeof useResending>;

const Problem = ({ problem, resending }: { problem: DeliveryProblem; resending: Resending }) => {
  const surfaces = useSurfaces();
  const { who, subject, reason, since, hasLeft, matter, person, slot } = problem;
  const again = (
    <Button
      disabled={resending.busy}
      aria-label={`Send again to ${who.name}: ${subject}`}
      onClick={() => void resending.card.act({ matter, person, slot })}
    >
      Send again
    </Button>
  );
  return (
    <Entry action={hasLeft ? undefined : again}>
      <strong>{who.name}</strong>: {subject}
      <br />
      {reason}
      {hasLeft && ' Hand over their roles under ‘People and roles’, so that somebody else gets this.'}
      <div className={surfaces.quiet}>Since {formatInstant(since)}</div>
    </Entry>
  );
};

const aboutHeld = ({ sending, nextAt }: Delivery): string =>
  sending || nextAt === undefined
    ? 'These messages are on their way.'
    : `Messages go out at the hours set below: next on ${formatInstant(nextAt)}.`;

const nothingWrong = ({ undeliverable, unsure, failed }: Delivery): boolean =>
  undeliverable.length + unsure.length + failed.length === 0;

const Troubles = ({ delivery }: { delivery: Delivery }) => {
  const surfaces = useSurfaces();
  const resending = useResending();
  const { undeliverable, unsure, failed, failedInAll, held } = delivery;
  return (
    <div className={surfaces.stack}>
      {resending.done !== undefined && <DoneNotice title={resending.done} />}
      {resending.problem && <ProblemNotice problem={resending.problem} title="Nothing was sent." />}
      {nothingWrong(delivery) && (
        <p className={surfaces.text}>
          {held.length === 0 ? 'Every message reached its person.' : 'No message has failed.'}
        </p>
      )}
      <Part
        title="Could not be delivered"
        about="These people were not told in chat. They find their work in the tab; ask them to install Assured or to unblock it."
      >
        {undeliverable.map((problem) => (
          <Problem key={`${problem.person}|${problem.matter.key}|${problem.slot}`} {...{ problem, resending }} />
        ))}
      </Part>
      <Part
        title="May not have arrived"
        about="Teams did not say whether it took these messages, so they are not sent twice by themselves. Ask, or send again."
      >
        {unsure.map((problem) => (
          <Problem key={`${problem.person}|${problem.matter.key}|${problem.slot}`} {...{ problem, resending }} />
        ))}
      </Part>
      <Part
        title={`Failed again and again (${failedInAll})`}
        about="Something went wrong five times. Nothing is lost: try again once Teams and SharePoint are well."
      >
        {failed.map(({ id, who, subject, failedAt }) => (
          <Entry
            key={id}
            action={
              <Button disabled={resending.busy} onClick={() => void resending.failed.act({ id })}>
                Try again<span hidden>: {subject}</span>
              </Button>
            }
          >
            {who && <strong>{who.name}: </strong>}
            {subject}
            <div className={surfaces.quiet}>Failed on {formatInstant(failedAt)}</div>
          </Entry>
        ))}
      </Part>
      <Part title="Waiting to be sent" about={aboutHeld(delivery)}>
        {held.map(({ who, cards, urgent, since }) => (
          <Entry key={who.id}>
            <strong>{who.name}</strong>: {count(cards, 'message')}
            {urgent && ', to be sent at once'}
            <div className={surfaces.quiet}>Since {formatInstant(since)}</div>
          </Entry>
        ))}
      </Part>
    </div>
  );
};

/** How the messages to people fare: who was not reached, and sending again. */
export const Deliveries = () => (
  <Section
    title="Undelivered messages"
    about="Whom Assured could not tell what waits for them, and what is still to go out."
  >
    <Loaded query={useDelivery()} waiting="Loading messages">
      {(delivery) => <Troubles delivery={delivery} />}
    </Loaded>
  </Section>
);
