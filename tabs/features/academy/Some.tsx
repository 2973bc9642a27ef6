import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

interface SomeProps<T> {
  readonly all: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly step: number;
  /** What is behind the button: 'earlier decisions'. */
  readonly more: string;
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** The first few of a long list, and the rest a few at a time. */
export const Some = <T,>({ all, step, more, children }: SomeProps<T>) => {
  const [shown, setShown] = useState(step);
  const rest = all.length - shown;
  return (
    <>
      {children(all.slice(0, shown))}
      {rest > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setShown(shown + step);
            }}
          >
            Show {Math.min(rest, step)} {more}
          </Button>
        </div>
      )}
    </>
  );
};
