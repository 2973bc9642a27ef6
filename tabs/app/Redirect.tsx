import { useLayoutEffect } from 'react';
import { goTo } from './routing';

/** Leads on to another place of the tab, which takes this one's place in the history. */
export const Redirect = ({ to }: { to: string }) => {
  useLayoutEffect(() => {
    goTo(to, { replace: true, beginning: true });
  }, [to]);
  return null;
};
