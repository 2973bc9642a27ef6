import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  code: { overflowWrap: 'anywhere', userSelect: 'all' },
});

/** Where the browser lets no page of a frame copy, the reference is marked instead, so that two keys copy it. */
const mark = (code: HTMLElement): void => {
  const range = document.createRange();
  range.selectNodeContents(code);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
};

/** What an administrator needs to find a fault in the log, ready to be copied. */
export const CopyReference = ({ reference }: { reference: string }) => {
  const styles = useStyles();
  const code = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reference);
      setSaid('Copied.');
    } catch {
      if (code.current) mark(code.current);
      setSaid('Marked: press Ctrl and C, or Command and C, to copy it.');
    }
  };
  return (
    <span className={styles.line}>
      <span>
        Reference for your administrator:{' '}
        <code ref={code} className={styles.code}>
          {reference}
        </code>
      </span>
      <Button size="small" aria-label="Copy the reference" onClick={() => void copy()}>
        Copy
      </Button>
      <span role="status">{said}</span>
    </span>
  );
};
