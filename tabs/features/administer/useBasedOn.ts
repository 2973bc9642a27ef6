import { useEffect, useRef, useState } from 'react';
import { sameFacts } from '../../../shared/domain/sameFacts';

export interface BasedOn<F> {
  /** What the person had in sight when they began: the server writes over nothing else. */
  readonly basedOn: F;
  /** Somebody changed it meanwhile, and something is typed here: both versions are to be shown. */
  readonly stale: boolean;
  /** What is typed stays, now as a change of what is stored. */
  readonly keepMine: () => void;
  /** What is typed is given up. */
  readonly takeTheirs: () => void;
  /** After it was saved: this is how it stands now. */
  readonly settle: (saved: F) => void;
}

/** Keeps what a form began from beside what is stored now. Where nothing is typed the form just follows. */
export const useBasedOn = <F>(stored: F, isDirty: boolean, show: (facts: F) => void): BasedOn<F> => {
  const [basedOn, setBasedOn] = useState(stored);
  const shown = useRef(basedOn);
  const differs = !sameFacts(stored, basedOn);
  if (differs && !isDirty) setBasedOn(stored);
  const adopt = (facts: F): void => {
    shown.current = facts;
    setBasedOn(facts);
    show(facts);
  };
  useEffect(() => {
    if (isDirty || sameFacts(shown.current, basedOn)) return;
    shown.current = basedOn;
    show(basedOn);
  });
  return {
    basedOn,
    stale: differs && isDirty,
    keepMine: () => setBasedOn(stored),
    takeTheirs: () => adopt(stored),
    settle: adopt,
  };
};
