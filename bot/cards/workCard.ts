import type { WorkCard } from '../../shared/schema/card';
import type { Work } from '../../shared/schema/views';
import { count, dayOf, formatDay, formatInstant } from '../../shared/domain/words';
import { isOverdue } from '../../shared/domain/overdue';
import { adaptiveCard, type AdaptiveCard, type ColumnSet, type Element } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { boldLine, boldRun, firstFew, heading, line, noticeBox, run, runs, smallPrint } from './lines';
import type { CardOptions } from './reviewCard';
import { clip } from './text';

/** With the button below, six things to press: the most that a card in Teams may have. */
const mostItems = 4;

type Item = WorkCard['items'][number] & { readonly since?: string | undefined };

/** 'Overdue since 3 September 2026' with a sign, or 'By 3 September 2026'. */
const dateLine = ({ dueOn, overdue }: Item): Element[] => {
  if (dueOn === undefined) return [];
  const day = formatDay(dueOn);
  return overdue
    ? [runs([run('⚠ ', { color: 'attention', weight: 'bolder' }), boldRun(`Overdue: it was due by ${day}`)], 'none')]
    : [line(`By ${day}`, 'none')];
};

const lines = (item: Item): Element[] => [
  boldLine(item.title),
  line(item.detail, 'none'),
  ...dateLine(item),
  ...(item.with === undefined ? [] : [line(`It waits for ${item.with}`, 'none')]),
  ...(item.since === undefined ? [] : [smallPrint(`Since ${formatInstant(item.since)}`, 'none')]),
];

/** The whole row is the link; its arrow says so to the eye, its title to a screen reader. */
const row = (item: Item, deepLink: DeepLink): ColumnSet => ({
  type: 'ColumnSet',
  separator: true,
  spacing: 'medium',
  selectAction: open(deepLink(item.subPageId), `Open: ${clip(item.title, 120)}`),
  columns: [
    { type: 'Column', width: 'stretch', items: lines(item) },
    { type: 'Column', width: 'auto', verticalContentAlignment: 'center', items: [line('›', 'none')] },
  ],
});

const rows = (items: readonly Item[], deepLink: DeepLink): Element[] =>
  firstFew(
    items,
    mostItems,
    (item) => row(item, deepLink),
    (n) => `and ${n} more in Assured`,
  );

/** What waits for a person who asked, each with the way to the place where it is done. */
export const renderWork = (work: Work, { deepLink }: { readonly deepLink: DeepLink }): AdaptiveCard => {
  const { length } = work.items;
  const title = length === 0 ? 'Nothing is waiting for you' : `${count(length, 'thing')} waiting for you`;
  const today = dayOf(work.asAt);
  const items = work.items.map((item) => ({ ...item, overdue: isOverdue(item, today) }));
  const body = [
    heading(title),
    ...rows(items, deepLink),
    smallPrint(`You asked for this. As at ${formatInstant(work.asAt)}.`, 'medium'),
  ];
  return adaptiveCard(title, body, [open(deepLink('work'))]);
};

/** A digest, a reminder, or what others are overdue with: the first of it, and where the rest is. */
export const renderWorkCard = (card: WorkCard, { deepLink, notice }: CardOptions): AdaptiveCard =>
  adaptiveCard(
    card.headline,
    [
      ...(notice ? [noticeBox(notice)] : []),
      heading(card.headline),
      ...rows(card.items, deepLink),
      smallPrint(card.why, 'medium'),
      smallPrint(`As at ${formatInstant(card.asAt)}.`, 'none'),
    ],
    [open(deepLink(card.subPageId))],
  );
