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

type Counts = ReviewCard['groups'][number]['counts'];

/** Of all groups together; a level is what its mark shows. */
const total = (groups: ReviewCard['groups']): Counts => {
  const found = new Map<string, Counts[number]>();
  for (const { mark, count } of groups.flatMap(({ counts }) => counts)) {
    const key = `${mark.symbol} ${mark.word}`;
    found.set(key, { mark, count: count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
};

const levels = ({ groups, intervention }: ReviewCard): Element[] =>
  groups.length === 0 ? [] : levelLines(total(groups), intervention, 'Levels');

/** What can be read once somebody wants to: group by group, what happened before, and why the card came. */
const details = ({ groups, status, why }: ReviewCard): Element[] => {
  const earlier = status.slice(-latestStatus, -1).map((each) => line(each));
  const each = groups.length > 1 ? firstFew(groups, mostGroups, ({ name, counts }) => countsLine(counts, name)) : [];
  return fold('More about this review', [...each, ...earlier, smallPrint(why, 'medium')]);
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
    ...card.status.slice(-1).map((status) => line(status)),
    ...(card.comment ? [quotation(card.comment)] : []),
    ...levels(card),
    ...changes(card),
    ...details(card),
    ...(asksToDecide(card) ? [optionalComment('review.signOff')] : []),
  ];
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId))]);
};
