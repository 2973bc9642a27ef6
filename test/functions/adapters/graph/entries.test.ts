import { createEntries } from '../../../../functions/adapters/graph/entries';
import type { Entry } from '../../../../functions/adapters/graph/entries';
import type { Version } from '../../../../shared/application/ports/store';

type ReviewEntry = Entry<'reviews'>;

const entry = (itemId: string, n: number, documentRead = false): ReviewEntry => ({
  itemId,
  key: `key-${itemId}`,
  version: `"guid-${itemId},${n}"` as Version,
  documentRead,
});

const entriesAt = () => {
  let time = 0;
  const entries = createEntries<'reviews'>({ now: () => time, random: () => 0, sleep: async () => undefined });
  return { entries, forward: (milliseconds: number) => void (time += milliseconds) };
};

const versions = (all: readonly ReviewEntry[]): Record<string, string> =>
  Object.fromEntries(all.map(({ itemId, version }) => [itemId, version.split(',')[1]?.replace('"', '') ?? '']));

describe('the items in memory', () => {
  it('never go back to an earlier state, whoever tells it', () => {
    const { entries } = entriesAt();
    entries.remember(entry('1', 10), 'written');
    entries.apply([entry('1', 9)], []);
    expect(versions(entries.all())).toEqual({ 1: '10' });
    entries.reset([entry('1', 8)], { anew: false });
    expect(versions(entries.all())).toEqual({ 1: '10' });
    entries.reset([entry('1', 8)], { anew: true });
    expect(versions(entries.all())).toEqual({ 1: '10' });
    entries.apply([entry('1', 11)], []);
    expect(versions(entries.all())).toEqual({ 1: '11' });
  });

  it('keep what this process wrote for a minute against a reading that lacks it', () => {
    const { entries, forward } = entriesAt();
    entries.remember(entry('1', 1), 'written');
    entries.remember(entry('2', 1), 'read');
    forward(60_000);
    entries.reset([], { anew: false });
    expect(versions(entries.all())).toEqual({ 1: '1' });
    forward(1);
    entries.reset([], { anew: false });
    expect(entries.all()).toEqual([]);
  });

  it('let go of what was removed, also of an own write', () => {
    const { entries } = entriesAt();
    entries.remember(entry('1', 1), 'written');
    entries.remember(entry('2', 1), 'written');
    entries.apply([], ['1']);
    entries.forget('2');
    entries.apply([], []);
    expect(entries.all()).toEqual([]);
  });

  it('remember that a document was compared, for as long as the item does not change', () => {
    const { entries } = entriesAt();
    const compared = (): boolean[] => entries.all().map(({ documentRead }) => documentRead);
    entries.remember(entry('1', 1, true), 'read');
    entries.reset([entry('1', 1)], { anew: false });
    expect(compared()).toEqual([true]);
    entries.reset([entry('1', 1)], { anew: true });
    expect(compared()).toEqual([false]);
    entries.remember(entry('1', 1, true), 'read');
    entries.apply([entry('1', 2)], []);
    expect(compared()).toEqual([false]);
  });

  it('are found by their present key', () => {
    const { entries } = entriesAt();
    entries.reset([entry('1', 1), entry('2', 1)], { anew: false });
    expect([entries.itemIdOf('key-2'), entries.itemIdOf('key-3')]).toEqual(['2', undefined]);
  });
});
