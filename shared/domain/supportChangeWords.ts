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

/** 'CEO 1:1: every 4 weeks → every 2 weeks'; where the words themselves differ, 'Yearly visit → Termly visit'. */
export const supportChangeWords = ({ from, to }: { readonly from: Entitlement; readonly to: Entitlement }): string => {
  const name = from.text === to.text ? to.text : `${from.text} → ${to.text}`;
  const parts = differences(from, to);
  return parts.length === 0 ? name : `${name}: ${parts.join('; ')}`;
};
