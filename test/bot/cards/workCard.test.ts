import { renderCard } from '../../../bot/cards/card';
import { renderWork } from '../../../bot/cards/workCard';
import { options } from './examples';
import * as works from './workExamples';
import { linesOf, linksOf, titlesOf } from './parts';

describe('a digest', () => {
  const lines = linesOf(renderCard(works.workCard(6), options));

  it('says what waits, by when, and what is overdue in words and with a sign', () => {
    expect(lines.slice(0, 4)).toEqual([
      '6 things waiting for you, 1 of them overdue',
      'Sign off the review of academy 1',
      'Autumn term 2026/27 · every area is judged',
      '⚠ Overdue: it was due by 19 November 2026',
    ]);
    expect(lines).toContain('By 23 November 2026');
  });

  it('shows the first four, says how many more there are, and why it came', () => {
    expect(lines.filter((line) => line.startsWith('Sign off'))).toHaveLength(4);
    expect(lines.slice(-4).filter((line) => line !== '›')).toEqual([
      'and 2 more in Assured',
      'You receive this one message because several things came for you at once.',
      'As at 20 November 2026, 09:00.',
    ]);
  });

  it('leads to the exact place of each, and to all of it', () => {
    const card = renderCard(works.workCard(2), options);
    expect(titlesOf(card)).toEqual([
      'Open: Sign off the review of academy 1',
      'Open: Sign off the review of academy 2',
      'Open in Assured',
    ]);
    expect(new Set(linksOf(card)).size).toBe(3);
  });
});

it('what others are overdue with names whom it waits for; a reminder of one’s own does not', () => {
  const waits = (occasion: 'overdueOfOthers' | 'reminder'): string[] =>
    linesOf(renderCard(works.workCard(1, occasion), options)).filter((line) => line.startsWith('It waits for'));
  expect(waits('overdueOfOthers')).toEqual(['It waits for Hazel Head']);
  expect(waits('reminder')).toEqual([]);
});

it('says first what became of what somebody just tried', () => {
  const notice = { tone: 'refused', text: 'Already signed off.' } as const;
  expect(linesOf(renderCard(works.workCard(1), { ...options, notice }))[0]).toContain('Already signed off.');
});

it('‘my work’ says by when, as at the day it was asked', () => {
  const work = { ...works.work(1), asAt: '2026-11-24T09:00:00.000Z' };
  const dated = { ...work, items: work.items.map((item) => ({ ...item, dueOn: '2026-11-23' })) };
  expect(linesOf(renderWork(dated, options))).toContain('⚠ Overdue: it was due by 23 November 2026');
  expect(linesOf(renderWork({ ...dated, asAt: '2026-11-23T23:00:00.000Z' }, options))).toContain('By 23 November 2026');
});
