import type { ListItems } from '../../../../functions/adapters/graph/listItems';
import type { Urgency } from '../../../../functions/adapters/graph/priority';
import { createSnapshot } from '../../../../functions/adapters/graph/snapshot';

const no = (): Promise<never> => Promise.reject(new Error('Not asked for here.'));

/** An empty list whose reading ends when the test says so. */
const heldList = () => {
  const urgencies: Urgency[] = [];
  let end = (): void => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  const itemsAt = (urgency: Urgency): ListItems<'reviews'> => {
    urgencies.push(urgency);
    return {
      ...{ one: no, withValue: no, add: no, addAll: no, change: no, lacking: no, changesSince: no },
      latest: () => held.then(() => 'link'),
      all: async () => [],
      learnColumns: async () => false,
    };
  };
  const pace = { now: () => 0, random: () => 0, sleep: async () => undefined };
  return { urgencies, end, snapshot: createSnapshot(itemsAt, pace, 2_000) };
};

describe('a reading that several wait for', () => {
  it('is made once, and becomes urgent when a person joins background work', async () => {
    const { urgencies, end, snapshot } = heldList();
    const reminder = snapshot.entries('background');
    expect(urgencies.map((urgency) => urgency())).toEqual(['background']);
    const person = snapshot.entries('person');
    expect(urgencies.map((urgency) => urgency())).toEqual(['person']);
    end();
    expect(await Promise.all([reminder, person])).toEqual([[], []]);
  });

  it('stays urgent when background work joins a person', async () => {
    const { urgencies, end, snapshot } = heldList();
    const both = [snapshot.entries('person'), snapshot.entries('background')];
    expect(urgencies.map((urgency) => urgency())).toEqual(['person']);
    end();
    await Promise.all(both);
  });
});
