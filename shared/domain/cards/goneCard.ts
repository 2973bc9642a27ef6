import type { GoneCard } from '../../schema/card';

/** What takes the place of a card that is no longer its reader's to see. It names nothing. */
export const goneCard: GoneCard = {
  card: 'gone',
  headline: 'This is no longer yours to see.',
  why: 'You receive this because an earlier message was about something that has passed to somebody else.',
  subPageId: 'work',
};
