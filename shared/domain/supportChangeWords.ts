import type { Entitlement } from '../schema/support';
import { cadenceWords, minutesWords } from './supportWords';

const long = ({ minutes }: Entitlement): string => (minutes === undefined ? 'no set length' : minutesWords(minutes));
const led = ({ ledBy }: Entitlement): string => (ledBy === undefined ? 'nobody in particular' : ledBy);

/** What of one kind of support becomes different, each as 'before → after'. */
const differences = (from: Entitlement, to: Entitlement): string[] => {
  const pair = (words: (item: Entitlement) => string, before = ''): string[] =>
    words(from) === words(to) ? [] : [`${before}${words(from)} → ${words(to)}`];
  const weak = JSON.stringify(from.when) === JSON.stringify(to.when) ? [] : ['other figures while areas are weak'];
  return [
    ...pair(cadenceWords),
    ...pair(long),
    ...pair(led, 'led by '),
    ...pair(({ kind }) => kind),
    ...pair(({ strand }) => strand),
    ...weak,
  ];
};

/**
 * 'CEO 1:1: every 4 weeks → every 2 weeks'. Where the words differ too, they mostly repeat the figures, which then come
 * first: '12 days a year → 6 days a year: 6 days with specialists'; words alone are set side by side.
 */
export const supportChangeWords = ({ from, to }: { readonly from: Entitlement; readonly to: Entitlement }): string => {
  const figures = differences(from, to).join('; ');
  if (from.text === to.text) return figures === '' ? to.text : `${to.text}: ${figures}`;
  return figures === '' ? `${from.text} → ${to.text}` : `${figures}: ${to.text}`;
};
