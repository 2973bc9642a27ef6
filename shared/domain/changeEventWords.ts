import type { CategoryChange, CategoryChangeEvent, DescribedChange } from '../schema/categoryChange';
import { heardWords } from './routeView';
import { bodyOf } from './routeWords';
import { formatDay } from './words';

const said = (what: string, comment: string): string => (comment ? `${what}: ${comment}` : what);

type Confirmed = Extract<CategoryChangeEvent, { type: 'confirmed' }>;

/** 'confirmed for the Board, which met on 17 November 2026', or another category 'instead of' the proposed one. */
const confirmedWords = (change: CategoryChange, described: DescribedChange, event: Confirmed): string => {
  const step = change.route.steps[event.step];
  const body = step && bodyOf(step, described);
  const what = described.proposed && event.to ? ` ${described.to.name} instead of ${described.proposed.name}` : '';
  const met = formatDay(event.meetingDate);
  return body ? `confirmed${what} for ${body}, which met on ${met}` : `confirmed${what} after the meeting of ${met}`;
};

/** What somebody did, as it stands after their name in the history of a change. */
export const changeEventWords = (
  change: CategoryChange,
  described: DescribedChange,
  event: CategoryChangeEvent,
): string => {
  switch (event.type) {
    case 'proposed':
      return `proposed the change, effective from ${formatDay(event.effectiveFrom)}`;
    case 'discussed':
      return said(heardWords(change.route.steps[event.step], event.agrees).toLowerCase(), event.comment);
    case 'approved':
      return said('approved', event.comment);
    case 'confirmed':
      return said(confirmedWords(change, described, event), event.comment);
    case 'returned':
      return said('returned it', event.comment);
    case 'rejected':
      return said('rejected it', event.comment);
    case 'resubmitted':
      return `proposed it again, effective from ${formatDay(event.effectiveFrom)}`;
    case 'withdrawn':
      return said('withdrew it', event.reason);
    case 'recorded':
      return event.note;
  }
};
