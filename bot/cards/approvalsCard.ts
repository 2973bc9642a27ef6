import type { Approvals, Waiting } from '../../shared/schema/standingViews';
import { count } from '../../shared/domain/words';
import { adaptiveCard, type AdaptiveCard, type Container, type Element } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { boldLine, firstFew, heading, line, subheading } from './lines';
import { asked, withWhom } from './standingCard';
import { clip, literal } from './text';

/** With the button below, five things to press of the six that a card may have. */
const mostMine = 4;
const mostOthers = 6;

/** The whole row is the link to where it is decided. */
const mine =
  (deepLink: DeepLink) =>
  (item: Waiting): Container => ({
    type: 'Container',
    separator: true,
    spacing: 'medium',
    selectAction: open(deepLink(item.subPageId), literal(`Open: ${clip(item.subject, 120)}`)),
    items: [boldLine(item.subject), line(`${item.step}: ${withWhom(item)}`, 'none')],
  });

const others = (item: Waiting): Element => ({
  type: 'Container',
  spacing: 'small',
  items: [boldLine(item.subject), line(`${item.step}: ${withWhom(item)}`, 'none')],
});

const rest = (n: number): string => `and ${n} more in Assured`;

/** What waits for a decision: what the reader has to decide as links, the rest as told. */
export const renderApprovals = (
  { items, asAt }: Approvals,
  { deepLink }: { readonly deepLink: DeepLink },
): AdaptiveCard => {
  const own = items.filter((item) => item.mine);
  const elsewhere = items.filter((item) => !item.mine);
  const title =
    own.length === 0 ? 'No decision is waiting for you' : `${count(own.length, 'decision')} waiting for you`;
  const body = [
    heading(title),
    ...firstFew(own, mostMine, mine(deepLink), rest),
    ...(elsewhere.length > 0 ? [subheading(`Waiting for others (${elsewhere.length})`)] : []),
    ...firstFew(elsewhere, mostOthers, others, rest),
    asked(asAt),
  ];
  return adaptiveCard(title, body, [open(deepLink('work'))]);
};
