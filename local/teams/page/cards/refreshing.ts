/** Teams asks for a viewer's card by itself at most once a minute (facts §4.3). */
export const refreshPause = 60_000;

/**
 * How long to wait, in milliseconds, before the automatic refresh of a card may run; nothing where
 * the base card that is shown has been refreshed already.
 */
export const waitBeforeRefresh = (
  version: number,
  last: { version: number; at: number } | undefined,
  now: number,
): number | undefined => {
  if (last === undefined) return 0;
  const due = last.at + refreshPause - now;
  if (last.version === version && due > 0) return undefined;
  return Math.max(0, due);
};
