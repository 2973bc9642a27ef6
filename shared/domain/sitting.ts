import type { AreaCode } from '../schema/ids';
import type { ReviewEvent } from '../schema/review';

type AreaEvent = Extract<ReviewEvent, { type: 'rated' | 'measured' }>;

/** From its first command on, a sitting takes more for so long. */
const longestMs = 30 * 60_000;
/** So many commands an entry remembers; none is ever forgotten, the next begins an entry of its own. */
const mostContinued = 20;

const isOfArea = (event: ReviewEvent): event is AreaEvent => event.type === 'rated' || event.type === 'measured';

/** No level and no number is another one than before: wording, evidence, days and sources alone. */
const wordsOnly = (event: AreaEvent): boolean =>
  event.type === 'rated'
    ? event.before?.level === event.after
    : Object.entries(event.after).every(([code, value]) => value === event.before[code as keyof typeof event.before]);

/** The area's own latest entry, unless the whole review was sent, queried, reopened or moved since. */
const latestOf = (history: readonly ReviewEvent[], area: AreaCode): AreaEvent | undefined => {
  const latest = history.findLast((event) => !isOfArea(event) || event.area === area);
  return latest && isOfArea(latest) ? latest : undefined;
};

const mayContinue = (entry: AreaEvent, event: AreaEvent): boolean =>
  entry.type === event.type &&
  entry.by === event.by &&
  (entry.continued?.length ?? 0) < mostContinued &&
  Date.parse(event.at) - Date.parse(entry.begun ?? entry.at) <= longestMs;

/** One entry of both: from what stood before the sitting to what stands now. */
const joined = (entry: AreaEvent, event: AreaEvent): AreaEvent => {
  const sitting = { begun: entry.begun ?? entry.at, continued: [...(entry.continued ?? []), entry.commandId] };
  if (entry.type === 'measured' && event.type === 'measured')
    return {
      ...event,
      ...sitting,
      before: { ...event.before, ...entry.before },
      after: { ...entry.after, ...event.after },
    };
  return entry.type === 'rated' && event.type === 'rated' ? { ...event, ...sitting, before: entry.before } : event;
};

/**
 * A review's history with one more change. A form that is saved as it is typed says the same thing in better words
 * many times over; such a change belongs to the entry that the same person made of the same area up to half an hour
 * before. Whatever changes a level or a number, or comes after somebody else or after a sending, is an entry of its own.
 */
export const withEntry = (history: readonly ReviewEvent[], event: ReviewEvent): ReviewEvent[] => {
  const entry = isOfArea(event) && wordsOnly(event) ? latestOf(history, event.area) : undefined;
  if (!entry || !isOfArea(event) || !mayContinue(entry, event)) return [...history, event];
  return [...history.filter((each) => each !== entry), joined(entry, event)];
};
