import { dateWords } from '../../../../tabs/features/work/dateWords';

it.each([
  ['2026-09-03', 'By 3 September 2026'],
  ['2026-09-02', 'By today, 2 September 2026'],
  ['2026-09-01', 'Overdue: it was due by 1 September 2026'],
])('%s seen from 2 September', (dueOn, words) => {
  expect(dateWords(dueOn, '2026-09-02')).toBe(words);
});
