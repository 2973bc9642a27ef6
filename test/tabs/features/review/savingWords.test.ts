import { unreachable } from '../../../../tabs/api/problem';
import type { Standing } from '../../../../tabs/features/review/areaSaving';
import { savingNews, savingWords } from '../../../../tabs/features/review/savingWords';

const at = new Date('2026-07-01T13:32:00Z');

it.each<[string, Standing]>([
  ['', { kind: 'untouched' }],
  ['Saved 14:32', { kind: 'saved', at }],
  ['Saving …', { kind: 'saving' }],
  ['Not saved yet: kept on this device.', { kind: 'waiting' }],
  ['Not saved yet: kept on this device.', { kind: 'failed', problem: unreachable('x') }],
  ['You are offline: kept on this device, will be saved when you are back.', { kind: 'offline' }],
  ['Level chosen, a reason is still needed. Kept on this device.', { kind: 'lacking', what: 'reason' }],
  ['Not saved yet: a level is still needed. Kept on this device.', { kind: 'lacking', what: 'level' }],
])('%p is what is said', (words, standing) => expect(savingWords(standing, true)).toBe(words));

it('never says that this device keeps what it does not keep', () => {
  const kinds: Standing[] = [
    { kind: 'waiting' },
    { kind: 'offline' },
    { kind: 'overtaken' },
    { kind: 'lacking', what: 'link' },
    { kind: 'failed', problem: unreachable('x') },
  ];
  for (const standing of kinds) {
    expect(savingWords(standing, false)).toContain('leave this page open');
    expect(savingWords(standing, false).toLowerCase()).not.toContain('kept on this device');
  }
});

it('tells a screen reader what matters, and not every pause', () => {
  const news = (standing: Standing, kept = true) => savingNews('Attendance', standing, kept);
  expect(news({ kind: 'saved', at })).toBe('Attendance is saved');
  expect(news({ kind: 'offline' })).toContain('kept here');
  expect(news({ kind: 'offline' }, false)).toContain('nothing is kept');
  expect(news({ kind: 'waiting' })).toBeUndefined();
  expect(news({ kind: 'saving' })).toBeUndefined();
});
