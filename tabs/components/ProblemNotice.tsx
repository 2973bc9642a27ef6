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

const useStyles = makeStyles({
  notice: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  bar: { alignItems: 'start', height: 'auto', paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
  reference: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
});

interface ProblemNoticeProps {
  readonly problem: ApiProblem;
  /** What was not done, in a few words; the server's title where none is given. */
  readonly title?: string;
  readonly onTryAgain?: (() => void) | undefined;
}

const showsReference = (problem: ApiProblem): boolean =>
  problem.outcomeUnknown && problem.problem.correlationId !== undefined;

/** Says what went wrong and what to do, in the server's words, and takes the focus so that nobody misses it. */
export const ProblemNotice = ({ problem, title, onTryAgain }: ProblemNoticeProps) => {
  const styles = useStyles();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, [problem]);
  return (
    <div ref={notice} tabIndex={-1} role="alert" className={styles.notice}>
      <MessageBar
        intent={problem.outcomeUnknown ? 'error' : 'warning'}
        layout="multiline"
        className={styles.bar}
        politeness="polite"
      >
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{title ?? problem.problem.title}</MessageBarTitle> {problem.problem.detail}
          {showsReference(problem) && (
            <span className={styles.reference}>Reference for your administrator: {problem.problem.correlationId}</span>
          )}
        </MessageBarBody>
        {onTryAgain && (
          <MessageBarActions>
            <Button onClick={onTryAgain}>Try again</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
};
