import { currentWindow, standingWord, strandsOf } from '../../../../tabs/features/support/windowWords';
import { SupportLine, type PlannedWindow } from '../../../../shared/schema/supportViews';

const line = (code: string, strand: string, kind: SupportLine['kind'] = 'core') =>
  SupportLine.parse({ code, strand, kind, text: code, cadence: '', because: [], planned: [], allowances: [] });
const window = (standing: PlannedWindow['standing']): PlannedWindow => ({
  label: standing,
  from: '2026-09-07',
  by: '2026-09-11',
  standing,
});

it.each([
  ['past', 'Over'],
  ['now', 'Due now'],
  ['next', 'Next'],
  ['later', ''],
] as const)('a window that is %s is marked by a word', (standing, word) =>
  expect(standingWord(window(standing))).toBe(word),
);

it('support is read by strand in the model’s order, core before enhanced before bespoke, and nothing is lost', () => {
  const lines = [
    line('a', 'HR', 'bespoke'),
    line('b', 'Finance'),
    line('c', 'HR'),
    line('d', 'HR', 'enhanced'),
    line('e', 'HR'),
  ];
  expect(
    strandsOf(lines).map(({ name, kinds }) => [
      name,
      kinds.map((kind) => [kind.name, kind.lines.map(({ code }) => code)]),
    ]),
  ).toEqual([
    [
      'HR',
      [
        ['Core', ['c', 'e']],
        ['Enhanced', ['d']],
        ['Bespoke', ['a']],
      ],
    ],
    ['Finance', [['Core', ['b']]]],
  ]);
});

it('the window to look at is the one that is due or comes next', () => {
  expect(currentWindow([window('past'), window('now'), window('later')])?.standing).toBe('now');
  expect(currentWindow([window('past'), window('next')])?.standing).toBe('next');
  expect(currentWindow([window('past')])).toBeUndefined();
  expect(currentWindow([window('later')])).toBeUndefined();
});
