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

/** An empty list that notes what it is asked for; its first link is not to be had where `failing`. */
const askedList = (failing = false) => {
  const asked: string[] = [];
  const links = ['ahead', 'later', 'last'][Symbol.iterator]();
  let fails = failing;
  const items: ListItems<'reviews'> = {
    ...{ one: no, withValue: no, add: no, addAll: no, change: no, lacking: no },
    latest: async () => {
      asked.push('latest');
      if (fails) {
        fails = false;
        throw new Error('Not now.');
      }
      return links.next().value ?? '';
    },
    all: async () => {
      asked.push('all');
      return [];
    },
    changesSince: async (link) => {
      asked.push(`since ${link}`);
      return { status: 'expired' };
    },
    learnColumns: async () => false,
  };
  const pace = { now: () => 0, random: () => 0, sleep: async () => undefined };
  return { asked, snapshot: createSnapshot(() => items, pace, 0) };
};

describe('a list whose beginning was noted ahead', () => {
  it('is read without asking for it again, and followed from there; once', async () => {
    const { asked, snapshot } = askedList();
    await snapshot.begin();
    await snapshot.entries('person');
    expect(asked).toEqual(['latest', 'all']);
    await snapshot.entries('person');
    expect(asked.slice(2)).toEqual(['since ahead', 'latest', 'all']);
    await snapshot.entries('person');
    expect(asked.slice(5)).toEqual(['since later', 'latest', 'all']);
  });

  it('is read all the same where it could not be noted', async () => {
    const { asked, snapshot } = askedList(true);
    await expect(snapshot.begin()).rejects.toThrow('Not now.');
    await snapshot.entries('person');
    expect(asked).toEqual(['latest', 'latest', 'all']);
  });
});
