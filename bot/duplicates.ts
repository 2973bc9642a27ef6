/** Teams sends an activity again when no answer came within some 15 seconds, later perhaps once more (facts §5.5). */
const remembered = 10 * 60_000;
const most = 2000;

export interface Duplicates {
  /** Whether this activity is here for the first time; an activity without an id always is. */
  isFirst(activityId: string): boolean;
  /** It failed: the next arrival is to be tried again. */
  forget(activityId: string): void;
}

/**
 * What this process has answered lately, so that one message is answered once. Decisions do not rest on it: their
 * command ids make a second arrival harmless in every process.
 */
export const createDuplicates = (now: () => string): Duplicates => {
  const seen = new Map<string, number>();

  const tidy = (at: number): void => {
    for (const [id, since] of seen) {
      if (at - since < remembered && seen.size <= most) return;
      seen.delete(id);
    }
  };

  return {
    isFirst(activityId) {
      const at = Date.parse(now());
      tidy(at);
      if (activityId === '') return true;
      if (seen.has(activityId)) return false;
      seen.set(activityId, at);
      return true;
    },
    forget(activityId) {
      seen.delete(activityId);
    },
  };
};
