import { birch, cedar, type Facts, type PageOf } from './everyPage';
import { periodPath } from './prepared';

export interface DialogOf extends PageOf {
  /** What is pressed for it: the first of these on the page. */
  readonly opener: RegExp;
  readonly opens: 'dialog' | 'menu';
}

type Dialog = readonly [name: string, of: (facts: Facts) => DialogOf];

const onChange = (name: string, part: DialogOf['part'], opener: RegExp, of: (facts: Facts) => string): Dialog => [
  name,
  (facts) => ({ part, subPageId: `categories/${of(facts)}`, opener, opens: 'dialog' }),
];

const review = (urn: string, when: 'period' | 'settled') => (facts: Facts) =>
  `reviews/${periodPath(facts[when])}/${urn}`;

const onReview = (
  name: string,
  part: DialogOf['part'],
  opener: RegExp,
  subPageOf: (facts: Facts) => string,
): Dialog => [name, (facts) => ({ part, subPageId: subPageOf(facts), opener, opens: 'dialog' })];

/** Everything that opens over a page; `birch` waits for sign-off, `cedar` is judged and not sent. */
export const dialogs: readonly Dialog[] = [
  onReview('sending a review', 'director', /^Send for/, review(cedar, 'period')),
  onReview('signing off', 'birchHead', /^Sign off$/, review(birch, 'period')),
  onReview('querying', 'birchHead', /^Query$/, review(birch, 'period')),
  onReview('reopening', 'director', /^Reopen$/, review(birch, 'settled')),
  onChange('agreeing to a change', 'birchHead', /^Agree$/, ({ change }) => change),
  onChange('commenting on a change', 'birchHead', /^Comment$/, ({ change }) => change),
  onChange('approving a change', 'ceo', /^Approve$/, ({ approving }) => approving),
  onChange('returning a change', 'ceo', /^Return$/, ({ approving }) => approving),
  onChange('rejecting a change', 'ceo', /^Reject$/, ({ approving }) => approving),
  onChange('withdrawing a change', 'director', /^Withdraw$/, ({ change }) => change),
  [
    'recording an inspection',
    () => ({ part: 'director', subPageId: `academies/${birch}`, opener: /^Record an inspection/, opens: 'dialog' }),
  ],
  [
    'recording a self-evaluation',
    () => ({ part: 'director', subPageId: `academies/${birch}`, opener: /^Record a self-evaluation/, opens: 'dialog' }),
  ],
  [
    'taking the matrix away',
    ({ settled }) => ({
      part: 'chair',
      subPageId: `matrix/${periodPath(settled)}`,
      opener: /^Download/,
      opens: 'menu',
    }),
  ],
  [
    'handing over',
    () => ({
      part: 'administrator',
      subPageId: 'administration/people',
      opener: /^Hand over/,
      opens: 'dialog',
    }),
  ],
  [
    'choosing a version of the model',
    ({ model: { year, code, version } }) => ({
      part: 'administrator',
      subPageId: `administration/models/${year}/${code}/${version}`,
      opener: /^Use version/,
      opens: 'dialog',
    }),
  ],
  [
    'putting back a hand edit',
    ({ handEdit: { list, item } }) => ({
      part: 'administrator',
      subPageId: `administration/hand-edits/${list}/${item}`,
      opener: /^Put back/,
      opens: 'dialog',
    }),
  ],
];
