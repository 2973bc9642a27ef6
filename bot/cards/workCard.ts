import type { Work, WorkItem } from '../../shared/schema/views';
import { count, formatInstant } from '../../shared/domain/words';
import { adaptiveCard, type AdaptiveCard, type ColumnSet } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { boldLine, firstFew, heading, line, smallPrint } from './lines';
import { clip } from './text';

/** With the button below, six things to press: the most that a card in Teams may have. */
const mostItems = 4;

/** The whole row is the link; its arrow says so to the eye, its title to a screen reader. */
const row = (item: WorkItem, deepLink: DeepLink): ColumnSet => ({
  type: 'ColumnSet',
  separator: true,
  spacing: 'medium',
  selectAction: open(deepLink(item.subPageId), `Open: ${clip(item.title, 120)}`),
  columns: [
    {
      type: 'Column',
      width: 'stretch',
      items: [
        boldLine(item.title),
        line(item.detail, 'none'),
        ...(item.since === undefined ? [] : [smallPrint(`Since ${formatInstant(item.since)}`, 'none')]),
      ],
    },
    { type: 'Column', width: 'auto', verticalContentAlignment: 'center', items: [line('›', 'none')] },
  ],
});

/** What waits for a person, each with the way to the place where it is done. */
export const renderWork = (work: Work, { deepLink }: { readonly deepLink: DeepLink }): AdaptiveCard => {
  const { length } = work.items;
  const title = length === 0 ? 'Nothing is waiting for you' : `${count(length, 'thing')} waiting for you`;
  const body = [
    heading(title),
    ...firstFew(
      work.items,
      mostItems,
      (item) => row(item, deepLink),
      (n) => `and ${n} more in Assured`,
    ),
    smallPrint(`You asked for this. As at ${formatInstant(work.asAt)}.`, 'medium'),
  ];
  return adaptiveCard(title, body, [open(deepLink('work'))]);
};
