import type { ReviewCard } from '../../shared/schema/card';
import { termLabel } from '../../shared/domain/words';
import { adaptiveCard, type Action, type AdaptiveCard, type Element } from './adaptiveCard';
import { decide, decideWithComment, open, optionalComment } from './decisions';
import type { DeepLink } from './deepLink';
import { firstFew, heading, line, noticeBox, quotation, smallPrint, subheading, type Notice } from './lines';
import { areaLines, changeLines, countsLine } from './marks';

export interface CardOptions {
  readonly deepLink: DeepLink;
  /** Says at the top what became of what somebody just tried. */
  readonly notice?: Notice;
}

/** More would push the buttons off a phone; the tab has the whole history. */
const latestStatus = 3;
const mostGroups = 8;

const section = (title: string, lines: readonly Element[]): Element[] =>
  lines.length === 0 ? [] : [subheading(title), ...lines];

const levels = (card: ReviewCard): Element[] => [
  ...section(
    'Levels by function',
    firstFew(card.groups, mostGroups, ({ name, counts }) => countsLine(counts, name)),
  ),
  ...section(`Needs intervention (${card.intervention.length})`, areaLines(card.intervention)),
  ...section(
    card.comparedWith === undefined ? 'Changed' : `Changed since ${card.comparedWith}`,
    changeLines(card.changes),
  ),
];

const decisions = (card: ReviewCard): Action[] => {
  if (card.ask !== 'signOff') return [];
  const { key, round } = card;
  return [
    decide('Sign off', { verb: 'review.signOff', ...key, round }, 'positive'),
    decideWithComment(
      { title: 'Query…', question: 'What should the trust look at again?', send: 'Send query' },
      { verb: 'review.query', ...key, round },
    ),
  ];
};

/**
 * One person's card of a termly review. Asks for the sign-off, or shows a query that waits for an answer, or only
 * tells how things stand; at most four buttons, the two that decide among them.
 */
export const renderReviewCard = (card: ReviewCard, { deepLink, notice }: CardOptions): AdaptiveCard => {
  const body: Element[] = [
    ...(notice ? [noticeBox(notice)] : []),
    heading(card.headline),
    smallPrint(`${card.academyName} · ${termLabel(card.term)}`, 'none'),
    ...card.status.slice(-latestStatus).map((status) => line(status)),
    ...(card.comment ? [quotation(card.comment)] : []),
    ...levels(card),
    ...(card.ask === 'signOff' ? [optionalComment('review.signOff')] : []),
    smallPrint(card.why, 'medium'),
  ];
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId))]);
};
