import type { CardModel, GoneCard } from '../../shared/schema/card';
import { adaptiveCard, type AdaptiveCard } from './adaptiveCard';
import { renderChangeCard } from './changeCard';
import { open } from './decisions';
import { heading, noticeBox, smallPrint } from './lines';
import { renderReviewCard, type CardOptions } from './reviewCard';
import { renderWorkCard } from './workCard';

/** What is left of a card whose reader may no longer see what it was about. */
const renderGoneCard = (card: GoneCard, { deepLink, notice }: CardOptions): AdaptiveCard =>
  adaptiveCard(
    card.headline,
    [...(notice ? [noticeBox(notice)] : []), heading(card.headline), smallPrint(card.why)],
    [open(deepLink(card.subPageId))],
  );

/** One person's card of whatever the matter is. */
export const renderCard = (card: CardModel, options: CardOptions): AdaptiveCard => {
  switch (card.card) {
    case 'review':
      return renderReviewCard(card, options);
    case 'change':
      return renderChangeCard(card, options);
    case 'work':
      return renderWorkCard(card, options);
    case 'gone':
      return renderGoneCard(card, options);
  }
};
