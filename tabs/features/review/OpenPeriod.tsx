import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordOf } from '../../../shared/domain/judging';
import { capital, count, listWords, periodName, plural, recordPhrase, withArticle } from '../../../shared/domain/words';
import { Term, type Urn } from '../../../shared/schema/ids';
import type { OpenedReviews, ReviewList } from '../../../shared/schema/reviewViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { refreshAll } from '../../api/keeping';
import { openReviews } from '../../api/openReviews';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { periodInSentence } from './settlingWords';

const academies = (n: number): string => count(n, 'academy', 'academies');

const Outcome = ({ outcome, list }: { outcome: OpenedReviews; list: ReviewList }) => {
  const nameOf = (urn: Urn): string => list.reviews.find((entry) => entry.urn === urn)?.name ?? urn;
  const { opened, alreadyOpen } = outcome;
  return (
    <DoneNotice title={`${capital(plural(recordOf(list)))} opened for ${academies(opened.length)}.`}>
      {opened.length > 0 && `${listWords(opened.map(nameOf))}. `}
      {alreadyOpen.length > 0 && `Already open, and left as they were: ${listWords(alreadyOpen.map(nameOf))}.`}
    </DoneNotice>
  );
};

/** 'Open the autumn term for all academies', 'Open the 2026/27 risk assessments for all academies'. */
const openingWords = (list: ReviewList): string => {
  const what = Term.safeParse(list.period).success
    ? periodName(list.period)
    : recordPhrase(list, plural(recordOf(list)));
  return `Open the ${what} for all academies`;
};

/** Opens a period's reviews for all academies in one act: says first what will happen, and afterwards what did. */
export const OpenPeriod = ({ list }: { list: ReviewList }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<OpenedReviews>();
  const period: PeriodRef = { year: list.year, period: list.period };
  const open = useCommand(openReviews, (answer) => {
    setOutcome(answer);
    setAsking(false);
    refreshAll(client);
  });
  const waiting = list.reviews.filter((entry) => entry.state === 'notOpened').length;
  const others = list.reviews.length - waiting;
  const what = openingWords(list);
  const record = recordOf(list);
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
      {asking && waiting > 0 && (
        <ConfirmDialog
          title={`${what}?`}
          confirm={`Open ${count(waiting, record, plural(record))}`}
          busy={open.busy}
          problem={open.problem}
          failed={`The ${plural(record)} were not all opened.`}
          onConfirm={() => void open.act(period)}
          onClose={() => {
            open.dismiss();
            setAsking(false);
          }}
        >
          <p className={surfaces.text}>
            {capital(withArticle(record))} for {periodInSentence(period)} is opened for {academies(waiting)}. From then
            on its areas can be judged.
            {others > 0 &&
              ` ${academies(others)} ${others === 1 ? 'has' : 'have'} ${withArticle(record)} already; nothing in it changes.`}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
