import type { ReviewCard } from '../../shared/schema/card';
import { periodLabel } from '../../shared/domain/words';
import { adaptiveCard, type Action, type AdaptiveCard, type Element } from './adaptiveCard';
import { decide, decideWithComment, open, optionalComment } from './decisions';
import type { DeepLink } from './deepLink';
import { fold } from './fold';
import { firstFew, heading, line, noticeBox, quotation, smallPrint, subheading, type Notice } from './lines';
import { changeLines, countsLine, levelLines } from './marks';

export interface CardOptions {
  readonly deepLink: DeepLink;
  /** Says at the top what became of what somebody just tried. */
  readonly notice?: Notice;
}

/** The tab has every group, and the whole history. */
const mostGroups = 8;
const latestStatus = 3;

const changes = ({ changes: all, comparedWith }: ReviewCard): Element[] =>
  all.length === 0
    ? []
    : [subheading(comparedWith === undefined ? 'Changed' : `Changed since ${comparedWith}`), ...changeLines(all)];

const levels = ({ counts, intervention }: ReviewCard): Element[] =>
  counts.length === 0 ? [] : levelLines(counts, intervention, 'Levels');

/** What can be read once somebody wants to: group by group, and why the card came. */
const details = (card: ReviewCard): Element[] => {
  const why = smallPrint(card.why, 'medium');
  if (card.groups.length < 2) return [why];
  const each = firstFew(card.groups, mostGroups, ({ name, counts }) => countsLine(counts, name));
  return fold('Show or hide all levels', `${Object.values(card.key).join('-')}-${card.round}`, [...each, why]);
};

/** The button that decides: one person signs off, or several agree. Both send the same verb. */
const decidingTitle = { signOff: 'Sign off', agree: 'Agree' } as const;

const asksToDecide = ({ ask }: ReviewCard): keyof typeof decidingTitle | undefined =>
  ask === 'signOff' || ask === 'agree' ? ask : undefined;

const decisions = (card: ReviewCard): Action[] => {
  const ask = asksToDecide(card);
  if (!ask) return [];
  const { key, round } = card;
  return [
    decide(decidingTitle[ask], { verb: 'review.signOff', ...key, round }, 'positive'),
    decideWithComment(
      { title: 'Query…', question: 'What should the trust look at again?', send: 'Send query' },
      { verb: 'review.query', ...key, round },
    ),
  ];
};

/**
 * One person's card of a review. Asks to sign off or to agree, or shows a query that waits for an answer, or only
 * tells how things stand; at most four buttons, the two that decide among them.
 */
export const renderReviewCard = (card: ReviewCard, { deepLink, notice }: CardOptions): AdaptiveCard => {
  const body: Element[] = [
    ...(notice ? [noticeBox(notice)] : []),
    heading(card.headline),
    smallPrint(`${card.academyName} · ${periodLabel(card.period)}`, 'none'),
    ...card.status.slice(-latestStatus).map((status) => line(status)),
    ...(card.comment ? [quotation(card.comment)] : []),
    ...levels(card),
    ...changes(card),
    ...details(card),
    ...(asksToDecide(card) ? [optionalComment('review.signOff')] : []),
  ];
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId))]);
};
