import { adaptiveCard, type AdaptiveCard } from './adaptiveCard';
import { noticeBox, type Notice } from './lines';

/** A card that is only a notice: what stands in the place of a matter that somebody may not (or no longer) see. */
export const renderNotice = (notice: Notice): AdaptiveCard => adaptiveCard(notice.text, [noticeBox(notice)]);
