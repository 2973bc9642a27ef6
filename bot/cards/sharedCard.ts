import { z } from 'zod';
import { Matter } from '../../shared/schema/matter';
import { Urn } from '../../shared/schema/ids';
import type { ReviewCard } from '../../shared/schema/card';
import type { Standing } from '../../shared/schema/standingViews';
import { periodLabel } from '../../shared/domain/words';
import { adaptiveCard, type AdaptiveCard, type Element, type Execute } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { firstFew, heading, line, quotation, smallPrint, subheading } from './lines';
import { areaLines, changeLines, countsLine } from './marks';
import { standingLines } from './standingCard';

/**
 * Cards that somebody puts into a chat whose members nobody here knows. What everybody gets names nothing; each
 * viewer's client asks for what that viewer may see (facts §4.3). Nothing is decided on them.
 */
export const sharedVerb = 'shared.view';

/** What was shared. Believed of nobody: whoever asks is asked for their own rights to it. */
export const SharedData = z.discriminatedUnion('kind', [
  z.object({ verb: z.literal(sharedVerb), kind: z.literal('reviews'), key: Matter.shape.key }),
  z.object({ verb: z.literal(sharedVerb), kind: z.literal('academies'), urn: Urn }),
]);
export type SharedData = z.infer<typeof SharedData>;

interface Options {
  readonly deepLink: DeepLink;
}

const mostGroups = 8;
const latestStatus = 3;

const showMe = (data: SharedData): Execute => {
  const title = 'Show me';
  return {
    type: 'Action.Execute',
    title,
    verb: sharedVerb,
    data,
    fallback: { type: 'Action.Submit', title, data },
  };
};

const refreshOf = (data: SharedData): Pick<AdaptiveCard, 'refresh'> => ({
  refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: sharedVerb, data } },
});

const subjects = { reviews: 'A review', academies: 'An academy' } satisfies Record<SharedData['kind'], string>;

/** What goes into the chat: for everybody, and before anybody's own view has come. */
export const renderShared = (data: SharedData, { deepLink }: Options): AdaptiveCard => {
  const title = `${subjects[data.kind]} shared from Assured`;
  const body = [
    heading(title),
    line('Everybody sees as much of it as they may see in Assured. If nothing more appears, choose “Show me”.'),
  ];
  return { ...adaptiveCard(title, body, [showMe(data), open(deepLink('work'))]), ...refreshOf(data) };
};

const whyShared = smallPrint(
  'You see this because somebody shared it in this chat. Only you see it like this: others see what they may.',
  'medium',
);

const reviewLines = (card: ReviewCard): Element[] => [
  smallPrint(periodLabel(card.period), 'none'),
  ...card.status.slice(-latestStatus).map((status) => line(status)),
  ...(card.comment ? [quotation(card.comment)] : []),
  ...areaLines(card.intervention),
  ...firstFew(card.groups, mostGroups, ({ name, counts }) => countsLine(counts, name)),
  ...(card.changes.length > 0 ? [subheading('Changed'), ...changeLines(card.changes)] : []),
  ...(card.ask === undefined ? [] : [line('It waits for you: decide in your own chat with Assured, or in the tab.')]),
];

/** A viewer's own view of a shared review: to read, and asked for anew whenever they look at it. */
export const renderSharedReview = (card: ReviewCard, data: SharedData, { deepLink }: Options): AdaptiveCard => {
  const body = [heading(card.academyName), ...reviewLines(card), whyShared];
  return { ...adaptiveCard(card.academyName, body, [open(deepLink(card.subPageId))]), ...refreshOf(data) };
};

/** A viewer's own view of a shared academy. */
export const renderSharedStanding = (standing: Standing, data: SharedData, { deepLink }: Options): AdaptiveCard => {
  const { name, urn } = standing.academy;
  const body = [heading(name), ...standingLines(standing), whyShared];
  return { ...adaptiveCard(name, body, [open(deepLink(`academies/${urn}`))]), ...refreshOf(data) };
};

/** The same whether it is not there, or not theirs, or the viewer is a stranger. */
export const renderNotYours = (): AdaptiveCard => {
  const title = 'This is not yours to see';
  return adaptiveCard(title, [heading(title), line('Somebody shared it from Assured with those who may see it.')]);
};
