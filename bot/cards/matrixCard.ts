import type { ReviewCard } from '../../shared/schema/card';
import type { Matrix } from '../../shared/schema/matrixViews';
import { matrixInShort } from '../../shared/domain/cards/matrixInShort';
import { count, periodLabel, yearInPath } from '../../shared/domain/words';
import { adaptiveCard, type AdaptiveCard, type Element } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { firstFew, heading, line, smallPrint } from './lines';
import { areaLines, countsLine } from './marks';
import { asked } from './standingCard';

interface Options {
  readonly deepLink: DeepLink;
}

const mostGroups = 8;

const groupLine = ({ name, counts, notJudged }: ReturnType<typeof matrixInShort>[number]): Element => {
  if (counts.length === 0) return line(`${name}: ${count(notJudged, 'area')} not judged yet`);
  return countsLine(counts, notJudged > 0 ? `${name} (${notJudged} not judged)` : name);
};

/** The matrix of a period in counts: levels by function over all the academies that the reader's matrix shows. */
export const renderMatrix = (matrix: Matrix, { deepLink }: Options): AdaptiveCard => {
  const title = `The matrix, ${periodLabel(matrix)}`;
  const { academies, signedOff } = matrix.counts;
  const groups = matrixInShort(matrix);
  const body = [
    heading(title),
    smallPrint(`${count(academies, 'academy', 'academies')}, ${signedOff} of them signed off`, 'none'),
    ...(groups.length === 0 ? [line('Nothing is judged yet.')] : []),
    ...firstFew(groups, mostGroups, groupLine),
    asked(matrix.asAt),
  ];
  const place = `matrix/${yearInPath(matrix.year)}/${matrix.period}`;
  return adaptiveCard(title, body, [open(deepLink(place), 'Open the matrix')]);
};

/** One academy's row, for whoever has that one alone. */
export const renderRow = (card: ReviewCard, asAt: string, { deepLink }: Options): AdaptiveCard => {
  const title = `${card.academyName} in the matrix`;
  const body = [
    heading(title),
    smallPrint(periodLabel(card.period), 'none'),
    ...(card.groups.length === 0 ? [line('Nothing is judged yet.')] : []),
    ...areaLines(card.intervention),
    ...firstFew(card.groups, mostGroups, ({ name, counts }) => countsLine(counts, name)),
    asked(asAt),
  ];
  return adaptiveCard(title, body, [open(deepLink(card.subPageId))]);
};
