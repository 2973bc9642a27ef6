import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { count, listWords, termLabel, termName } from '../../../shared/domain/words';
import type { Urn } from '../../../shared/schema/ids';
import type { OpenedReviews, ReviewList } from '../../../shared/schema/reviewViews';
import type { TermRef } from '../../../shared/schema/views';
import { refreshAll } from '../../api/reading';
import { openReviews } from '../../api/reviewCommands';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';

const academies = (n: number): string => count(n, 'academy', 'academies');

const Outcome = ({ outcome, list }: { outcome: OpenedReviews; list: ReviewList }) => {
  const nameOf = (urn: Urn): string => list.reviews.find((entry) => entry.urn === urn)?.name ?? urn;
  const { opened, alreadyOpen } = outcome;
  return (
    <DoneNotice title={`Reviews opened for ${academies(opened.length)}.`}>
      {opened.length > 0 && `${listWords(opened.map(nameOf))}. `}
      {alreadyOpen.length > 0 && `Already open, and left as they were: ${listWords(alreadyOpen.map(nameOf))}.`}
    </DoneNotice>
  );
};

/** Opens a term's reviews for all academies in one act: says first what will happen, and afterwards what did. */
export const OpenTerm = ({ list }: { list: ReviewList }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<OpenedReviews>();
  const term: TermRef = { year: list.year, term: list.term };
  const open = useCommand(openReviews, (answer) => {
    setOutcome(answer);
    setAsking(false);
    refreshAll(client);
  });
  const waiting = list.reviews.filter((entry) => entry.state === 'notOpened').length;
  const others = list.reviews.length - waiting;
  const what = `Open the ${termName(list.term).toLowerCase()} for all academies`;
  return (
    <>
      {outcome && <Outcome outcome={outcome} list={list} />}
      {list.mayOpen && waiting > 0 && (
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              setAsking(true);
            }}
          >
            {what}
          </Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={`${what}?`}
          confirm={`Open ${count(waiting, 'review')}`}
          busy={open.busy}
          problem={open.problem}
          failed="The reviews were not all opened."
          onConfirm={() => void open.act(term)}
          onClose={() => {
            open.dismiss();
            setAsking(false);
          }}
        >
          <p className={surfaces.text}>
            A review for the {termLabel(term)} is opened for {academies(waiting)}. From then on its areas can be judged.
            {others > 0 &&
              ` ${academies(others)} ${others === 1 ? 'has' : 'have'} a review already; nothing in it changes.`}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
