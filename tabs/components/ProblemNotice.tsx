import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/problem';
import { CopyReference } from './CopyReference';
import { PlaceLink } from './PlaceLink';
import { againWords, leadsNowhere, needsReload, referenceOf, retryWords } from './problemWords';

const useStyles = makeStyles({
  notice: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  bar: { alignItems: 'start', height: 'auto', paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
});

interface ProblemNoticeProps {
  readonly problem: ApiProblem;
  /** What was not done, in a few words; the server's title where none is given. */
  readonly title?: string;
  readonly onTryAgain?: (() => void) | undefined;
  /** False where nobody asked for what failed: somebody may be typing. */
  readonly takesFocus?: boolean;
  /** The notice is all there is to see: it shows the way to somewhere else. */
  readonly wholePage?: boolean;
}

/** Once the time that the server asked for is over, what only reads is tried again by itself. */
const useWait = (problem: ApiProblem, onTryAgain: (() => void) | undefined): void => {
  const latest = useRef(onTryAgain);
  useEffect(() => {
    latest.current = onTryAgain;
  });
  useEffect(() => {
    if (problem.retryAfter === undefined) return undefined;
    const timer = setTimeout(() => latest.current?.(), problem.retryAfter * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [problem]);
};

const WaysOn = ({ problem, onTryAgain }: Pick<ProblemNoticeProps, 'problem' | 'onTryAgain'>) => {
  const reload = needsReload(problem);
  if (!onTryAgain && !reload) return null;
  return (
    <MessageBarActions>
      {onTryAgain && <Button onClick={onTryAgain}>{againWords(problem)}</Button>}
      {reload && (
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          Reload the page
        </Button>
      )}
    </MessageBarActions>
  );
};

/** Says what went wrong and what to do, in the server's words, and takes the focus so that nobody misses it. */
export const ProblemNotice = (props: ProblemNoticeProps) => {
  const { problem, title, onTryAgain, takesFocus = true, wholePage = false } = props;
  const styles = useStyles();
  const notice = useRef<HTMLDivElement>(null);
  useWait(problem, onTryAgain);
  useEffect(() => {
    if (takesFocus) notice.current?.focus();
  }, [problem, takesFocus]);
  const reference = referenceOf(problem);
  return (
    <div ref={notice} tabIndex={-1} role="alert" className={styles.notice}>
      <MessageBar
        intent={problem.outcomeUnknown ? 'error' : 'warning'}
        layout="multiline"
        className={styles.bar}
        politeness="polite"
      >
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{title ?? problem.problem.title}</MessageBarTitle>{' '}
          {[problem.problem.detail, retryWords(problem)].filter(Boolean).join(' ')}
          {reference && <CopyReference reference={reference} />}
          {wholePage && leadsNowhere(problem) && (
            <>
              {' '}
              <PlaceLink to="/work">Go to my work</PlaceLink>
            </>
          )}
        </MessageBarBody>
        <WaysOn problem={problem} onTryAgain={onTryAgain} />
      </MessageBar>
    </div>
  );
};
